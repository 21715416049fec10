package pack

import (
	"strings"
	"testing"

	oracle "github.com/Masterminds/semver/v3"
)

var someVersions = strings.Fields(`0.0.0 0.0.1 0.0.3 0.0.4 0.1.0 0.2.0 0.2.3 0.2.9 0.3.0 1.0.0 1.0.1 1.1.0 1.2.0 1.2.3 1.2.4 1.3.0 1.9.9 1.10.0 2.0.0 2.1.0 10.0.0
1.2.3-alpha 1.2.3-alpha.1 1.2.3-alpha.beta 1.2.3-beta.2 1.2.3-beta.11 1.2.3-rc.1 2.0.0-rc.1 1.0.0+build.5 1.0.0-x-y.7+b`)

// Versions are ordered, and constraints hold, as the library has it that most Go
// programs use; it only speaks here.
func TestVersions(t *testing.T) {
	for _, a := range someVersions {
		x, ok := parseVersion(a)
		if !ok {
			t.Errorf("%s is none", a)
		}
		for _, b := range someVersions {
			y, _ := parseVersion(b)
			if got, want := x.compare(y), oracle.MustParse(a).Compare(oracle.MustParse(b)); got != want {
				t.Errorf("%s and %s: %d, want %d", a, b, got, want)
			}
		}
	}
	for _, s := range []string{"", "1", "1.2", "v1.2.3", "1.2.3.4", "01.2.3", "1.2.3-", "1.2.3-01", "1.2.3-a..b", "1.2.3+", "1.2.x", "1.2.99999999999999999999", "1.2.3 ", "-1.2.3", "1.2.3-ä"} {
		if _, ok := parseVersion(s); ok {
			t.Errorf("%q passes", s)
		}
		if _, err := oracle.StrictNewVersion(s); err == nil {
			t.Errorf("%q passes the library", s)
		}
	}
}

func TestConstraints(t *testing.T) {
	for _, s := range []string{
		"1.2.3", "=1.2.3", "= 1.2", "1", "1.x", "1.2.*", "*", ">1.2.3", ">1.2", "> 1", ">=1.2", ">= 1.2.3", "<1.2.3", "< 1.2", "<1", "<=1.2.3", "<= 1.2", "<=1", "!=1.2.3",
		"^1.2.3", "^1.2", "^1", "^0.2.3", "^0.2", "^0", "^0.0.3", "^0.0", "~1.2.3", "~1.2", "~1", "~0.2", ">=1.2, <2", ">= 1.2 < 2", ">=1.0, !=1.2.3, <2", "<1 || >=2", "^1.2 || ^2.1", "~0.2 || 1.9.9",
	} {
		c, err := parseConstraint(s)
		if err != nil {
			t.Errorf("%s: %v", s, err)
			continue
		}
		want, err := oracle.NewConstraint(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range someVersions {
			v, _ := parseVersion(text)
			if got := c.allows(v); v.pre == "" && got != want.Check(oracle.MustParse(text)) {
				t.Errorf("%s: %s: %v", s, text, got)
			} else if v.pre != "" && got {
				t.Errorf("%s lets in %s, which is before a release", s, text)
			}
		}
	}
	// As Terraform has it, which the library has not.
	for s, want := range map[string]string{
		"~> 1.2": "1.2.0 1.2.3 1.2.4 1.3.0 1.9.9 1.10.0", "~> 1.2.3": "1.2.3 1.2.4", "~>1": "1.0.0 1.0.1 1.1.0 1.2.0 1.2.3 1.2.4 1.3.0 1.9.9 1.10.0 1.0.0+build.5",
		">= 1.2.3-beta.2, < 2": "1.2.3 1.2.4 1.3.0 1.9.9 1.10.0 1.2.3-beta.2 1.2.3-beta.11 1.2.3-rc.1", "1.2.3-rc.1": "1.2.3-rc.1", "> 1.2.3-beta.11, <= 1.2.3": "1.2.3 1.2.3-rc.1",
		"^2.0.0-rc.1": "2.0.0 2.1.0 2.0.0-rc.1",
	} {
		c, err := parseConstraint(s)
		if err != nil {
			t.Errorf("%s: %v", s, err)
		}
		var got []string
		for _, text := range someVersions {
			if v, _ := parseVersion(text); c.allows(v) {
				got = append(got, text)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", s, strings.Join(got, " "), want)
		}
	}
	for _, s := range []string{"newest", ">", "^", "1.2.3.4", "=>1", "1..2", "||", "1 ||", "^x", "v1.2", "<*", ">=1.2 <", strings.Repeat("1 ", 200)} {
		if _, err := parseConstraint(s); err == nil {
			t.Errorf("%q passes", s)
		}
	}
}
