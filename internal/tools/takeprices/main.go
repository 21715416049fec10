// Command takeprices takes the prices of an overlay, which iaclint catalogue
// refresh wrote, into the catalogue's own text:
//
//	iaclint catalogue refresh --out prices
//	go run ./internal/tools/takeprices -from prices
//	go generate ./pricing/catalogue
//
// A line changes where its price does, or where the old one was inferred; what
// costs the same keeps its date and source, so that the diff shows what moved.
// Prices that somebody read on a page (read-….csv) are left alone, and those
// that the list now says otherwise are named.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	from := flag.String("from", "", "folder of the overlay")
	to := flag.String("to", "pricing/catalogue/data", "folder of the catalogue's text")
	flag.Parse()
	if *from == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*from, *to, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "takeprices:", err)
		os.Exit(1)
	}
}
