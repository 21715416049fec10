// Package tools holds what works on the project itself: generators below it,
// and here the tests of its shape.
package tools
