package trust

import (
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"time"
)

// issuers are the certificates that stand directly above a certificate in the
// chains it has at a time; an error says that it has none.
func (r *root) issuers(leaf *x509.Certificate, at time.Time) (out []*x509.Certificate, err error) {
	for _, a := range r.authorities {
		if !a.valid.has(at) {
			continue
		}
		last := len(a.chain) - 1
		options := x509.VerifyOptions{
			Roots: x509.NewCertPool(), Intermediates: x509.NewCertPool(), CurrentTime: at,
			KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageCodeSigning},
		}
		options.Roots.AddCert(a.chain[last])
		for _, c := range a.chain[:last] {
			options.Intermediates.AddCert(c)
		}
		chains, failed := leaf.Verify(options)
		if failed != nil {
			err = failed
			continue
		}
		for _, c := range chains {
			if len(c) > 1 {
				out = append(out, c[1])
			}
		}
	}
	switch {
	case len(out) > 0:
		return out, nil
	case err != nil:
		return nil, fmt.Errorf("its certificate is not one that was in force when it was made (%w)", err)
	}
	return nil, errors.New("no authority that is trusted was in use when it was made")
}

// Extensions of Fulcio's certificates: who vouches for the identity, as bare
// text and as text in DER. https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md
var (
	issuerBare = asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 57264, 1, 1}
	issuerDER  = asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 57264, 1, 8}
)

// subject is whom a certificate was given to.
func subject(c *x509.Certificate) (Signer, error) {
	s := Signer{Kind: Keyless}
	switch {
	case len(c.DNSNames)+len(c.IPAddresses) > 0 || len(c.EmailAddresses)+len(c.URIs) != 1:
		return Signer{}, errors.New("its certificate names not exactly one address or URI, and other names are not supported")
	case len(c.URIs) == 1:
		s.Identity = c.URIs[0].String()
	default:
		s.Identity = c.EmailAddresses[0]
	}
	var bare, der []byte
	for _, e := range c.Extensions {
		switch {
		case e.Id.Equal(issuerBare):
			bare = e.Value
		case e.Id.Equal(issuerDER):
			var text string
			if rest, err := asn1.UnmarshalWithParams(e.Value, &text, "utf8"); err != nil || len(rest) > 0 {
				return Signer{}, errors.New("its certificate says in no way that can be read who vouches for the identity")
			}
			der = []byte(text)
		}
	}
	switch {
	case bare != nil && der != nil && string(bare) != string(der):
		return Signer{}, errors.New("its certificate names two who vouch for the identity")
	case der != nil:
		s.Issuer = string(der)
	default:
		s.Issuer = string(bare)
	}
	if s.Issuer == "" {
		return Signer{}, errors.New("its certificate does not say who vouches for the identity")
	}
	return s, nil
}
