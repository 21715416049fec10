package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// run takes the overlay's prices over and says what that changed.
func run(from, to string, out io.Writer) error {
	base, err := catalogue.Load(os.DirFS(to))
	if err != nil {
		return err
	}
	if _, err := base.Overlaid(os.DirFS(from)); err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	list, err := catalogue.ReadOverlayList(os.DirFS(from))
	if err != nil {
		return err
	}
	changed := false
	for _, cloud := range []string{"aws", "azure", "gcp"} {
		fresh, err := readLines(filepath.Join(from, cloud, "prices", "*.csv"))
		if err != nil {
			return err
		}
		t := &taking{cloud: cloud, files: map[string][]string{}, at: map[string]string{}, touched: map[string]bool{}, shelves: shelves{}}
		if err := t.open(filepath.Join(to, cloud, "prices")); err != nil {
			return err
		}
		for _, cell := range slices.Sorted(maps.Keys(fresh)) {
			t.take(cell, fresh[cell])
		}
		if err := t.write(); err != nil {
			return err
		}
		t.report(out)
		changed = changed || len(t.touched) > 0
	}
	if !changed {
		return nil
	}
	return os.WriteFile(filepath.Join(to, "version.txt"), []byte(strings.ReplaceAll(list.Day[:len("2026-11")], "-", ".")+"\n"), 0o644)
}

// taking is the text of one cloud while prices are taken into it.
type taking struct {
	cloud   string
	files   map[string][]string // lines by file
	lines   map[string][]string // by cell
	at      map[string]string   // file by cell
	touched map[string]bool     // files
	shelves shelves
	dir     string

	moved, added, same int
	left               []string // cells read by hand that the list says otherwise
}

const header = "region,sku,unit,price,tier_from,date,source"

// readLines reads price files that match, cell by cell. A cell is a region and
// a key.
func readLines(pattern string) (map[string][]string, error) {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(strings.TrimPrefix(string(text), header+"\n")) {
			line = strings.TrimSuffix(line, "\n")
			out[cellOf(line)] = append(out[cellOf(line)], line)
		}
	}
	return out, nil
}

func cellOf(line string) string {
	f := strings.SplitN(line, ",", 3)
	return f[0] + "," + f[1]
}

func (t *taking) open(dir string) error {
	names, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil {
		return err
	}
	t.lines, t.dir = map[string][]string{}, dir
	for _, name := range names {
		cells, err := readLines(name)
		if err != nil {
			return err
		}
		for cell, lines := range cells {
			t.at[cell], t.lines[cell] = name, lines
			t.files[name] = append(t.files[name], cell)
			t.shelves.put(cell, name)
		}
	}
	return nil
}

// take gives a cell the lines of the overlay.
func (t *taking) take(cell string, lines []string) {
	old, file := t.lines[cell], t.at[cell]
	switch {
	case file == "":
		file = t.place(cell)
		t.at[cell] = file
		t.files[file] = append(t.files[file], cell)
		t.shelves.put(cell, file)
		t.added++
	case amounts(old) == amounts(lines) && !strings.Contains(old[0], ",inferred:"):
		t.same++
		return
	case strings.HasPrefix(filepath.Base(file), "read-"):
		t.left = append(t.left, cell+": "+amounts(old)+" there, "+amounts(lines)+" on the list")
		return
	default:
		t.moved++
	}
	t.lines[cell] = lines
	t.touched[file] = true
}

// amounts are what a cell costs for what: its lines without date and source.
func amounts(lines []string) string {
	var out []string
	for _, l := range lines {
		f := strings.Split(l, ",")
		out = append(out, f[3]+" per "+f[2]+" from "+f[4])
	}
	return strings.Join(out, "; ")
}

// shelves are where prices stand, from what is nearest to a cell on: by region
// and kind, by region and service; and in the files for other parts of the
// world, by kind and by service.
type shelves map[string]string

func names(cell string) []string {
	region, kind := kindOf(cell)
	return []string{region + "\x00" + kind[0] + "\x00" + kind[1], region + "\x00" + kind[0], "\x00" + kind[0] + "\x00" + kind[1], "\x00" + kind[0]}
}

// put notes where a cell stands; of several files the first by name counts.
func (s shelves) put(cell, file string) {
	if strings.HasPrefix(filepath.Base(file), "read-") {
		return
	}
	list := names(cell)
	if !strings.HasSuffix(file, "-other.csv") {
		list = list[:2]
	}
	for _, name := range list {
		if s[name] == "" || file < s[name] {
			s[name] = file
		}
	}
}

// place finds the file where a new cell belongs; the last resort is the file for
// what has no other.
func (t *taking) place(cell string) string {
	for _, name := range names(cell) {
		if file := t.shelves[name]; file != "" {
			return file
		}
	}
	return filepath.Join(t.dir, "other-other.csv")
}

// kindOf is the region of a cell, and its service with how it is paid, the last
// part of its key.
func kindOf(cell string) (region string, kind [2]string) {
	region, sku, _ := strings.Cut(cell, ",")
	service, _, _ := strings.Cut(sku, "/")
	return region, [2]string{service, sku[strings.LastIndexByte(sku, '/')+1:]}
}

// write writes the files that changed.
func (t *taking) write() error {
	for _, file := range slices.Sorted(maps.Keys(t.touched)) {
		cells := t.files[file]
		slices.SortFunc(cells, compareCells)
		text := []string{header}
		for _, cell := range cells {
			text = append(text, t.lines[cell]...)
		}
		if err := os.WriteFile(file, []byte(strings.Join(text, "\n")+"\n"), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// compareCells is the order of a price file: region, then key.
func compareCells(a, b string) int {
	r, s, _ := strings.Cut(a, ",")
	q, u, _ := strings.Cut(b, ",")
	if n := strings.Compare(r, q); n != 0 {
		return n
	}
	return strings.Compare(s, u)
}

// report writes Markdown for the pull request.
func (t *taking) report(out io.Writer) {
	fmt.Fprintf(out, "- %s: %d prices moved, %d are new, %d cost what they did\n", t.cloud, t.moved, t.added, t.same)
	for _, l := range t.left {
		fmt.Fprintf(out, "  - read by hand and left alone: `%s`\n", l)
	}
}
