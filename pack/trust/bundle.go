package trust

import (
	"bytes"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// bundle is a signature, taken apart but not believed. One that was made with
// a key has no certificate.
type bundle struct {
	certificate *x509.Certificate
	signature   []byte
	entries     []logEntry
	timestamps  [][]byte
	payload     *envelope       // a statement was signed
	message     *messageContent // or the manifest itself
}

// The parts of a bundle as JSON has them, of those forms that are supported.
type (
	bundleJSON struct {
		MediaType            string          `json:"mediaType"`
		VerificationMaterial material        `json:"verificationMaterial"`
		MessageSignature     *messageContent `json:"messageSignature"`
		DSSEEnvelope         *envelope       `json:"dsseEnvelope"`
	}
	material struct {
		PublicKey   *struct{ Hint string } `json:"publicKey"`
		Certificate *rawBytes              `json:"certificate"`
		Chain       json.RawMessage        `json:"x509CertificateChain"`
		TlogEntries []logEntry             `json:"tlogEntries"`
		Timestamps  struct {
			RFC3161 []struct {
				Signed b64 `json:"signedTimestamp"`
			} `json:"rfc3161Timestamps"`
		} `json:"timestampVerificationData"`
	}
	rawBytes struct {
		Raw b64 `json:"rawBytes"`
	}
	messageContent struct {
		Digest struct {
			Algorithm string `json:"algorithm"`
			Digest    b64    `json:"digest"`
		} `json:"messageDigest"`
		Signature b64 `json:"signature"`
	}
	envelope struct {
		Payload     b64    `json:"payload"`
		PayloadType string `json:"payloadType"`
		Signatures  []struct {
			Sig   b64    `json:"sig"`
			KeyID string `json:"keyid"`
		} `json:"signatures"`
	}
)

// b64 is bytes as Protocol Buffers write them to JSON: either alphabet, padded
// or not.
type b64 []byte

func (b *b64) UnmarshalJSON(data []byte) error {
	var s string
	if err := json.Unmarshal(data, &s); err != nil {
		return err
	}
	s = strings.TrimRight(s, "=")
	enc := base64.RawStdEncoding
	if strings.ContainsAny(s, "-_") {
		enc = base64.RawURLEncoding
	}
	out, err := enc.Strict().DecodeString(s)
	*b = out
	return err
}

// number is an int64, which Protocol Buffers write as text.
type number int64

func (n *number) UnmarshalJSON(data []byte) error {
	s := string(bytes.Trim(data, `"`))
	v, err := strconv.ParseInt(s, 10, 64)
	if err != nil || v < 0 {
		return fmt.Errorf("%.20q is no number of the kind wanted", s)
	}
	*n = number(v)
	return nil
}

// readBundle takes a signature apart, and refuses the forms that are not
// supported.
func readBundle(raw []byte) (*bundle, error) {
	if len(raw) > MaxBundle {
		return nil, fmt.Errorf("it is larger than %d bytes", MaxBundle)
	}
	var in bundleJSON
	if err := decode(raw, &in); err != nil {
		return nil, fmt.Errorf("it is no Sigstore bundle (%w)", err)
	}
	if in.MediaType != BundleType && in.MediaType != "application/vnd.dev.sigstore.bundle+json;version=0.3" {
		return nil, fmt.Errorf("it is of type %.80q; only Sigstore bundles of version 0.3 are read, which cosign writes from 2.4 on", in.MediaType)
	}
	out := &bundle{message: in.MessageSignature, payload: in.DSSEEnvelope}
	m := &in.VerificationMaterial
	switch {
	case m.Chain != nil:
		return nil, errors.New("it has a chain of certificates, which bundles of version 0.3 do not")
	case m.PublicKey != nil && m.Certificate != nil:
		return nil, errors.New("it names a key and a certificate")
	case m.PublicKey == nil && m.Certificate == nil:
		return nil, errors.New("it names neither a key nor a certificate")
	case m.Certificate != nil:
		c, err := x509.ParseCertificate(m.Certificate.Raw)
		if err != nil {
			return nil, fmt.Errorf("its certificate cannot be read (%w)", err)
		}
		out.certificate = c
	}
	if len(m.TlogEntries) > MaxBundles || len(m.Timestamps.RFC3161) > MaxBundles {
		return nil, errors.New("it has too many log entries or timestamps")
	}
	out.entries = m.TlogEntries
	for _, t := range m.Timestamps.RFC3161 {
		out.timestamps = append(out.timestamps, t.Signed)
	}
	switch {
	case (out.message == nil) == (out.payload == nil):
		return nil, errors.New("it signs neither a message nor a statement, or both")
	case out.message != nil:
		out.signature = out.message.Signature
	case len(out.payload.Signatures) != 1:
		return nil, fmt.Errorf("its statement has %d signatures; it has to be one", len(out.payload.Signatures))
	default:
		out.signature = out.payload.Signatures[0].Sig
	}
	if len(out.signature) == 0 {
		return nil, errors.New("it has no signature")
	}
	return out, nil
}

// decode reads JSON of a stranger: one value, no key twice, in whatever case,
// so that no two readers see two things in it.
func decode(raw []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	if err := unique(d, 0); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows its end")
	}
	return json.Unmarshal(raw, into)
}

// deepest is how deep the JSON of a signature may go.
const deepest = 32

// unique reads one value and complains of a key that is there twice.
func unique(d *json.Decoder, depth int) error {
	t, err := d.Token()
	if err != nil {
		return err
	}
	open, ok := t.(json.Delim)
	if !ok {
		return nil
	}
	if depth > deepest {
		return errors.New("it is nested too deeply")
	}
	seen := map[string]bool{}
	for d.More() {
		if open == '{' {
			key, err := d.Token()
			if err != nil {
				return err
			}
			name, _ := key.(string)
			if name = strings.ToLower(name); seen[name] {
				return fmt.Errorf("the key %.40q is there twice", name)
			}
			seen[name] = true
		}
		if err := unique(d, depth+1); err != nil {
			return err
		}
	}
	_, err = d.Token()
	return err
}
