// Package refresh reads the clouds' own price lists over the network and writes
// what it finds as an overlay of the catalogue: text of the catalogue's form,
// which check uses before the prices inside, cell by cell.
//
// It is asked only by `iaclint catalogue refresh`. What comes over the network
// may be cut, changed on the way or hostile, and the process may end at any
// moment. So:
//
//   - Which row of a list is which key is data (mapping/<cloud>/<service>.hcl). A
//     row that no rule names is left alone, and so is one whose unit is not the
//     rule's or whose price has moved beyond belief; the summary says so.
//   - A list is read as a stream; what is kept of it is bounded by the rules.
//   - Each part (one list in one region) that was read whole is kept until the
//     end, so that a run which was stopped goes on where it was.
//   - The overlay is made beside the old one and then takes its name. Until that
//     moment, and on any failure, the old one stays.
package refresh
