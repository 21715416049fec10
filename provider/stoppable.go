package provider

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed stoppable.txt
var stoppableTypes string

var stoppable = sync.OnceValue(func() []string { return strings.Fields(stoppableTypes) })

// Stoppable reports whether resources of a type can be switched off and on
// again, by pausing, deallocating or scaling to nothing, without losing what
// they keep, and are not paid for by the hour in between.
func Stoppable(typ string) bool {
	_, ok := slices.BinarySearch(stoppable(), typ)
	return ok
}
