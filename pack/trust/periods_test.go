package trust

import (
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"math/big"
	"net/url"
	"strings"
	"testing"
	"time"
)

// What a trusted root says was in use at another time does not count.
func TestPeriods(t *testing.T) {
	v := newInstance(t)
	past := map[string]any{"start": "2020-01-01T00:00:00Z", "end": "2020-02-01T00:00:00Z"}
	cases := []struct {
		what, want string
		second     bool
		change     func(r map[string]any)
	}{
		{"authority", "no authority that is trusted was in use", false, func(r map[string]any) {
			r["certificateAuthorities"].([]any)[0].(map[string]any)["validFor"] = past
		}},
		{"log", "promise of the log", false, func(r map[string]any) {
			r["tlogs"].([]any)[0].(map[string]any)["publicKey"].(map[string]any)["validFor"] = past
		}},
		{"timestamps", "nobody who is trusted says when", true, func(r map[string]any) {
			r["timestampAuthorities"].([]any)[0].(map[string]any)["validFor"] = past
		}},
		{"receipts that there are none of", "has no receipt", false, func(r map[string]any) { r["ctlogs"] = r["tlogs"] }},
		{"another host of the log", "of another log", true, func(r map[string]any) {
			r["tlogs"].([]any)[0].(map[string]any)["baseUrl"] = "https://rekor.example"
		}},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			var r map[string]any
			if err := json.Unmarshal(v.json, &r); err != nil {
				t.Fatal(err)
			}
			c.change(r)
			changed, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			other := &instance{v.VirtualSigstore, v.root, changed}
			refusedBecause(t, other.trustingWho(t, whoText(issuer, who)), repository, manifest, v.signed(t, c.second), c.want)
		})
	}
}

// Certificates that an authority gave out for something else, or that name
// somebody in a way that leaves doubt, are nobody's.
func TestOddCertificates(t *testing.T) {
	d := newDisclosing(t)
	ours, _ := d.roots(t, d.log.Public())
	leaf := d.leaf(t, func([]byte) {})
	made := func(change func(c *x509.Certificate)) *x509.Certificate {
		template := &x509.Certificate{
			SerialNumber: big.NewInt(9), EmailAddresses: []string{who}, NotBefore: time.Now().Add(-time.Minute), NotAfter: time.Now().Add(time.Minute),
			ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageCodeSigning}, ExtraExtensions: leaf.Extensions[:0:0],
		}
		for _, e := range leaf.Extensions {
			if e.Id.Equal(issuerBare) {
				template.ExtraExtensions = append(template.ExtraExtensions, e)
			}
		}
		change(template)
		der, err := x509.CreateCertificate(rand.Reader, template, d.middle, newSigner(t, "P-256").Public(), d.key)
		if err != nil {
			t.Fatal(err)
		}
		c, err := x509.ParseCertificate(der)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	if _, err := ours.issuers(made(func(*x509.Certificate) {}), time.Now()); err != nil {
		t.Errorf("as it should be: %v", err)
	}
	if _, err := ours.issuers(made(func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth} }), time.Now()); err == nil {
		t.Error("a certificate of a server signs packs")
	}
	if _, err := ours.issuers(leaf, time.Now().Add(time.Hour)); err == nil {
		t.Error("a certificate is in force after its end")
	}
	other, _ := newDisclosing(t).roots(t, d.log.Public())
	if _, err := other.issuers(leaf, time.Now()); err == nil {
		t.Error("a certificate of another authority is in force")
	}
	uri := &url.URL{Scheme: "https", Host: "forge.example", Path: "/a/flow.yml@refs/tags/v1"}
	for want, change := range map[string]func(c *x509.Certificate){
		"not exactly one":            func(c *x509.Certificate) { c.EmailAddresses = append(c.EmailAddresses, "evil@acme.example") },
		"not exactly one address":    func(c *x509.Certificate) { c.URIs = []*url.URL{uri} },
		"not exactly one address or": func(c *x509.Certificate) { c.DNSNames = []string{"acme.example"} },
		"does not say who vouches":   func(c *x509.Certificate) { c.ExtraExtensions = nil },
		"names two who vouch": func(c *x509.Certificate) {
			e := c.ExtraExtensions[0]
			e.Id, e.Value = issuerDER, []byte("\x0c\x01x")
			c.ExtraExtensions = append(c.ExtraExtensions, e)
		},
		"in no way that can be read": func(c *x509.Certificate) {
			e := c.ExtraExtensions[0]
			e.Id = issuerDER
			c.ExtraExtensions = append(c.ExtraExtensions, e)
		},
	} {
		if _, err := subject(made(change)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	got, err := subject(made(func(c *x509.Certificate) {
		c.EmailAddresses, c.URIs = nil, []*url.URL{uri}
		e := c.ExtraExtensions[0]
		e.Id, e.Value = issuerDER, append([]byte{0x0c, byte(len(issuer))}, issuer...)
		c.ExtraExtensions = append(c.ExtraExtensions, e)
	}))
	if want := (Signer{Kind: Keyless, Issuer: issuer, Identity: uri.String()}); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
}
