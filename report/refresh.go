package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// CatalogueRefresh says what came of reading the clouds' price lists: what
// `iaclint catalogue refresh` prints.
type CatalogueRefresh struct {
	SchemaVersion string              `json:"schema_version"`
	Day           string              `json:"day"`    // YYYY-MM-DD of the overlay
	Folder        string              `json:"folder"` // in which it lies
	Prices        int                 `json:"prices"` // of the whole overlay
	Resumed       int                 `json:"resumed"`
	Services      []RefreshedService  `json:"services"`
	Unmapped      map[string][]string `json:"unmapped"` // cloud to services whose prices stay those inside
	Notes         []string            `json:"notes"`
}

// RefreshedService counts what came of one service.
type RefreshedService struct {
	Cloud   string         `json:"cloud"`
	Service string         `json:"service"`
	Regions int            `json:"regions"`
	Prices  int            `json:"prices"`
	Same    int            `json:"same"` // as inside
	Moved   int            `json:"moved"`
	New     int            `json:"new"`
	Refused []RefusedPrice `json:"refused,omitempty"`
}

// RefusedPrice is why rows of a list were not taken.
type RefusedPrice struct {
	Reason  string `json:"reason"`
	Rows    int    `json:"rows"`
	Example string `json:"example"` // a key without cloud and region
}

// WriteRefresh prints what was read, what was not, and why.
func WriteRefresh(w io.Writer, c *CatalogueRefresh, o Options) error {
	s := newScreen(w, o)
	s.flow([]span{{"Overlay of " + c.Day + "  ", s.strong}}, 2, present(plural(c.Prices, "price", "prices"), "in "+c.Folder, resumed(c.Resumed)), " ·", nil)
	s.line()
	t := table{columns: []column{{fit: s.cut}, {head: "prices", right: true}, {head: "regions", right: true}, {head: "same", right: true}, {head: "moved", right: true}, {head: "new", right: true}}}
	for _, v := range c.Services {
		if n := len(t.sections); n == 0 || t.sections[n-1].title != v.Cloud {
			t.sections = append(t.sections, section{title: v.Cloud})
		}
		sec := &t.sections[len(t.sections)-1]
		row := []span{{"  " + v.Service, nil}}
		for _, n := range []int{v.Prices, v.Regions, v.Same, v.Moved, v.New} {
			row = append(row, span{thousands(strconv.Itoa(n)), nil})
		}
		sec.rows = append(sec.rows, row)
	}
	s.draw(t)
	s.line()
	for _, v := range c.Services {
		for _, r := range v.Refused {
			s.paragraph(0, span{"Not taken  ", s.note}, 4, fmt.Sprintf("%s of %s, as %s: %s", plural(r.Rows, "row", "rows"), v.Cloud, r.Example, r.Reason), nil)
		}
	}
	for _, cloud := range []string{"aws", "azure", "gcp"} {
		if names := c.Unmapped[cloud]; len(names) > 0 {
			text := "prices of " + cloud + " stay those inside for " + strings.Join(names, ", ")
			s.flow([]span{{"Not mapped  ", s.note}}, 4, strings.Split(text, " "), " ", nil)
		}
	}
	for _, n := range c.Notes {
		s.paragraph(0, span{"Note  ", s.note}, 4, n, nil)
	}
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing what was refreshed: %w", err)
	}
	return nil
}

func resumed(parts int) string {
	if parts == 0 {
		return ""
	}
	return plural(parts, "part", "parts") + " of an earlier run"
}
