// Package rewrite changes plain values in Terraform and OpenTofu source and
// leaves everything else as it was written.
//
// It sets an argument of a resource block that is written as a literal, or that
// is not written at all. What is an expression, made by a dynamic block, written
// in JSON or in two places is left alone, and the error says so. A file that
// does not parse is never changed, nor is one that would not parse afterwards;
// a block that was laid out as terraform fmt would is so afterwards.
package rewrite
