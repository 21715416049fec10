package refresh

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// azure reads the Retail Prices API: pages of a service in a region.
type azure struct {
	web     *web
	base    *url.URL
	asks    *mapping
	regions []string
}

const retailPrices = "/api/retail/prices"

type retailPage struct {
	Currency string            `json:"BillingCurrency"`
	Items    []json.RawMessage `json:"Items"`
	Next     string            `json:"NextPageLink"`
	Count    *int              `json:"Count"`
}

type retailItem struct {
	Currency string          `json:"currencyCode"`
	From     decimal.Decimal `json:"tierMinimumUnits"`
	USD      decimal.Decimal `json:"retailPrice"`
	Region   string          `json:"armRegionName"`
	Since    string          `json:"effectiveStartDate"`
	Meter    string          `json:"meterName"`
	Product  string          `json:"productName"`
	SKU      string          `json:"skuName"`
	ARM      string          `json:"armSkuName"`
	Service  string          `json:"serviceName"`
	Unit     string          `json:"unitOfMeasure"`
	Type     string          `json:"type"`
	Term     string          `json:"reservationTerm"`
	Main     bool            `json:"isPrimaryMeterRegion"`
	Plans    []struct {
		USD  decimal.Decimal `json:"retailPrice"`
		Term string          `json:"term"`
	} `json:"savingsPlan"`
}

func (a *azure) parts(context.Context) ([]part, []string, error) {
	var out []part
	for _, l := range a.asks.lists {
		for _, region := range a.regions {
			out = append(out, part{cloud: "azure", list: l, region: region})
		}
	}
	return out, nil, nil
}

func (a *azure) first(p part) *url.URL {
	at := *a.base
	at.Path = strings.TrimSuffix(at.Path, "/") + retailPrices
	at.RawQuery = "api-version=2023-01-01-preview&currencyCode='USD'&$filter=" +
		strings.ReplaceAll(url.QueryEscape(fmt.Sprintf("serviceName eq '%s' and armRegionName eq '%s'", p.list.name, p.region)), "+", "%20")
	return &at
}

// read reads all pages of a part. Pages are counted, not pinned: where what lies
// behind them changes on the way, rows may be seen twice or never. So the first
// one is read again at the end and has to be the same.
func (a *azure) read(ctx context.Context, p part, into func() *collector, count func(int64)) ([]fact, map[string]*Service, error) {
	c := into()
	first := a.first(p)
	var sum [sha256.Size]byte
	seen := map[string]bool{}
	pages := 0
	for at := first; at != nil; pages++ {
		page, digest, err := a.page(ctx, at, count)
		if err != nil {
			return nil, nil, err
		}
		if pages == 0 {
			sum = digest
		}
		for _, raw := range page.Items {
			if err := a.item(c, p, raw); err != nil {
				return nil, nil, err
			}
		}
		if seen[page.Next] || pages > mostPages {
			return nil, nil, errors.New("its pages lead in a circle")
		}
		seen[page.Next] = true
		if at, err = a.next(page.Next); err != nil {
			return nil, nil, err
		}
	}
	if pages > 1 {
		if _, digest, err := a.page(ctx, first, count); err != nil {
			return nil, nil, err
		} else if digest != sum {
			return nil, nil, errChanged
		}
	}
	return c.settle(c.day, "azure-retail-prices"), c.stats, nil
}

const mostPages = 10_000

func (a *azure) again(context.Context, part) (string, error) { return "", nil }

// next is the address of the page after; nil after the last.
func (a *azure) next(link string) (*url.URL, error) {
	if link == "" {
		return nil, nil
	}
	at, err := url.Parse(link)
	if err != nil || !sameHost(at, a.base) {
		return nil, fmt.Errorf("its next page is not at %s", a.base.Host)
	}
	return at, nil
}

func (a *azure) page(ctx context.Context, at *url.URL, count func(int64)) (*retailPage, [sha256.Size]byte, error) {
	var page retailPage
	var sum [sha256.Size]byte
	err := a.web.get(ctx, at, func(r io.Reader) error {
		page = retailPage{}
		digest := sha256.New()
		if err := whole(&page)(io.TeeReader(&counted{r, count}, digest)); err != nil {
			return err
		}
		digest.Sum(sum[:0])
		if page.Count != nil && *page.Count != len(page.Items) {
			return fmt.Errorf("a page of %d rows has %d", *page.Count, len(page.Items))
		}
		if page.Items == nil {
			return errors.New("a page has no rows, not even none")
		}
		return nil
	})
	return &page, sum, err
}

// item takes one row, and one more for each savings plan it names.
func (a *azure) item(c *collector, p part, raw json.RawMessage) error {
	var in retailItem
	if err := json.Unmarshal(raw, &in); err != nil {
		return fmt.Errorf("a row cannot be read: %w", err)
	}
	if in.Currency != "" && in.Currency != "USD" || in.Region != p.region {
		return nil
	}
	row := attributes{
		"productName": in.Product, "skuName": in.SKU, "meterName": in.Meter, "armSkuName": size(in.ARM),
		"type": in.Type, "term": in.Term,
		"product": slug(in.Product), "sku": slug(in.SKU), "meter": slug(in.Meter), "service": slug(in.Service),
	}
	// Raw names say a thing once where SKU and meter are called alike.
	row["skumeter"] = row["sku"]
	if row["meter"] != row["sku"] {
		row["skumeter"] += "/" + row["meter"]
	}
	a.take(c, p, row, in, in.USD)
	for _, plan := range in.Plans {
		row["type"], row["term"] = "SavingsPlan", plan.Term
		a.take(c, p, row, in, plan.USD)
	}
	return nil
}

// size writes the name of a machine as Azure's compute API does: some rows have
// a space in it.
func size(arm string) string { return strings.ReplaceAll(arm, " ", "_") }

func (a *azure) take(c *collector, p part, row attributes, in retailItem, usd decimal.Decimal) {
	for _, r := range p.list.rules {
		if m, ok := r.match(row); ok {
			c.add(m, quote{region: in.Region, unit: in.Unit, from: in.From, usd: usd, since: day(in.Since), main: in.Main})
		}
	}
}

// azureRegions are the regions to ask for: those named, or those that the
// catalogue has prices in.
func azureRegions(named []string, known []string) []string {
	if named != nil {
		return named
	}
	return slices.DeleteFunc(slices.Clone(known), func(r string) bool {
		return r == "global" || strings.ContainsAny(r, "-")
	})
}
