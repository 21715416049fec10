package refresh

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

const priceHeader = "region,sku,unit,price,tier_from,date,source\n"

// overlay is what is about to be written: the lines of each service, those of
// the old overlay that were not read anew included.
type overlay struct {
	dir   string
	day   string
	facts *catalogue.Catalogue
	lines map[[2]string][]string // by cloud and service
	days  map[[3]string]string   // of cloud, service and region, where it is not today
	torn  int                    // prices that two lists differ about
}

// take adds what was read.
func (o *overlay) take(c *checkpoint) {
	for _, line := range c.Facts {
		_, service := placeOf(line)
		at := [2]string{c.Cloud, service}
		o.lines[at] = append(o.lines[at], line)
	}
}

// placeOf is the region and the service of a line.
func placeOf(line string) (region, service string) {
	region, rest, _ := strings.Cut(line, ",")
	service, _, _ = strings.Cut(rest, "/")
	return region, service
}

// keepOld adds what the old overlay has and read does not name. It reports
// false where there is an old one that is not as it was written.
func (o *overlay) keepOld(read func(cloud, service, region string) bool) (bool, error) {
	fsys := os.DirFS(o.dir)
	list, err := catalogue.ReadOverlayList(fsys)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err == nil {
		_, err = o.facts.Overlaid(fsys)
	}
	if err != nil {
		return false, nil
	}
	for _, p := range list.Parts {
		o.days[[3]string{p.Cloud, p.Service, p.Region}] = p.Day
	}
	for _, f := range list.Files {
		cloud, _, _ := strings.Cut(f.Name, "/")
		if path.Ext(f.Name) != ".csv" {
			continue
		}
		text, err := fs.ReadFile(fsys, f.Name)
		if err != nil {
			return false, err
		}
		for line := range strings.Lines(strings.TrimPrefix(string(text), priceHeader)) {
			line = strings.TrimSuffix(line, "\n")
			if region, service := placeOf(line); !read(cloud, service, region) {
				at := [2]string{cloud, service}
				o.lines[at] = append(o.lines[at], line)
			}
		}
	}
	return true, nil
}

// write makes the overlay in an empty folder and returns how many prices it
// has.
func (o *overlay) write(dir string, read func(cloud, service, region string) bool) (int, error) {
	list := catalogue.OverlayList{Day: o.day}
	var names []string
	clouds := map[string]bool{}
	for at, lines := range o.lines {
		lines = o.once(lines)
		name := path.Join(at[0], "prices", at[1]+".csv")
		names = append(names, name)
		clouds[at[0]] = true
		list.Parts = append(list.Parts, o.parts(at, lines, read)...)
		if err := o.file(dir, name, []byte(priceHeader+strings.Join(lines, "\n")+"\n")); err != nil {
			return 0, err
		}
	}
	for _, cloud := range slices.Sorted(maps.Keys(clouds)) {
		packed, err := catalogue.Pack(os.DirFS(dir), cloud)
		if err != nil {
			return 0, err
		}
		name := path.Join("packed", cloud+".bin")
		names = append(names, name)
		if err := o.file(dir, name, packed); err != nil {
			return 0, err
		}
	}
	if err := catalogue.SealOverlay(dir, list, names); err != nil {
		return 0, err
	}
	over, err := o.facts.Overlaid(os.DirFS(dir))
	if err != nil {
		return 0, fmt.Errorf("what was written does not read back: %w", err)
	}
	info, _ := over.Overlay()
	return info.Prices, nil
}

func (o *overlay) file(dir, name string, text []byte) error {
	to := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return writeWhole(to, text)
}

// parts counts the prices of a service region by region.
func (o *overlay) parts(at [2]string, lines []string, read func(cloud, service, region string) bool) []catalogue.OverlayPart {
	counts := map[string]map[string]bool{}
	for _, line := range lines {
		region, sku, _ := strings.Cut(cellOf(line), ",")
		if counts[region] == nil {
			counts[region] = map[string]bool{}
		}
		counts[region][sku] = true
	}
	var out []catalogue.OverlayPart
	for region, skus := range counts {
		day := o.day
		if !read(at[0], at[1], region) {
			day = o.days[[3]string{at[0], at[1], region}]
		}
		out = append(out, catalogue.OverlayPart{Cloud: at[0], Service: at[1], Region: region, Day: day, Prices: len(skus)})
	}
	return out
}

// once sorts lines and takes out what two lists say alike. Where they differ
// about a price, neither is taken.
func (o *overlay) once(lines []string) []string {
	slices.SortFunc(lines, compareLines)
	lines = slices.Compact(lines)
	bad := map[string]bool{}
	for i := 1; i < len(lines); i++ {
		if compareLines(lines[i-1], lines[i]) == 0 {
			bad[cellOf(lines[i])] = true
		}
	}
	o.torn += len(bad)
	return slices.DeleteFunc(lines, func(line string) bool { return bad[cellOf(line)] })
}

// cellOf is the region and the key of a line.
func cellOf(line string) string {
	region, rest, _ := strings.Cut(line, ",")
	sku, _, _ := strings.Cut(rest, ",")
	return region + "," + sku
}

// compareLines is the order of a price file: by region, key and tier.
func compareLines(a, b string) int {
	x, y := strings.Split(a, ","), strings.Split(b, ",")
	from := func(f []string) decimal.Decimal { n, _ := decimal.NewFromString(f[4]); return n }
	return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]), from(x).Cmp(from(y)))
}
