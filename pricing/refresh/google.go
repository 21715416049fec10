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

// google reads the Cloud Billing catalogue: pages of a service, each price with
// the regions it holds in. Machines are not in it, only what they are made of.
type google struct {
	web  *web // with the key
	base *url.URL
	asks *mapping
	only []string // regions; nil for all
}

type skuPage struct {
	SKUs *[]json.RawMessage `json:"skus"`
	Next string             `json:"nextPageToken"`
}

type googleSKU struct {
	Description string `json:"description"`
	Category    struct {
		Family string `json:"resourceFamily"`
		Group  string `json:"resourceGroup"`
		Usage  string `json:"usageType"`
	} `json:"category"`
	Regions []string        `json:"serviceRegions"`
	Pricing []googlePricing `json:"pricingInfo"`
}

type googlePricing struct {
	Since      string `json:"effectiveTime"`
	Expression struct {
		Unit  string       `json:"usageUnit"`
		Rates []googleRate `json:"tieredRates"`
	} `json:"pricingExpression"`
}

type googleRate struct {
	From  decimal.Decimal `json:"startUsageAmount"`
	Price struct {
		Currency string          `json:"currencyCode"`
		Units    decimal.Decimal `json:"units"`
		Nanos    int64           `json:"nanos"`
	} `json:"unitPrice"`
}

// usd is units and nanos, the thousand-millionths.
func (r googleRate) usd() decimal.Decimal { return r.Price.Units.Add(decimal.New(r.Price.Nanos, -9)) }

func (g *google) parts(context.Context) ([]part, []string, error) {
	var out []part
	for _, l := range g.asks.lists {
		out = append(out, part{cloud: "gcp", list: l})
	}
	return out, nil, nil
}

func (g *google) address(p part, token string) *url.URL {
	at := *g.base
	at.Path = strings.TrimSuffix(at.Path, "/") + "/v1/services/" + p.list.name + "/skus"
	q := url.Values{"currencyCode": {"USD"}, "pageSize": {"5000"}}
	if token != "" {
		q.Set("pageToken", token)
	}
	at.RawQuery = q.Encode()
	return &at
}

// read reads all pages of a service. As with Azure the first page is read again
// at the end; a token that is refused in the middle says the same.
func (g *google) read(ctx context.Context, p part, into func() *collector, count func(int64)) ([]fact, map[string]*Service, error) {
	c := into()
	made := newMachines(g.asks.familiesOf(p.list.name), c)
	var sum [sha256.Size]byte
	seen := map[string]bool{}
	token := ""
	for pages := 0; pages == 0 || token != ""; pages++ {
		page, digest, err := g.page(ctx, g.address(p, token), count)
		var no refused
		if pages > 0 && errors.As(err, &no) && no.status == 400 {
			return nil, nil, errChanged
		}
		if err != nil {
			return nil, nil, err
		}
		if pages == 0 {
			sum = digest
		}
		for _, raw := range *page.SKUs {
			if err := g.sku(c, made, p, raw); err != nil {
				return nil, nil, err
			}
		}
		if token = page.Next; seen[token] && token != "" || pages > mostPages {
			return nil, nil, errors.New("its pages lead in a circle")
		}
		seen[token] = true
	}
	if len(seen) > 1 {
		if _, digest, err := g.page(ctx, g.address(p, ""), count); err != nil {
			return nil, nil, err
		} else if digest != sum {
			return nil, nil, errChanged
		}
	}
	made.sum()
	return c.settle(c.day, "gcp-billing-catalog"), c.stats, nil
}

func (g *google) again(context.Context, part) (string, error) { return "", nil }

// page reads one page; its digest is that of what it says, for the tokens of
// two readings may differ.
func (g *google) page(ctx context.Context, at *url.URL, count func(int64)) (*skuPage, [sha256.Size]byte, error) {
	var page skuPage
	var sum [sha256.Size]byte
	err := g.web.get(ctx, at, func(r io.Reader) error {
		page = skuPage{}
		if err := whole(&page)(&counted{r, count}); err != nil {
			return err
		}
		if page.SKUs == nil {
			if page.Next != "" {
				return errors.New("a page has no prices and says that there is another")
			}
			page.SKUs = &[]json.RawMessage{}
		}
		digest := sha256.New()
		for _, raw := range *page.SKUs {
			digest.Write(raw)
		}
		digest.Sum(sum[:0])
		return nil
	})
	return &page, sum, err
}

func (g *google) sku(c *collector, made *machines, p part, raw json.RawMessage) error {
	var in googleSKU
	if err := json.Unmarshal(raw, &in); err != nil {
		return fmt.Errorf("a price cannot be read: %w", err)
	}
	now, ok := inForce(in.Pricing, c.day)
	if !ok {
		return nil
	}
	for _, region := range in.Regions {
		if g.only != nil && !slices.Contains(g.only, region) && region != "global" {
			continue
		}
		row := attributes{
			"description": in.Description, "resourceFamily": in.Category.Family,
			"resourceGroup": in.Category.Group, "usageType": in.Category.Usage, "region": region,
		}
		made.take(row, now)
		for _, r := range p.list.rules {
			m, ok := r.match(row)
			if !ok {
				continue
			}
			for _, rate := range now.Expression.Rates {
				if rate.Price.Currency == "USD" {
					c.add(m, quote{region: region, unit: now.Expression.Unit, from: rate.From, usd: rate.usd(), since: day(now.Since), product: in.Description})
				}
			}
		}
	}
	return nil
}

// inForce is the newest of several prices that holds today.
func inForce(all []googlePricing, today string) (googlePricing, bool) {
	all = slices.DeleteFunc(slices.Clone(all), func(p googlePricing) bool { return day(p.Since) > today })
	if len(all) == 0 {
		return googlePricing{}, false
	}
	return slices.MaxFunc(all, func(a, b googlePricing) int { return strings.Compare(a.Since, b.Since) }), true
}

// The key goes into a header: addresses stand in logs.
const googleKeyHeader = "X-Goog-Api-Key"
