// Package compare lays reports beside each other: one on another, for what
// changes between them (Diff), or many to one (Merge). How projects add up and
// how a limit is held is here too, so that a run and a comparison do it alike.
package compare
