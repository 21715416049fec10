package catalogue

import (
	"slices"
	"strings"
)

const sourceHeader = "id,repository,commit,licence,vintage,what"

// Source is where facts were read.
type Source struct {
	ID         string
	Repository string
	Commit     string
	Licence    string
	Vintage    string
	What       string
}

// Source resolves the source of a fact. An id "inferred:<rule>" is its own
// answer and resolves to nothing.
func (c *Catalogue) Source(id string) (Source, bool) {
	l, ok := c.text("sources.csv").find(id)
	if !ok {
		if base, _, cut := strings.Cut(id, "@"); cut { // id@commit of one file
			l, ok = c.text("sources.csv").find(base)
		}
	}
	if !ok {
		return Source{}, false
	}
	return readSource(l), true
}

func readSource(l line) Source {
	return Source{
		ID: l.str(), Repository: l.str(), Commit: l.str(), Licence: l.str(), Vintage: l.str(), What: l.str(),
	}
}

// Status says what is inside a catalogue.
type Status struct {
	Version  string
	Rows     int    // prices, each with all its tiers
	Oldest   string // date of the oldest price
	Newest   string
	Inferred int // rows nobody published
	Clouds   []CloudStatus
	Sources  []Source // in the order of their ids
}

// CloudStatus is the part of one cloud.
type CloudStatus struct {
	Cloud    string
	Rows     int
	Oldest   string
	Newest   string
	Inferred int
	Regions  []string // that have a price, sorted
	Machines int
	Services []ServiceStatus // in the order of their names
}

// ServiceStatus is the part of one service.
type ServiceStatus struct {
	Service  string // first part of the SKU
	SKUs     int
	Rows     int
	Regions  int
	Inferred int
	Oldest   string
	Newest   string
}

// Status counts what is inside. It reads every price: a few milliseconds.
func (c *Catalogue) Status() Status {
	s := Status{Version: c.Version()}
	for _, p := range c.prices {
		cloud := p.status()
		for range c.text("machines/" + p.cloud + ".csv").lines {
			cloud.Machines++
		}
		s.Clouds = append(s.Clouds, cloud)
		s.Rows += cloud.Rows
		s.Inferred += cloud.Inferred
		s.Oldest, s.Newest = older(s.Oldest, cloud.Oldest), max(s.Newest, cloud.Newest)
	}
	for l := range c.text("sources.csv").lines {
		s.Sources = append(s.Sources, readSource(l))
	}
	return s
}

// Dates are those of the oldest and the newest price. Unlike Status it reads
// none of them.
func (c *Catalogue) Dates() (oldest, newest string) {
	for _, p := range c.prices {
		for _, m := range p.layers {
			if d := m.dates; d.len() > 0 {
				oldest, newest = older(oldest, d.at(0)), max(newest, d.at(d.len()-1))
			}
		}
	}
	return oldest, newest
}

func (p cloudPrices) status() CloudStatus {
	out := CloudStatus{Cloud: p.cloud}
	seen := map[string]map[string]bool{} // regions by service
	for layer, m := range p.layers {
		for row, sku := range m.all() {
			service, _, _ := strings.Cut(sku, "/")
			i, ok := slices.BinarySearchFunc(out.Services, service, func(s ServiceStatus, name string) int {
				return strings.Compare(s.Service, name)
			})
			if !ok {
				out.Services = slices.Insert(out.Services, i, ServiceStatus{Service: service})
				seen[service] = map[string]bool{}
			}
			above := p.above(layer, sku)
			if above == nil {
				out.Services[i].SKUs++
			}
			m.count(row, above, &out.Services[i], seen[service])
		}
		for i := range m.regions.len() {
			out.Regions = append(out.Regions, m.regions.at(i))
		}
	}
	slices.Sort(out.Regions)
	out.Regions = slices.Compact(out.Regions)
	for _, s := range out.Services {
		out.Rows += s.Rows
		out.Inferred += s.Inferred
		out.Oldest, out.Newest = older(out.Oldest, s.Oldest), max(out.Newest, s.Newest)
	}
	return out
}

// count adds the prices of a row to those of its service, but for the regions
// that are given by a layer above.
func (m *matrix) count(row int, above []string, s *ServiceStatus, seen map[string]bool) {
	for col := range m.regions.len() {
		cell, ok := m.cell(row, col)
		if !ok || slices.Contains(above, m.regions.at(col)) {
			continue
		}
		if r := m.regions.at(col); !seen[r] {
			seen[r] = true
			s.Regions++
		}
		s.Rows++
		at := cell.meta * metaBytes
		date := m.dates.at(int(u16(m.metas, at+2)))
		s.Oldest, s.Newest = older(s.Oldest, date), max(s.Newest, date)
		if strings.HasPrefix(m.sources.at(int(u16(m.metas, at+4))), inferredPrefix) {
			s.Inferred++
		}
	}
}

// older is the lesser of two dates; "" is none.
func older(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}
