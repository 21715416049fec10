//go:build !race

package parser

const heaviness = 1
