package report

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// The style and the script of the page, as people read and change them.
var (
	//go:embed html/report.css
	pageStyle string
	//go:embed html/report.js
	pageScript string
)

// WriteHTML writes r as one file for a browser. It asks for nothing beyond
// itself, which its content security policy holds; everything is there without
// its script, which adds search, order and filters.
func WriteHTML(w io.Writer, r *Report, o Options) error {
	p := newSheet(w)
	p.money = CurrencyOf(r.Currency)
	p.view = newView(r, o)
	p.w.WriteString("<!doctype html>\n")
	p.open("html", "", attr{"lang", "en"})
	p.head(r)
	p.open("body", "")
	p.line()
	p.banner(r)
	p.open("main", "", attr{"id", "top"})
	p.overview(r)
	p.guardrailBars(r)
	p.movers(r)
	p.where(r)
	p.allocation(r)
	p.findingList(r)
	p.resourceTable(r)
	p.unknowns(r)
	p.sources(r)
	p.end("main")
	p.asset("script", markup(pageScript))
	p.end("body")
	p.end("html")
	p.line()
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	return nil
}

// head names the page and says what it may do: run the style and the script it
// carries, show pictures it carries, and nothing else.
func (p *sheet) head(r *Report) {
	p.open("head", "")
	p.open("meta", "", attr{"charset", "utf-8"})
	p.open("meta", "", attr{"http-equiv", "Content-Security-Policy"}, attr{"content",
		"default-src 'none'; style-src 'sha256-" + allowed(pageStyle) + "'; script-src 'sha256-" + allowed(pageScript) + "'; img-src data:; base-uri 'none'; form-action 'none'"})
	p.open("meta", "", attr{"name", "viewport"}, attr{"content", "width=device-width, initial-scale=1"})
	p.open("meta", "", attr{"name", "color-scheme"}, attr{"content", "light dark"})
	p.open("meta", "", attr{"name", "referrer"}, attr{"content", "no-referrer"})
	p.leaf("title", "", subject(r)+" · iaclint")
	p.open("link", "", attr{"rel", "icon"}, attr{"href", "data:image/svg+xml," + icon})
	p.asset("style", markup(pageStyle))
	p.end("head")
	p.line()
}

// allowed is how a content security policy names what may run.
func allowed(content string) string {
	sum := sha256.Sum256([]byte(content))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// icon is the mark of the page: two bars and a leaf-green one, as a data URL.
const icon = "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%232b5bd7' d='M1 9h4v6H1zM6 5h4v10H6z'/%3E%3Cpath fill='%232a7d57' d='M11 1h4v14h-4z'/%3E%3C/svg%3E"

// subject is what the report is about, in a few words.
func subject(r *Report) string {
	switch {
	case r.Compared != nil:
		return r.Compared.Base + " → " + r.Compared.Head
	case len(r.Projects) == 1:
		return r.Projects[0].Name
	}
	return plural(len(r.Projects), "project", "projects")
}

// view is what the sections of a page share.
type view struct {
	all      []placed // the dearest first
	exist    int      // of all, after the plan
	changes  bool     // there are two sides
	before   bool     // and something was there before
	short    bool     // some cost is not known
	coverage Coverage
	rows     map[rowKey]int         // row of the table, from 1
	heeded   map[rowKey][]groupNote // findings of a resource
	groups   []*findingGroup
	source   Source
}

type rowKey struct{ project, address string }

// mostRows bounds the table of resources, and with it the page: what is beyond
// is in the JSON, and the page says so.
const mostRows = 5000

func newView(r *Report, o Options) *view {
	v := &view{all: collect(r), changes: changes(r) || r.Compared != nil, coverage: coverageOf(r), source: o.Source}
	v.short = v.coverage.Gap+v.coverage.Partial > 0
	slices.SortStableFunc(v.all, func(a, b placed) int {
		return cmp.Or(compareMoney(b.Cost.Monthly, a.Cost.Monthly), compareMoney(b.Cost.Before, a.Cost.Before),
			cmp.Compare(carbonOf(b), carbonOf(a)), cmp.Compare(a.project, b.project), cmp.Compare(a.Address, b.Address))
	})
	v.rows = make(map[rowKey]int, min(len(v.all), mostRows))
	for i := range v.all {
		a := &v.all[i]
		if !a.gone() {
			v.exist++
		}
		if a.Cost.Before != nil && a.Cost.Before.IsPositive() {
			v.before = true
		}
		if i < mostRows {
			if key := (rowKey{a.project, a.Address}); v.rows[key] == 0 {
				v.rows[key] = i + 1
			}
		}
	}
	v.before = v.before && v.changes
	v.groups, v.heeded = groupAll(r)
	return v
}

// compareMoney puts what is not known below everything that is.
func compareMoney(a, b *Money) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return a.Cmp(b.Decimal)
}

func carbonOf(r placed) float64 {
	if r.Carbon == nil {
		return -1
	}
	return r.Carbon.TotalKg.saved()
}

func rowID(n int) string { return "r" + strconv.Itoa(n) }

func groupID(n int) string { return "f" + strconv.Itoa(n) }

// kgWord is the unit people read beside carbon.
const kgWord = "kg CO₂e"

// totalText is a total, marked as a lower bound where something is missing.
func (p *sheet) totalText(m *Money) string {
	if m != nil && p.view.short {
		return "≥ " + p.money.amount(m)
	}
	return p.money.amount(m)
}

// costText is what a sum costs, or the word for why that is not known.
func (p *sheet) costText(s *sum) string {
	switch {
	case s.n == 0 && s.hadCost:
		return p.money.amount(&Money{s.cost})
	case s.n == 0:
		return noValue
	case s.costed == 0 && s.short == 0:
		return "by use"
	case s.costed == 0:
		return unknownWord
	case s.short > 0:
		return "≥ " + p.money.amount(&Money{s.cost})
	}
	return p.money.amount(&Money{s.cost})
}

// kgText is what a sum emits; what has no hardware of its own emits nothing
// that anybody counts, which is not zero.
func kgText(s *sum) string {
	switch {
	case s.weighed == 0 && s.unweighed == 0 && s.hadCarbon:
		return mass(0, "")
	case s.weighed == 0 && s.unweighed == 0:
		return noValue
	case s.weighed == 0:
		return unknownWord
	case s.unweighed > 0:
		return "≥ " + mass(s.kg, "")
	}
	return mass(s.kg, "")
}

// turned is the class of a change: more, less or neither.
func turned(sign int) markup {
	switch {
	case sign > 0:
		return "more"
	case sign < 0:
		return "less"
	}
	return "same"
}

// sign is what happens to a resource: a sign, a word for those who do not see
// it, and a class. An action that this version does not know is named.
func (p placed) sign() (sign, word string, class markup) {
	word = p.change()
	switch word {
	case "added":
		return "+", word, "a-new"
	case "changed":
		return "~", word, "a-mod"
	case "removed":
		return "−", word, "a-del"
	case "replaced":
		return "±", word, "a-mod"
	case "forgotten":
		return "·", word, "a-off"
	case "moved":
		return "→", word, "a-off"
	}
	if len(p.Actions) > 0 && !p.has("no-op") && !p.has("read") {
		return "?", strings.Join(p.Actions, ", "), "a-off"
	}
	return "", word, "a-off"
}
