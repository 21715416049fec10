package trust

import (
	"bytes"
	"crypto"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"
	"time"
)

// stamped are the times that authorities for time have signed over the
// signature (RFC 3161). A timestamp of an authority that is not known does not
// count.
func (r *root) stamped(b *bundle) (out []time.Time, err error) {
	for _, raw := range b.timestamps {
		t, err := readTimestamp(raw)
		if err != nil {
			return nil, fmt.Errorf("its timestamp cannot be read (%w)", err)
		}
		for _, a := range r.stampers {
			if a.valid.has(t.at) && t.madeBy(a) {
				if !t.speaksOf(b.signature) {
					return nil, errors.New("its timestamp is of something else")
				}
				out = append(out, t.at)
				break
			}
		}
	}
	return out, nil
}

// timestamp is a signed time, taken apart but not believed.
type timestamp struct {
	at       time.Time
	imprint  imprint
	content  []byte // TSTInfo, DER
	signer   signerInfo
	attested []byte // the signed attributes as a SET, DER
}

// The parts of RFC 3161 and RFC 5652 that a timestamp has.
type (
	imprint struct {
		Algorithm pkix.AlgorithmIdentifier
		Hash      []byte
	}
	response struct {
		Status struct {
			Status int
			Rest   []asn1.RawValue `asn1:"optional"`
		}
		Token contentInfo `asn1:"optional"`
	}
	contentInfo struct {
		Type    asn1.ObjectIdentifier
		Content asn1.RawValue `asn1:"explicit,tag:0"`
	}
	signedData struct {
		Version      int
		Digests      asn1.RawValue
		Content      encapsulated
		Certificates asn1.RawValue `asn1:"optional,tag:0"`
		Revocations  asn1.RawValue `asn1:"optional,tag:1"`
		Signers      []signerInfo  `asn1:"set"`
	}
	encapsulated struct {
		Type    asn1.ObjectIdentifier
		Content []byte `asn1:"explicit,tag:0"`
	}
	signerInfo struct {
		Version    int
		ID         issuerAndSerial
		Digest     pkix.AlgorithmIdentifier
		Attributes asn1.RawValue `asn1:"optional,tag:0"`
		Signing    pkix.AlgorithmIdentifier
		Signature  []byte
		Unsigned   asn1.RawValue `asn1:"optional,tag:1"`
	}
	issuerAndSerial struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}
	attribute struct {
		Type   asn1.ObjectIdentifier
		Values asn1.RawValue `asn1:"set"`
	}
	info struct {
		Version int
		Policy  asn1.ObjectIdentifier
		Imprint imprint
		Serial  *big.Int
		Time    time.Time
		// Accuracy, order, nonce, name and extensions are not looked at.
	}
)

func oidSignedData() asn1.ObjectIdentifier { return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2} }
func oidTSTInfo() asn1.ObjectIdentifier {
	return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}
}
func oidContentType() asn1.ObjectIdentifier { return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3} }
func oidMessageDigest() asn1.ObjectIdentifier {
	return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
}

// readTimestamp takes a response apart: one signer, with signed attributes.
func readTimestamp(raw []byte) (*timestamp, error) {
	var r response
	if err := whole(raw, &r); err != nil {
		return nil, err
	}
	if r.Status.Status > 1 { // granted, granted with changes
		return nil, errors.New("it was not granted")
	}
	var data signedData
	if !r.Token.Type.Equal(oidSignedData()) {
		return nil, errors.New("it is not signed")
	}
	if err := whole(r.Token.Content.Bytes, &data); err != nil {
		return nil, err
	}
	if !data.Content.Type.Equal(oidTSTInfo()) || len(data.Signers) != 1 {
		return nil, errors.New("it is no timestamp of one signer")
	}
	t := &timestamp{content: data.Content.Content, signer: data.Signers[0]}
	i, err := readInfo(t.content)
	if err != nil {
		return nil, err
	}
	t.at, t.imprint = i.Time, i.Imprint
	if len(t.signer.Attributes.FullBytes) == 0 {
		return nil, errors.New("it has no signed attributes")
	}
	t.attested = bytes.Clone(t.signer.Attributes.FullBytes)
	t.attested[0] = 0x31 // signed as a SET, written as [0]
	return t, t.attests()
}

// readInfo reads what a timestamp says, its first five fields.
func readInfo(content []byte) (*info, error) {
	var outer asn1.RawValue
	if err := whole(content, &outer); err != nil {
		return nil, err
	}
	var i info
	rest := outer.Bytes
	for _, field := range []struct {
		into   any
		params string
	}{{&i.Version, ""}, {&i.Policy, ""}, {&i.Imprint, ""}, {&i.Serial, ""}, {&i.Time, "generalized"}} {
		var err error
		if rest, err = asn1.UnmarshalWithParams(rest, field.into, field.params); err != nil {
			return nil, err
		}
	}
	if i.Version != 1 {
		return nil, errors.New("it is of another version than 1")
	}
	return &i, nil
}

