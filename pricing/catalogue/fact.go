package catalogue

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// priceHeader is the first line of every price file.
const priceHeader = "region,sku,unit,price,tier_from,date,source"

// fact is one line of a price file.
type fact struct {
	region, sku, unit, date, source string
	price                           int64 // 1e-12 USD
	from                            int64 // 1e-6 units
}

// compareFacts is the order of lines in a file: what is read together in a
// diff stands together.
func compareFacts(a, b fact) int {
	if n := strings.Compare(a.region, b.region); n != 0 {
		return n
	}
	if n := strings.Compare(a.sku, b.sku); n != 0 {
		return n
	}
	return int(min(1, max(-1, a.from-b.from)))
}

// readPrices reads all price files of a cloud below root.
func readPrices(fsys fs.FS, cloud string) ([]fact, error) {
	names, err := fs.Glob(fsys, path.Join(cloud, "prices", "*.csv"))
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var facts []fact
	for _, name := range names {
		if facts, err = readPriceFile(fsys, name, facts); err != nil {
			return nil, err
		}
	}
	return facts, nil
}

func readPriceFile(fsys fs.FS, name string, facts []fact) ([]fact, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	slip := func(line int, format string, args ...any) error {
		return fmt.Errorf("%s:%d: %s", name, line, fmt.Sprintf(format, args...))
	}
	lines := bufio.NewReader(f)
	first := len(facts)
	for n := 1; ; n++ {
		line, err := lines.ReadString('\n')
		if err == io.EOF && line == "" {
			return facts, nil
		}
		if err != nil {
			return nil, slip(n, "the last line has no line end: %v", err)
		}
		line = line[:len(line)-1]
		if n == 1 {
			if line != priceHeader {
				return nil, slip(n, "the first line must be %q", priceHeader)
			}
			continue
		}
		fact, err := parseFact(line)
		if err != nil {
			return nil, slip(n, "%v", err)
		}
		if len(facts) > first && compareFacts(facts[len(facts)-1], fact) >= 0 {
			return nil, slip(n, "not sorted by region, sku and tier_from, or the same twice")
		}
		facts = append(facts, fact)
	}
}

func parseFact(line string) (fact, error) {
	var cells [7]string
	for i := range cells {
		cell, rest, more := strings.Cut(line, ",")
		if more != (i < len(cells)-1) {
			return fact{}, fmt.Errorf("want %d fields: %s", len(cells), priceHeader)
		}
		cells[i], line = cell, rest
	}
	for i, name := range strings.Split(priceHeader, ",") {
		if cells[i] == "" {
			return fact{}, fmt.Errorf("%s is empty: a price says all of %s", name, priceHeader)
		}
	}
	price, err := fixed(cells[3], priceScale)
	if err != nil {
		return fact{}, fmt.Errorf("price %w", err)
	}
	from, err := fixed(cells[4], fromScale)
	if err != nil {
		return fact{}, fmt.Errorf("tier_from %w", err)
	}
	return fact{
		region: cells[0], sku: cells[1], unit: cells[2], date: cells[5], source: cells[6],
		price: price, from: from,
	}, nil
}

// fixed reads a plain decimal as an integer of 10^-scale, exactly.
func fixed(s string, scale int) (int64, error) {
	whole, frac, _ := strings.Cut(s, ".")
	if len(frac) > scale {
		return 0, fmt.Errorf("%q has more than %d decimals", s, scale)
	}
	n, err := strconv.ParseUint(whole+frac+strings.Repeat("0", scale-len(frac)), 10, 63)
	if err != nil || whole == "" {
		return 0, fmt.Errorf("%q is not a plain decimal number", s)
	}
	return int64(n), nil
}
