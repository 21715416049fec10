// Package revision takes the files of a git revision out of the repository that
// a folder lies in, so that they can be read beside the working copy. It imports
// nothing of ours, and only reads: neither the working copy nor the repository
// is changed, no hook and no filter runs, nothing is asked and nothing fetched.
package revision