// attests checks that the signed attributes are of the content.
func (t *timestamp) attests() error {
	var attributes []attribute
	if rest, err := asn1.UnmarshalWithParams(t.attested, &attributes, "set"); err != nil || len(rest) > 0 {
		return errors.New("its signed attributes cannot be read")
	}
	var digest []byte
	var kind asn1.ObjectIdentifier
	seen := 0
	for _, a := range attributes {
		var err error
		switch {
		case a.Type.Equal(oidMessageDigest()):
			seen++
			err = whole(a.Values.Bytes, &digest)
		case a.Type.Equal(oidContentType()):
			seen++
			err = whole(a.Values.Bytes, &kind)
		}
		if err != nil {
			return err
		}
	}
	sum := digestBy(t.signer.Digest.Algorithm, t.content)
	if seen != 2 || sum == nil || !bytes.Equal(sum, digest) || !kind.Equal(oidTSTInfo()) {
		return errors.New("what it signs is not what it says")
	}
	return nil
}

// madeBy checks the signature, and that it is by the certificate of the
// authority, which has to be one for timestamps and nothing else.
func (t *timestamp) madeBy(a authority) bool {
	leaf, last := a.chain[0], len(a.chain)-1
	if !bytes.Equal(t.signer.ID.Issuer.FullBytes, leaf.RawIssuer) || t.signer.ID.Serial.Cmp(leaf.SerialNumber) != 0 ||
		leaf.IsCA || !forTimestamps(leaf) {
		return false
	}
	options := x509.VerifyOptions{
		Roots: x509.NewCertPool(), Intermediates: x509.NewCertPool(), CurrentTime: t.at,
		KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping},
	}
	options.Roots.AddCert(a.chain[last])
	for _, c := range a.chain[min(1, last):last] {
		options.Intermediates.AddCert(c)
	}
	if _, err := leaf.Verify(options); err != nil {
		return false
	}
	algorithm := x509.UnknownSignatureAlgorithm
	digest := t.signer.Digest.Algorithm
	switch leaf.PublicKeyAlgorithm {
	case x509.ECDSA:
		algorithm = map[crypto.Hash]x509.SignatureAlgorithm{
			crypto.SHA256: x509.ECDSAWithSHA256, crypto.SHA384: x509.ECDSAWithSHA384, crypto.SHA512: x509.ECDSAWithSHA512}[hashBy(digest)]
	case x509.RSA:
		algorithm = map[crypto.Hash]x509.SignatureAlgorithm{
			crypto.SHA256: x509.SHA256WithRSA, crypto.SHA384: x509.SHA384WithRSA, crypto.SHA512: x509.SHA512WithRSA}[hashBy(digest)]
	}
	return algorithm != x509.UnknownSignatureAlgorithm && leaf.CheckSignature(algorithm, t.attested, t.signer.Signature) == nil
}

// forTimestamps is whether a certificate is for timestamps only, and says so
// in a way that must not be overlooked (RFC 3161, 2.3).
func forTimestamps(c *x509.Certificate) bool {
	critical := false
	for _, e := range c.Extensions {
		if e.Id.Equal(asn1.ObjectIdentifier{2, 5, 29, 37}) {
			critical = e.Critical
		}
	}
	return critical && len(c.ExtKeyUsage) == 1 && c.ExtKeyUsage[0] == x509.ExtKeyUsageTimeStamping && len(c.UnknownExtKeyUsage) == 0
}

// speaksOf reports whether the time is of this signature.
func (t *timestamp) speaksOf(signature []byte) bool {
	sum := digestBy(t.imprint.Algorithm.Algorithm, signature)
	return sum != nil && bytes.Equal(sum, t.imprint.Hash)
}

func hashBy(oid asn1.ObjectIdentifier) crypto.Hash {
	switch oid.String() {
	case "2.16.840.1.101.3.4.2.1":
		return crypto.SHA256
	case "2.16.840.1.101.3.4.2.2":
		return crypto.SHA384
	case "2.16.840.1.101.3.4.2.3":
		return crypto.SHA512
	}
	return 0
}

// digestBy is nil for digests that are not supported, SHA-1 among them.
func digestBy(oid asn1.ObjectIdentifier, message []byte) []byte {
	switch hashBy(oid) {
	case crypto.SHA256:
		sum := sha256.Sum256(message)
		return sum[:]
	case crypto.SHA384:
		sum := sha512.Sum384(message)
		return sum[:]
	case crypto.SHA512:
		sum := sha512.Sum512(message)
		return sum[:]
	}
	return nil
}

// whole reads DER that is one value and nothing else.
func whole(der []byte, into any) error {
	rest, err := asn1.Unmarshal(der, into)
	if err == nil && len(rest) > 0 {
		err = errors.New("something follows its end")
	}
	return err
}
