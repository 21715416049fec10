// Command importprices turns tables of collected price and carbon facts into
// the catalogue's own text (pricing/catalogue/README.md). It is run by hand
// when new tables have been collected; what it writes is committed and read
// as a diff:
//
//	go run ./internal/tools/importprices -from ../shared/data -to pricing/catalogue/data
//
// The folder it reads holds prices/ and carbon/, each described by a README
// of its own. Nothing is fetched.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	from := flag.String("from", "", "folder that holds prices/ and carbon/")
	to := flag.String("to", "pricing/catalogue/data", "folder to write, an existing one is replaced table by table")
	edition := flag.String("edition", "", "name of this edition, YYYY.MM")
	flag.Parse()
	if *from == "" || *edition == "" {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*from, *to, *edition); err != nil {
		fmt.Fprintln(os.Stderr, "importprices:", err)
		os.Exit(1)
	}
}

func run(from, to, edition string) error {
	prices := filepath.Join(from, "prices")
	for _, cloud := range []struct {
		name   string
		tables []tableImport
		derive func(*collection)
	}{
		{"aws", awsTables(), func(*collection) {}},
		{"azure", azureTables(), func(*collection) {}},
		{"gcp", gcpTables(), deriveRates},
	} {
		c := newCollection(cloud.name)
		for _, t := range cloud.tables {
			if err := t.read(prices, c); err != nil {
				return err
			}
		}
		c.drop()
		cloud.derive(c)
		if err := c.write(to); err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%s: %d prices, %d replaced, %d left out\n", cloud.name, len(c.prices), c.replaced, c.leftOut)
	}
	if err := writeMachines(from, to); err != nil {
		return err
	}
	if err := writeCarbon(from, to); err != nil {
		return err
	}
	if err := writeSources(from, to); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(to, "version.txt"), []byte(edition+"\n"), 0o644)
}
