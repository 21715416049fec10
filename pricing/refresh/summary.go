package refresh

import (
	"slices"
	"strings"
)

// Summary is what a refresh found and did.
type Summary struct {
	Day      string    // of the overlay
	Dir      string    // where it lies
	Prices   int       // in the overlay, those that were there before included
	Services []Service // what was read, by cloud and name
	Kept     []Kept    // what was not read, cloud by cloud
	Resumed  int       // parts that an earlier run had read
	Notes    []string  // what is to be known beside
}

// Service counts what came of one service.
type Service struct {
	Cloud, Service string
	Regions        []string // sorted
	Prices         int
	Same           int // as in the catalogue
	Moved          int
	New            int // keys or regions that the catalogue does not have
	// Refused are rows that were not taken, by reason, each with an example.
	Refused []Refusal
}

// Refusal is why rows were not taken.
type Refusal struct {
	Reason  string // "unit 10K", "two prices", "moved from 0.1 to 9"
	Rows    int
	Example string // a key
}

// Kept are the services of a cloud that no mapping reaches: their prices stay
// those inside.
type Kept struct {
	Cloud    string
	Services []string
}

const mostReasons = 20 // that are told apart

func (s *Service) refuse(sku, reason string) {
	for i := range s.Refused {
		if s.Refused[i].Reason == reason {
			s.Refused[i].Rows++
			return
		}
	}
	if len(s.Refused) >= mostReasons {
		reason = "other reasons"
		if last := &s.Refused[len(s.Refused)-1]; last.Reason == reason {
			last.Rows++
			return
		}
	}
	s.Refused = append(s.Refused, Refusal{Reason: reason, Rows: 1, Example: sku})
}

func (s *Service) region(name string) {
	if i, ok := slices.BinarySearch(s.Regions, name); !ok {
		s.Regions = slices.Insert(s.Regions, i, name)
	}
}

// merge adds what another part of the same service gave.
func (s *Service) merge(o Service) {
	s.Prices, s.Same, s.Moved, s.New = s.Prices+o.Prices, s.Same+o.Same, s.Moved+o.Moved, s.New+o.New
	for _, r := range o.Regions {
		s.region(r)
	}
	for _, r := range o.Refused {
		i := slices.IndexFunc(s.Refused, func(have Refusal) bool { return have.Reason == r.Reason })
		if i < 0 {
			s.Refused = append(s.Refused, r)
			continue
		}
		s.Refused[i].Rows += r.Rows
	}
	slices.SortFunc(s.Refused, func(a, b Refusal) int { return strings.Compare(a.Reason, b.Reason) })
}
