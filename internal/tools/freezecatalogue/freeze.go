package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// freezePrices copies the chosen prices of a cloud into one file.
func (s *selection) freezePrices(from, to, cloud string, fresh bool) error {
	name := filepath.Join(to, cloud, "prices", cloud+".csv")
	header, lines, err := frozen(name, fresh)
	if err != nil {
		return err
	}
	have := map[string]bool{} // region and SKU that are frozen already
	for _, l := range lines {
		have[place(l)] = true
	}
	files, err := filepath.Glob(filepath.Join(from, cloud, "prices", "*.csv"))
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		for l := range strings.Lines(string(text)) {
			l = strings.TrimSuffix(l, "\n")
			if strings.HasPrefix(l, "region,") {
				header = l
				continue
			}
			fields := strings.SplitN(l, ",", 3)
			if s.regions[fields[0]] && !have[place(l)] && s.keeps(fields[1]) {
				lines = append(lines, l)
			}
		}
	}
	// Tiers of one price stand together and in order already.
	slices.SortStableFunc(lines, func(a, b string) int { return strings.Compare(place(a), place(b)) })
	return write(name, header, lines)
}

// place is the region and SKU of a line, in the order prices are sorted by.
func place(l string) string {
	fields := strings.SplitN(l, ",", 3)
	return fields[0] + "\x00" + fields[1]
}

// freezeTable copies the chosen lines of a small table.
func freezeTable(from, to, name string, fresh bool, keep func([]string) bool) error {
	header, lines, err := frozen(filepath.Join(to, name), fresh)
	if err != nil {
		return err
	}
	have := map[string]bool{}
	for _, l := range lines {
		have[key(name, l)] = true
	}
	text, err := os.ReadFile(filepath.Join(from, name))
	if err != nil {
		return err
	}
	for i, l := range slices.Collect(strings.Lines(string(text))) {
		l = strings.TrimSuffix(l, "\n")
		if i == 0 {
			header = l
			continue
		}
		if !have[key(name, l)] && keep(strings.Split(l, ",")) {
			lines = append(lines, l)
		}
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	return write(filepath.Join(to, name), header, lines)
}

// key is the part of a line that no other line of its table has.
func key(table, l string) string {
	n := 2
	switch {
	case strings.HasPrefix(table, "machines/") && table != "machines/families.csv", table == "sources.csv", table == "carbon/factors.csv":
		n = 1
	case table == "carbon/storage.csv":
		n = 3
	}
	return strings.Join(strings.Split(l, ",")[:n], ",")
}

// frozen reads a file that was frozen before: its header and its lines.
func frozen(name string, fresh bool) (string, []string, error) {
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) || fresh {
		return "", nil, nil
	}
	if err != nil {
		return "", nil, err
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	return lines[0], lines[1:], nil
}

func write(name, header string, lines []string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(header+"\n"+strings.Join(lines, "\n")+"\n"), 0o644)
}
