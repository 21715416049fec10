package report

import (
	"fmt"
	"io"
	"strconv"
)

// CatalogueStatus says which facts are inside: what `iaclint catalogue status`
// prints. Dates are YYYY-MM-DD or YYYY-MM.
type CatalogueStatus struct {
	SchemaVersion string            `json:"schema_version"`
	Version       string            `json:"version"`
	Rows          int               `json:"rows"` // prices
	Inferred      int               `json:"inferred"`
	Oldest        string            `json:"oldest_price"`
	Newest        string            `json:"newest_price"`
	Overlay       *CatalogueOverlay `json:"overlay,omitempty"` // nil: the prices inside
	Clouds        []CatalogueCloud  `json:"clouds"`
	Sources       []CatalogueSource `json:"sources"`
}

// CatalogueCloud is the part of one cloud.
type CatalogueCloud struct {
	Cloud    string             `json:"cloud"`
	Rows     int                `json:"rows"`
	Inferred int                `json:"inferred"` // derived by a stated rule
	Regions  []string           `json:"regions"`
	Machines int                `json:"machines"`
	Oldest   string             `json:"oldest_price"`
	Newest   string             `json:"newest_price"`
	Services []CatalogueService `json:"services"`
}

// CatalogueService is the part of one service.
type CatalogueService struct {
	Service  string `json:"service"`
	SKUs     int    `json:"skus"`
	Rows     int    `json:"rows"`
	Inferred int    `json:"inferred"`
	Regions  int    `json:"regions"` // in which it has a price
	Oldest   string `json:"oldest_price"`
	Newest   string `json:"newest_price"`
}

// CatalogueSource is where facts were read.
type CatalogueSource struct {
	ID      string `json:"id"`
	Origin  string `json:"origin"` // repository or publisher
	Licence string `json:"licence"`
	Vintage string `json:"vintage"`
	What    string `json:"what"`
}

// WriteCatalogue prints the status: a table for each cloud, then the sources
// with their licences.
func WriteCatalogue(w io.Writer, c *CatalogueStatus, o Options) error {
	s := newScreen(w, o)
	s.flow([]span{{"Catalogue " + c.Version + "  ", s.strong}}, 2,
		[]string{plural(c.Rows, "price", "prices"), "from " + c.Oldest + " to " + c.Newest, plural(c.Inferred, "of them inferred", "of them inferred")}, " ·", nil)
	if o := c.Overlay; o != nil {
		s.paragraph(0, span{"Overlay of " + o.Day + "  ", s.strong}, 2, plural(o.Prices, "price goes", "prices go")+" before those inside", nil)
	}
	s.line()
	t := table{columns: []column{{fit: s.cut}, {head: "prices", right: true}, {head: "regions", right: true}, {head: "oldest", right: true}, {head: "newest", right: true}}}
	for _, cloud := range c.Clouds {
		sec := section{
			title: cloud.Cloud,
			note:  fmt.Sprintf("  %s in %s, %s", plural(cloud.Rows, "price", "prices"), plural(len(cloud.Regions), "region", "regions"), plural(cloud.Machines, "machine", "machines")),
		}
		for _, v := range cloud.Services {
			sec.rows = append(sec.rows, []span{{"  " + v.Service, nil}, {thousands(strconv.Itoa(v.Rows)), nil}, {strconv.Itoa(v.Regions), nil}, {v.Oldest, s.dim}, {v.Newest, s.dim}})
		}
		t.sections = append(t.sections, sec)
	}
	s.draw(t)
	s.line()
	if len(c.Sources) > 0 {
		s.line(span{"Sources", s.strong})
		s.thinRule(s.width)
	}
	for _, src := range c.Sources {
		s.paragraph(0, span{src.ID + "  ", s.note}, 4, src.What, nil)
		s.flow([]span{pad(4)}, 4, present(src.Origin, src.Vintage, src.Licence), " ·", s.dim)
	}
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing the catalogue's status: %w", err)
	}
	return nil
}

func present(parts ...string) (out []string) {
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}
