// Package written finds where things stand in source: the block of a resource,
// the line of an argument, and what people wrote beside them for iaclint.
package written
