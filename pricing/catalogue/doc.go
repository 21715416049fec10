// Package catalogue holds facts and looks them up: list prices, machines,
// processors, grids, sites and how instance families follow each other. It
// knows no Terraform, imports nothing of ours and computes nothing but the
// name of a sibling machine.
//
// The facts are sorted text under data/, one fact to a line with its date and
// source (README.md describes the format and every key). Prices are packed
// from it into embedded/*.bin, which is what the binary carries: opening it
// costs nothing and a look-up reads a few hundred bytes. The smaller tables
// are embedded as their text and searched in place.
//
// A fact that is not there is absent: no look-up guesses, rounds or
// substitutes a neighbour. The one exception is stated at Price: a price of
// the region "global" holds everywhere.
package catalogue

//go:generate go run ../../internal/tools/packcatalogue
