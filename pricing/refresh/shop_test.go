package refresh

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// shop is a server that speaks the three price APIs. What it sells was made up
// for the tests; only the shape is theirs.
type shop struct {
	*httptest.Server
	t *testing.T

	mu      sync.Mutex
	asked   []string
	before  func(w http.ResponseWriter, r *http.Request) bool // true: it has answered
	version string
	offers  map[string]map[string]string // file by offer and region
	items   map[string][]map[string]any  // by "service/region"
	skus    map[string][]map[string]any  // by service
	page    int                          // rows to a page
}

const today = "2026-11-21"

func newShop(t *testing.T) *shop {
	s := &shop{t: t, version: "20261101000000", offers: map[string]map[string]string{}, items: map[string][]map[string]any{}, skus: map[string][]map[string]any{}, page: 2}
	s.Server = httptest.NewServer(http.HandlerFunc(s.answer))
	t.Cleanup(s.Close)
	return s
}

func (s *shop) answer(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked = append(s.asked, r.URL.Path+"?"+r.URL.RawQuery)
	before := s.before
	s.mu.Unlock()
	if before != nil && before(w, r) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case strings.HasPrefix(r.URL.Path, "/offers/"):
		s.amazon(w, r)
	case r.URL.Path == retailPrices:
		s.azure(w, r)
	case strings.HasSuffix(r.URL.Path, "/skus"):
		s.google(w, r)
	default:
		http.NotFound(w, r)
	}
}

func (s *shop) amazon(w http.ResponseWriter, r *http.Request) {
	path := strings.Split(strings.TrimPrefix(r.URL.Path, "/offers/v1.0/aws/"), "/")
	switch {
	case path[0] == "index.json":
		offers := map[string]any{}
		for name := range s.offers {
			offers[name] = map[string]string{"currentRegionIndexUrl": "/offers/v1.0/aws/" + name + "/current/region_index.json"}
		}
		s.say(w, map[string]any{"offers": offers})
	case path[len(path)-1] == "region_index.json":
		regions := map[string]any{}
		for region := range s.offers[path[0]] {
			regions[region] = map[string]string{"currentVersionUrl": fmt.Sprintf("/offers/v1.0/aws/%s/%s/%s/index.json", path[0], s.version, region)}
		}
		s.say(w, map[string]any{"regions": regions})
	case len(path) == 4 && s.offers[path[0]][path[2]] != "":
		fmt.Fprint(w, s.offers[path[0]][path[2]])
	default:
		http.NotFound(w, r)
	}
}

func (s *shop) azure(w http.ResponseWriter, r *http.Request) {
	filter := strings.Split(r.URL.Query().Get("$filter"), "'") // serviceName eq 'X' and armRegionName eq 'Y'
	all := s.items[filter[1]+"/"+filter[3]]
	skip, _ := strconv.Atoi(r.URL.Query().Get("$skip"))
	rows, next := all[min(skip, len(all)):min(skip+s.page, len(all))], any(nil)
	if skip+s.page < len(all) {
		q := r.URL.Query()
		q.Set("$skip", strconv.Itoa(skip+s.page))
		next = s.URL + r.URL.Path + "?" + q.Encode()
	}
	s.say(w, map[string]any{"BillingCurrency": "USD", "Items": append([]map[string]any{}, rows...), "NextPageLink": next, "Count": len(rows)})
}

func (s *shop) google(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get(googleKeyHeader) != "sesame" {
		w.WriteHeader(http.StatusBadRequest)
		s.say(w, map[string]any{"error": map[string]any{"code": 400, "message": "The key is not a good one."}})
		return
	}
	all := s.skus[strings.Split(r.URL.Path, "/")[3]]
	skip, _ := strconv.Atoi(strings.TrimPrefix(r.URL.Query().Get("pageToken"), "from-"))
	next := ""
	if skip+s.page < len(all) {
		next = "from-" + strconv.Itoa(skip+s.page)
	}
	s.say(w, map[string]any{"skus": all[min(skip, len(all)):min(skip+s.page, len(all))], "nextPageToken": next})
}

func (s *shop) say(w http.ResponseWriter, doc any) {
	if err := json.NewEncoder(w).Encode(doc); err != nil {
		s.t.Log(err)
	}
}

// meets sets what happens before an answer.
func (s *shop) meets(before func(w http.ResponseWriter, r *http.Request) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.before = before
}

// requests counts those whose address holds a text, and forgets them all.
func (s *shop) requests(text string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, a := range s.asked {
		if plain, err := url.QueryUnescape(a); err == nil && strings.Contains(plain, text) {
			n++
		}
	}
	s.asked = nil
	return n
}

// options are those of a refresh that asks the shop for everything of a cloud's
// service.
func (s *shop) options(cloud string, services ...string) Options {
	return Options{
		Clouds: []string{cloud}, Services: services, Dir: filepath.Join(s.t.TempDir(), "overlay"), Day: today,
		Facts: catalogue.Embedded(), Endpoints: map[string]string{cloud: s.URL}, GoogleKey: "sesame",
		Pause: func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
	}
}

// found is a catalogue with an overlay, and where that lies.
type found struct {
	*catalogue.Catalogue
	dir string
}

// refreshed runs and returns what it found and the catalogue with the overlay.
func refreshed(t *testing.T, opt Options) (*Summary, found) {
	t.Helper()
	sum, err := Run(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	over, err := opt.Facts.WithOverlay(opt.Dir)
	if err != nil {
		t.Fatal(err)
	}
	return sum, found{over, opt.Dir}
}

// prices are the overlay's prices of a cloud, "region sku" to "unit from:usd …",
// by their text, and looked up.
func prices(t *testing.T, c found, cloud string) map[string]string {
	t.Helper()
	out := map[string]string{}
	files, _ := filepath.Glob(filepath.Join(c.dir, cloud, "prices", "*.csv"))
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(strings.TrimPrefix(string(text), priceHeader)) {
			f := strings.Split(strings.TrimSpace(line), ",")
			key := f[0] + " " + f[1]
			if out[key] == "" {
				out[key] = f[2]
			}
			out[key] += " " + f[4] + ":" + f[3]
			p, ok := c.Price(cloud, f[0], f[1])
			if !ok || p.Source != f[6] || p.Date != f[5] || p.Unit != f[2] {
				t.Errorf("%s looks up as %+v", key, p)
			}
		}
	}
	return out
}

// expect wants just these prices in the overlay.
func expect(t *testing.T, c found, cloud string, want map[string]string) {
	t.Helper()
	got := prices(t, c, cloud)
	for key, price := range want {
		if got[key] != price {
			t.Errorf("%s is %q, want %q", key, got[key], price)
		}
		delete(got, key)
	}
	for key, price := range got {
		t.Errorf("%s is %q, and should not be there", key, price)
	}
}
