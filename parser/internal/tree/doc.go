// Package tree reads folders of Terraform and OpenTofu source into modules.
//
// It evaluates nothing but defaults of variables, which may refer to nothing.
// A slip in one file is a diagnostic of the module and the other files are
// still read: an error diagnostic means that something was left out, a warning
// is a note.
//
// What it reads may be hostile. Nothing outside of the loader's root is opened,
// also by way of symbolic links; only regular files are read, up to a size; and
// how deep expressions stand inside each other is measured before the parser
// sees them, because the parser's stack overflow cannot be caught.
package tree
