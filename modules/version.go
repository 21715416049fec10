package modules

import (
	"strings"

	version "github.com/hashicorp/go-version"
)

// constraint is what the version argument of a call asks for.
type constraint struct {
	text  string
	parts version.Constraints // nil for any
	exact *version.Version    // when it leaves one only
}

func parseConstraint(text string) (constraint, error) {
	c := constraint{text: text}
	if strings.TrimSpace(text) == "" {
		return c, nil
	}
	parts, err := version.NewConstraint(text)
	if err != nil {
		return c, problemf("its version %q is no constraint: write one as ~> 1.2", plain(text))
	}
	c.parts = parts
	if len(parts) == 1 {
		only := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "="))
		if v, err := version.NewVersion(only); err == nil {
			c.exact = v
		}
	}
	return c, nil
}

// newest is the newest of the versions that fits; one before a release only
// when exactly it is asked for. It fails when none does.
func (c constraint) newest(host string, offered []string) (*version.Version, error) {
	var best, newest *version.Version
	for _, text := range offered {
		v, err := version.NewVersion(text)
		if err != nil {
			continue
		}
		if c.exact != nil && v.Equal(c.exact) && v.Metadata() == c.exact.Metadata() {
			return v, nil
		}
		if v.Prerelease() != "" {
			continue
		}
		if newest == nil || v.GreaterThan(newest) {
			newest = v
		}
		if (c.parts == nil || c.parts.Check(v)) && (best == nil || v.GreaterThan(best)) {
			best = v
		}
	}
	switch {
	case best != nil:
		return best, nil
	case newest == nil:
		return nil, problemf("%s offers no released version of it: name one exactly, or check the source", host)
	}
	return nil, problemf("no version that %s offers fits %q; the newest is %s: change the version argument", host, plain(c.text), newest)
}
