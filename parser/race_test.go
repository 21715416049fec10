//go:build race

package parser

// heaviness is how many times as much the race detector takes from the heap.
const heaviness = 2
