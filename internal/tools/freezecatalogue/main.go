// Command freezecatalogue copies a small part of the catalogue into testdata,
// where goldens read it: prices may be refreshed without moving one of them.
// It is run by hand, when a fixture needs a price that is not there:
//
//	go run ./internal/tools/freezecatalogue
//
// Prices that are already frozen stay as they are; only what is missing is
// copied.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	from := flag.String("from", "pricing/catalogue/data", "the catalogue's text")
	to := flag.String("to", "testdata/catalogue", "the frozen catalogue; selection.txt in it says what to copy")
	fresh := flag.Bool("fresh", false, "copy everything anew: moves goldens")
	flag.Parse()
	if err := run(*from, *to, *fresh); err != nil {
		fmt.Fprintln(os.Stderr, "freezecatalogue:", err)
		os.Exit(1)
	}
}

func run(from, to string, fresh bool) error {
	chosen, err := readSelection(to + "/selection.txt")
	if err != nil {
		return err
	}
	for cloud, s := range chosen {
		if err := s.freezePrices(from, to, cloud, fresh); err != nil {
			return err
		}
		machines := "machines/" + cloud + ".csv"
		if err := freezeTable(from, to, machines, fresh, func(fields []string) bool { return s.machines[fields[0]] }); err != nil {
			return err
		}
	}
	whole := func([]string) bool { return true }
	here := func(fields []string) bool {
		s, ok := chosen[fields[0]]
		return ok && (s.regions[fields[1]] || fields[1] == "*")
	}
	for _, t := range []struct {
		name string
		keep func([]string) bool
	}{
		{"machines/cpus.csv", whole}, {"machines/gpus.csv", whole}, {"machines/families.csv", whole},
		{"carbon/fallback.csv", whole}, {"carbon/storage.csv", whole}, {"carbon/factors.csv", whole},
		{"carbon/grid-odbl/intensity.csv", here}, {"carbon/grid-ember/intensity.csv", here},
		{"carbon/marginal.csv", here}, {"carbon/sites.csv", here}, {"places.csv", here}, {"commitments.csv", whole}, {"regions.csv", here}, {"sources.csv", whole},
	} {
		if err := freezeTable(from, to, t.name, fresh, t.keep); err != nil {
			return err
		}
	}
	return os.WriteFile(to+"/version.txt", []byte("frozen\n"), 0o644)
}
