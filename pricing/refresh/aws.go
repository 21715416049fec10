package refresh

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
)

// amazon reads the bulk price lists of AWS: an index names the offers, each
// offer names its regions, each region has one file.
type amazon struct {
	web  *web
	base *url.URL
	asks *mapping
	only []string // regions; nil for all
}

const awsIndex = "/offers/v1.0/aws/index.json"

type offerIndex struct {
	Offers map[string]struct {
		RegionIndex string `json:"currentRegionIndexUrl"`
		Version     string `json:"currentVersionUrl"`
	} `json:"offers"`
}

type regionIndex struct {
	Regions map[string]struct {
		Version string `json:"currentVersionUrl"`
	} `json:"regions"`
}

func (a *amazon) parts(ctx context.Context) ([]part, []string, error) {
	var index offerIndex
	at, err := a.address(awsIndex)
	if err == nil {
		err = a.web.get(ctx, at, whole(&index))
	}
	if err != nil {
		return nil, nil, fmt.Errorf("the index of the price lists of AWS: %w", err)
	}
	var out []part
	var notes []string
	for _, l := range a.asks.lists {
		offer, ok := index.Offers[l.name]
		if !ok || offer.RegionIndex == "" && offer.Version == "" {
			notes = append(notes, fmt.Sprintf("AWS has no price list %s any more: its prices stay as they are", l.name))
			continue
		}
		regions, err := a.regions(ctx, offer.RegionIndex, offer.Version)
		if err != nil {
			return nil, nil, fmt.Errorf("the regions of %s: %w", l.name, err)
		}
		for region, version := range regions {
			if a.only == nil || slices.Contains(a.only, region) || region == "" {
				out = append(out, part{cloud: "aws", list: l, region: region, version: version, index: offer.RegionIndex})
			}
		}
	}
	return out, notes, nil
}

// regions returns the address of the file of each region; of an offer without
// regions, one under "".
func (a *amazon) regions(ctx context.Context, index, version string) (map[string]string, error) {
	if index == "" {
		return map[string]string{"": version}, nil
	}
	at, err := a.address(index)
	if err != nil {
		return nil, err
	}
	var in regionIndex
	if err := a.web.get(ctx, at, whole(&in)); err != nil {
		return nil, err
	}
	out := map[string]string{}
	for region, of := range in.Regions {
		if clean(region) {
			out[region] = of.Version
		}
	}
	return out, nil
}

// address places a path of the list below the endpoint, and refuses one that
// leads elsewhere.
func (a *amazon) address(ref string) (*url.URL, error) {
	at, err := a.base.Parse(ref)
	if err != nil || ref == "" || !sameHost(at, a.base) {
		return nil, fmt.Errorf("%q is no address at %s", ref, a.base.Host)
	}
	return at, nil
}

// errChanged says that a list changed while it was read.
var errChanged = errors.New("the list changed while it was read")

// read reads the file of one part.
func (a *amazon) read(ctx context.Context, p part, into func() *collector, count func(int64)) ([]fact, map[string]*Service, error) {
	at, err := a.address(p.version)
	if err != nil {
		return nil, nil, err
	}
	var o *offer
	err = a.web.get(ctx, at, func(r io.Reader) error {
		o = &offer{list: p.list, region: p.region, into: into()} // a second try starts from nothing
		if err := o.read(newStream(&counted{r, count})); err != nil {
			return err
		}
		if want := versionOf(p.version); want != "" && o.version != want {
			return final{errChanged}
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	return o.into.settle(o.date(), "aws-price-list"), o.into.stats, nil
}

// again finds the file that a region has now; "" where it is the one that was
// read.
func (a *amazon) again(ctx context.Context, p part) (string, error) {
	if p.index == "" {
		return "", nil
	}
	regions, err := a.regions(ctx, p.index, "")
	if err != nil || regions[p.region] == p.version {
		return "", err
	}
	return regions[p.region], nil
}

// versionOf is the version in /offers/v1.0/aws/AmazonEC2/20261101000000/…; ""
// where there is none.
func versionOf(path string) string {
	for _, piece := range strings.Split(path, "/") {
		if len(piece) == len("20261101000000") && strings.Trim(piece, "0123456789") == "" {
			return piece
		}
	}
	return ""
}

// counted reports how much was read.
type counted struct {
	io.Reader
	count func(int64)
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.count(int64(n))
	return n, err
}
