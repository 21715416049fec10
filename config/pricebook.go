package config

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/shopspring/decimal"
)

// BookPrice is one line of a price book: what a user pays instead of the list.
type BookPrice struct {
	Key  string // price key or pattern of them: "aws/ec2/*/m5.large/linux/on-demand"
	Unit string // "" for that of the list
	USD  decimal.Decimal
	Date string // of the price, YYYY-MM-DD
	Validity
	Range  hcl.Range // its line
	Source string    // file and line
}

// Covers reports whether it is the price of a key.
func (p BookPrice) Covers(key string) bool { return Match(p.Key, key) }

// priceBookColumns are those a price book may have; the first three it must.
var priceBookColumns = []string{"key", "price", "date", "unit", "from", "until"}

// LoadPriceBook reads a price book: CSV with a header of priceBookColumns, in
// any order. A slip is a diagnostic with file and line.
func LoadPriceBook(path string) ([]BookPrice, hcl.Diagnostics) {
	src, err := read(path)
	if err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Price book cannot be read", Detail: err.Error() + startsAt}}
	}
	return ParsePriceBook(src, path)
}

// ParsePriceBook reads a price book from memory; name is what diagnostics and
// the prices' sources call it. Its keys may be of the clouds of the catalogue and
// of those named.
func ParsePriceBook(src []byte, name string, clouds ...string) ([]BookPrice, hcl.Diagnostics) {
	b := &bookReader{name: name, clouds: clouds, csv: csv.NewReader(bytes.NewReader(bytes.TrimPrefix(src, []byte("\ufeff"))))}
	b.csv.Comment = '#'
	b.csv.TrimLeadingSpace = true
	if !b.header() {
		return nil, b.diags
	}
	var out []BookPrice
	for {
		fields, err := b.csv.Read()
		if errors.Is(err, io.EOF) {
			return out, b.diags
		}
		if err != nil {
			var at *csv.ParseError
			line := 0
			if errors.As(err, &at) {
				line, err = at.Line, at.Err
			}
			b.slip(line, "Not CSV", err.Error()+".")
			return out, b.diags
		}
		if p, ok := b.price(fields); ok {
			out = append(out, p)
		}
	}
}

type bookReader struct {
	name   string
	clouds []string
	csv    *csv.Reader
	column map[string]int
	diags  hcl.Diagnostics
}

func (b *bookReader) slip(line int, summary, detail string) {
	at := b.at(line)
	b.diags = append(b.diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &at})
}

func (b *bookReader) at(line int) hcl.Range {
	at := hcl.Pos{Line: line, Column: 1}
	return hcl.Range{Filename: b.name, Start: at, End: at}
}

func (b *bookReader) header() bool {
	fields, err := b.csv.Read()
	if err != nil {
		b.slip(1, "Price book without a header", "The first line names the columns: "+strings.Join(priceBookColumns, ",")+".")
		return false
	}
	b.column = map[string]int{}
	for i, f := range fields {
		f = strings.ToLower(strings.TrimSpace(f))
		if !slices.Contains(priceBookColumns, f) {
			b.slip(1, "Unknown column", fmt.Sprintf("There is no column %q in a price book. %s", f, didYouMean(f, priceBookColumns)))
			continue
		}
		b.column[f] = i
	}
	for _, need := range priceBookColumns[:3] {
		if _, ok := b.column[need]; !ok && len(b.diags) == 0 {
			b.slip(1, "Column missing", fmt.Sprintf("A price book has a column %q: the first line is %s.", need, strings.Join(priceBookColumns, ",")))
		}
	}
	return len(b.diags) == 0
}

func (b *bookReader) price(fields []string) (BookPrice, bool) {
	line, _ := b.csv.FieldPos(0)
	get := func(name string) string {
		if i, ok := b.column[name]; ok {
			return strings.TrimSpace(fields[i])
		}
		return ""
	}
	p := BookPrice{Key: get("key"), Unit: get("unit"), Date: get("date"), Validity: Validity{From: get("from"), Until: get("until")},
		Range: b.at(line), Source: fmt.Sprintf("%s:%d", b.name, line)}
	if reason := keyPattern(p.Key); reason != "" && !b.ofCloud(p.Key) {
		b.slip(line, "Not a price key", fmt.Sprintf("%q is not one of %s. iaclint catalogue query shows the keys.", p.Key, reason))
		return p, false
	}
	usd, err := decimal.NewFromString(get("price"))
	if err != nil || usd.IsNegative() || len(get("price")) > 40 || usd.Exponent() < -20 || usd.GreaterThan(decimal.NewFromInt(most)) {
		b.slip(line, "Not a price", fmt.Sprintf("%q is not a plain decimal number of dollars.", get("price")))
		return p, false
	}
	if _, err := time.Parse(time.DateOnly, p.Date); err != nil {
		b.slip(line, "Not a date", fmt.Sprintf("%q is not a day as in 2026-11-01: a price says since when it holds.", p.Date))
		return p, false
	}
	for _, day := range []string{p.From, p.Until} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			b.slip(line, "Not a date", fmt.Sprintf("%q is not a day as in 2026-11-01.", day))
			return p, false
		}
	}
	if slip := p.slip(); slip != "" {
		b.slip(line, "Dates the wrong way round", "This price never holds. "+slip)
		return p, false
	}
	p.USD = usd
	return p, true
}

// ofCloud is whether a key is of one of the clouds beside the catalogue's.
func (b *bookReader) ofCloud(key string) bool {
	cloud, _, _ := strings.Cut(key, "/")
	return slices.Contains(b.clouds, cloud)
}
