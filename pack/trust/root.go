package trust

import (
	"crypto/x509"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"time"
)

// trusted_root.json is the keys and certificates of Sigstore's public instance,
// https://sigstore.dev, as its root of trust gives them out and as version
// 1.3.0 of sigstore-go (Apache-2.0) carries them. They are facts of that
// instance and change about once in a year; --trusted-root names newer ones.
//
//go:embed trusted_root.json
var embeddedRoot []byte

func publicRoot() []byte { return embeddedRoot }

// root is the keys and certificates of one instance of Sigstore.
type root struct {
	authorities []authority // that give out certificates
	stampers    []authority // that sign the time
	logs        []log       // of signatures
	ctLogs      []log       // of certificates
}

// authority is a chain of certificates, from the one that signs to its root.
type authority struct {
	chain []*x509.Certificate
	valid period
}

// log is one that can only be added to.
type log struct {
	id    []byte
	name  string // host of its address, which it signs its state with
	key   *Key
	valid period
}

// period is when something was in use; a zero time is open.
type period struct{ start, end time.Time }

func (p period) has(t time.Time) bool {
	return !t.Before(p.start) && (p.end.IsZero() || !t.After(p.end))
}

type (
	rootJSON struct {
		MediaType    string          `json:"mediaType"`
		Tlogs        []logJSON       `json:"tlogs"`
		CTLogs       []logJSON       `json:"ctlogs"`
		Authorities  []authorityJSON `json:"certificateAuthorities"`
		Timestampers []authorityJSON `json:"timestampAuthorities"`
	}
	logJSON struct {
		BaseURL   string `json:"baseUrl"`
		PublicKey struct {
			Raw      b64        `json:"rawBytes"`
			ValidFor periodJSON `json:"validFor"`
		} `json:"publicKey"`
		LogID struct {
			KeyID b64 `json:"keyId"`
		} `json:"logId"`
	}
	authorityJSON struct {
		CertChain struct {
			Certificates []rawBytes `json:"certificates"`
		} `json:"certChain"`
		ValidFor periodJSON `json:"validFor"`
	}
	periodJSON struct {
		Start time.Time `json:"start"`
		End   time.Time `json:"end"`
	}
)

// readRoot reads a trusted_root.json.
func readRoot(src []byte) (*root, error) {
	var in rootJSON
	if err := decode(src, &in); err != nil {
		return nil, err
	}
	switch in.MediaType {
	case "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
		"application/vnd.dev.sigstore.trustedroot.v0.1+json",
		"application/vnd.dev.sigstore.trustedroot.v0.2+json":
	default:
		return nil, fmt.Errorf("it is of type %.80q, and no trusted root of Sigstore", in.MediaType)
	}
	out := &root{logs: logsOf(in.Tlogs), ctLogs: logsOf(in.CTLogs)}
	var err error
	if out.authorities, err = authoritiesOf(in.Authorities); err != nil {
		return nil, err
	}
	if out.stampers, err = authoritiesOf(in.Timestampers); err != nil {
		return nil, err
	}
	switch {
	case len(out.authorities) == 0:
		return nil, errors.New("it names nobody who gives out certificates")
	case len(out.logs) == 0:
		return nil, errors.New("it names no log of signatures whose key can be read")
	case len(in.CTLogs) > 0 && len(out.ctLogs) == 0:
		return nil, errors.New("it names logs of certificates, but none whose key can be read")
	}
	return out, nil
}

// logsOf leaves out logs with keys of kinds that are not supported: what they
// say does not count.
func logsOf(in []logJSON) (out []log) {
	for _, l := range in {
		public, err := x509.ParsePKIXPublicKey(l.PublicKey.Raw)
		if err != nil {
			continue
		}
		key, err := newKey(public)
		if err != nil || len(l.LogID.KeyID) == 0 {
			continue
		}
		name := ""
		if u, err := url.Parse(l.BaseURL); err == nil {
			name = u.Hostname()
		}
		out = append(out, log{l.LogID.KeyID, name, key, period{l.PublicKey.ValidFor.Start, l.PublicKey.ValidFor.End}})
	}
	return out
}

func authoritiesOf(in []authorityJSON) (out []authority, err error) {
	for _, a := range in {
		to := authority{valid: period{a.ValidFor.Start, a.ValidFor.End}}
		for _, raw := range a.CertChain.Certificates {
			c, err := x509.ParseCertificate(raw.Raw)
			if err != nil {
				return nil, err
			}
			to.chain = append(to.chain, c)
		}
		if len(to.chain) == 0 {
			return nil, errors.New("an authority in it has no certificate")
		}
		out = append(out, to)
	}
	return out, nil
}

// verify checks a signature that was made with a certificate: that the
// signature matches, that a log has it, that the certificate was given out by
// an authority, is in a log too, and was in force at the time of signing.
func (r *root) verify(b *bundle, signed []byte) (Signer, error) {
	key, err := newKey(b.certificate.PublicKey)
	if err != nil {
		return Signer{}, err
	}
	if err := key.verify(signed, b.signature); err != nil {
		return Signer{}, err
	}
	times, err := r.logged(b, key, signed)
	if err != nil {
		return Signer{}, err
	}
	stamped, err := r.stamped(b)
	if err != nil {
		return Signer{}, err
	}
	if times = append(times, stamped...); len(times) == 0 {
		return Signer{}, errors.New("nobody who is trusted says when it was made: it has neither a log's promise nor a timestamp")
	}
	var issuers []*x509.Certificate
	for _, t := range times {
		found, err := r.issuers(b.certificate, t)
		if err != nil {
			return Signer{}, err
		}
		issuers = append(issuers, found...)
	}
	if len(r.ctLogs) > 0 {
		if err := r.disclosed(b.certificate, issuers); err != nil {
			return Signer{}, err
		}
	}
	return subject(b.certificate)
}
