package refresh

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// Options say what to read, from where and to where.
type Options struct {
	Clouds   []string // "aws", "azure", "gcp"; none: all
	Services []string // as keys begin with them; none: all that are mapped
	Regions  []string // none: all
	Dir      string   // of the overlay
	Day      string   // today, YYYY-MM-DD
	Facts    *catalogue.Catalogue
	// Endpoints are where the lists are, by cloud; DefaultEndpoints holds for
	// those that are not named.
	Endpoints map[string]string
	GoogleKey string

	Transport http.RoundTripper                          // nil: the usual one
	Pause     func(context.Context, time.Duration) error // nil: waits
	Progress  func(Progress)                             // nil: nobody watches
}

// DefaultEndpoints are the official price lists.
var DefaultEndpoints = map[string]string{
	"aws":   "https://pricing.us-east-1.amazonaws.com",
	"azure": "https://prices.azure.com",
	"gcp":   "https://cloudbilling.googleapis.com",
}

// Progress is how far a refresh is.
type Progress struct {
	Done, Total int   // parts
	Bytes       int64 // read
	Part        string
}

// Clouds are those whose lists can be read, sorted.
func Clouds() []string { return []string{"aws", "azure", "gcp"} }

const atOnce = 4 // parts that are read side by side

// Run reads the lists and replaces the overlay in Dir. On any error the overlay
// is what it was before, and what was read is kept for the next run.
func Run(ctx context.Context, opt Options) (*Summary, error) {
	r := &run{opt: opt, sum: &Summary{Day: opt.Day, Dir: opt.Dir}, stats: map[[2]string]*Service{}, services: map[string][]string{}}
	if err := r.open(); err != nil {
		return nil, err
	}
	home, err := openFolder(ctx, opt.Dir)
	if err != nil {
		return nil, err
	}
	defer home.close()
	of, err := agreement(opt.Facts, opt.Services)
	if err != nil {
		return nil, err
	}
	r.kept = checkpoints{dir: home.work("parts"), of: of, day: opt.Day}
	r.over = &overlay{dir: home.dir, day: opt.Day, facts: opt.Facts, lines: map[[2]string][]string{}, days: map[[3]string]string{}}
	parts, err := r.parts(ctx)
	if err != nil {
		return nil, err
	}
	if err := r.readAll(ctx, parts); err != nil {
		return nil, err
	}
	if err := r.settle(ctx, parts); err != nil {
		return nil, err
	}
	next, err := home.fresh()
	if err != nil {
		return nil, err
	}
	if whole, err := r.over.keepOld(r.wasRead); err != nil {
		return nil, err
	} else if !whole {
		r.sum.Notes = append(r.sum.Notes, "the overlay that was there is not as it was written: nothing of it was kept")
	}
	if r.sum.Prices, err = r.over.write(next, r.wasRead); err != nil {
		return nil, fmt.Errorf("writing the overlay: %w", err)
	}
	if n := r.over.torn; n > 0 {
		r.sum.Notes = append(r.sum.Notes, fmt.Sprintf("two lists differ about %d prices: they stay as they are", n))
	}
	if err := home.replace(); err != nil {
		return nil, fmt.Errorf("putting the overlay in place: %w", err)
	}
	return r.summary(), nil
}

// run is one refresh.
type run struct {
	opt      Options
	sum      *Summary
	readers  map[string]reader
	services map[string][]string // that are read, by cloud
	kept     checkpoints
	over     *overlay

	mu    sync.Mutex
	done  []*checkpoint // by part
	bytes int64
	ready int
	stats map[[2]string]*Service
}

// open makes the readers.
func (r *run) open() error {
	clouds := r.opt.Clouds
	if len(clouds) == 0 {
		clouds = Clouds()
	}
	r.readers = map[string]reader{}
	var found []string
	for _, cloud := range clouds {
		all, err := loadMapping(cloud)
		if err != nil {
			return err
		}
		asks := all.only(r.opt.Services)
		found = append(found, all.services()...)
		base, err := url.Parse(cmp.Or(r.opt.Endpoints[cloud], DefaultEndpoints[cloud]))
		if err != nil || base.Host == "" || base.Scheme != "https" && base.Scheme != "http" {
			return Slip{fmt.Errorf("the endpoint of %s is not an address: write https://host", cloud)}
		}
		r.keptInside(cloud, all)
		if cloud == "gcp" && r.opt.GoogleKey == "" {
			if len(r.opt.Clouds) > 0 {
				return ErrNoKey
			}
			r.sum.Notes = append(r.sum.Notes, "Google's prices were not read: its list asks for a key")
			continue
		}
		r.services[cloud] = asks.services()
		r.readers[cloud] = r.reader(cloud, asks, base)
	}
	for _, s := range r.opt.Services {
		if !slices.Contains(found, s) {
			slices.Sort(found)
			return Slip{fmt.Errorf("no price list is mapped to the service %q; those that are: %s", s, strings.Join(slices.Compact(found), ", "))}
		}
	}
	return nil
}

// Slip is a mistake in what was asked for: nothing was read.
type Slip struct{ error }

func (s Slip) Unwrap() error { return s.error }

// ErrNoKey says that Google's list was asked for without a key.
var ErrNoKey = errors.New("the price list of Google asks for an API key")

func (r *run) reader(cloud string, asks *mapping, base *url.URL) reader {
	w := newWeb(r.opt.Transport, r.opt.Pause)
	switch cloud {
	case "aws":
		return &amazon{web: w, base: base, asks: asks, only: r.opt.Regions}
	case "azure":
		var known []string
		for _, region := range r.opt.Facts.Regions(cloud) {
			known = append(known, region.Code)
		}
		return &azure{web: w, base: base, asks: asks, regions: azureRegions(r.opt.Regions, known)}
	}
	w.header.Set(googleKeyHeader, r.opt.GoogleKey)
	return &google{web: w, base: base, asks: asks, only: r.opt.Regions}
}

// keptInside notes the services that no mapping reaches.
func (r *run) keptInside(cloud string, all *mapping) {
	mapped := all.services()
	k := Kept{Cloud: cloud}
	for _, c := range r.opt.Facts.Status().Clouds {
		if c.Cloud != cloud {
			continue
		}
		for _, s := range c.Services {
			if !slices.Contains(mapped, s.Service) {
				k.Services = append(k.Services, s.Service)
			}
		}
	}
	r.sum.Kept = append(r.sum.Kept, k)
}

func (r *run) parts(ctx context.Context) ([]part, error) {
	var all []part
	for _, cloud := range Clouds() {
		from := r.readers[cloud]
		if from == nil {
			continue
		}
		parts, notes, err := from.parts(ctx)
		if err != nil {
			return nil, err
		}
		slices.SortFunc(parts, func(a, b part) int {
			return cmp.Or(cmp.Compare(a.list.name, b.list.name), cmp.Compare(a.region, b.region))
		})
		all = append(all, parts...)
		r.sum.Notes = append(r.sum.Notes, notes...)
	}
	if len(all) == 0 {
		return nil, Slip{errors.New("there is no price list to read: no service that was asked for is sold in a region that was asked for")}
	}
	r.done = make([]*checkpoint, len(all))
	return all, nil
}
