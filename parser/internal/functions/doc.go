// Package functions is what may be called in Terraform and OpenTofu source:
// the whole table of Terraform 1.11, the functions OpenTofu has beyond it, and
// those of the provider that is built into both.
//
// Values are Terraform's own (go-cty), and so are unknown values and marks:
// what is asked about an unknown value is unknown, and what is made of a
// sensitive value is sensitive. Functions that ask the clock, chance or the
// machine (timestamp, uuid, bcrypt, "~") give unknown values. Nothing outside
// the checked folder is read, and work is bounded before it is done: see
// [Files] and the limits in bounds.go.
package functions
