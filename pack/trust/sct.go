package trust

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"encoding/binary"
	"errors"
	"time"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"
)

// sctList is the extension in which a certificate carries the receipts of logs
// it was disclosed to (RFC 6962, 3.3).
var sctList = asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 11129, 2, 4, 2}

// disclosed checks that a log of certificates has given a receipt for one. The
// receipt is over the certificate as it was before it went in, and over the
// key of the issuer.
func (r *root) disclosed(leaf *x509.Certificate, issuers []*x509.Certificate) error {
	receipts, err := receiptsOf(leaf)
	if err != nil {
		return err
	}
	before, err := withoutReceipts(leaf.RawTBSCertificate)
	if err != nil {
		return err
	}
	for _, s := range receipts {
		for _, l := range r.ctLogs {
			if !bytes.Equal(l.id, s.log) || !l.valid.has(s.at) {
				continue
			}
			for _, issuer := range issuers {
				if l.key.verify(s.over(issuer, before), s.signature) == nil {
					return nil
				}
			}
		}
	}
	return errors.New("no log that is trusted has its certificate: its receipts do not hold, or are of other logs")
}

// receipt is a signed certificate timestamp of version 1.
type receipt struct {
	log        []byte
	millis     uint64
	at         time.Time
	extensions []byte
	signature  []byte
}

// over is what the log signed: entry type 1, a certificate to be.
func (s *receipt) over(issuer *x509.Certificate, before []byte) []byte {
	key := sha256.Sum256(issuer.RawSubjectPublicKeyInfo)
	out := []byte{0, 0} // version 1, a certificate's timestamp
	out = binary.BigEndian.AppendUint64(out, s.millis)
	out = append(out, 0, 1)
	out = append(out, key[:]...)
	out = append(out, byte(len(before)>>16), byte(len(before)>>8), byte(len(before)))
	out = append(out, before...)
	out = binary.BigEndian.AppendUint16(out, uint16(len(s.extensions)))
	return append(out, s.extensions...)
}

func receiptsOf(leaf *x509.Certificate) (out []receipt, err error) {
	bad := errors.New("the receipts of logs in its certificate cannot be read")
	for _, e := range leaf.Extensions {
		if !e.Id.Equal(sctList) {
			continue
		}
		var octets []byte
		if rest, err := asn1.Unmarshal(e.Value, &octets); err != nil || len(rest) > 0 {
			return nil, bad
		}
		s := cryptobyte.String(octets)
		var list cryptobyte.String
		if !s.ReadUint16LengthPrefixed(&list) || !s.Empty() {
			return nil, bad
		}
		for !list.Empty() {
			var one cryptobyte.String
			if !list.ReadUint16LengthPrefixed(&one) {
				return nil, bad
			}
			if r, ok := readReceipt(one); ok {
				out = append(out, r)
			}
		}
	}
	if len(out) == 0 {
		return nil, errors.New("its certificate has no receipt of a log of certificates")
	}
	return out, nil
}

// readReceipt reads one; ok is false for versions and digests there are not.
func readReceipt(s cryptobyte.String) (r receipt, ok bool) {
	var version, hash, kind uint8
	var extensions, signature cryptobyte.String
	if !s.ReadUint8(&version) || version != 0 || !s.ReadBytes(&r.log, 32) || !s.ReadUint64(&r.millis) ||
		!s.ReadUint16LengthPrefixed(&extensions) || !s.ReadUint8(&hash) || !s.ReadUint8(&kind) ||
		!s.ReadUint16LengthPrefixed(&signature) || !s.Empty() || hash != 4 || r.millis > 1<<52 {
		return r, false
	}
	r.at = time.UnixMilli(int64(r.millis))
	r.extensions, r.signature = extensions, signature
	return r, true
}

// withoutReceipts is the part of a certificate that is signed, with the
// extension of receipts taken out, as the logs saw it.
func withoutReceipts(tbs []byte) ([]byte, error) {
	bad := errors.New("its certificate cannot be taken apart")
	in := cryptobyte.String(tbs)
	var body cryptobyte.String
	if !in.ReadASN1(&body, cbasn1.SEQUENCE) || !in.Empty() {
		return nil, bad
	}
	var out cryptobyte.Builder
	failed := false
	out.AddASN1(cbasn1.SEQUENCE, func(out *cryptobyte.Builder) {
		for !body.Empty() {
			var element cryptobyte.String
			var tag cbasn1.Tag
			if !body.ReadAnyASN1Element(&element, &tag) {
				failed = true
				return
			}
			if tag != cbasn1.Tag(3).ContextSpecific().Constructed() {
				out.AddBytes(element)
				continue
			}
			var wrapped, list cryptobyte.String
			if !element.ReadASN1(&wrapped, tag) || !wrapped.ReadASN1(&list, cbasn1.SEQUENCE) || !wrapped.Empty() {
				failed = true
				return
			}
			out.AddASN1(tag, func(out *cryptobyte.Builder) {
				out.AddASN1(cbasn1.SEQUENCE, func(out *cryptobyte.Builder) {
					failed = !keep(out, list)
				})
			})
		}
	})
	result, err := out.Bytes()
	if failed || err != nil {
		return nil, bad
	}
	return result, nil
}

// keep copies extensions, but for the receipts.
func keep(out *cryptobyte.Builder, list cryptobyte.String) bool {
	for !list.Empty() {
		var extension cryptobyte.String
		if !list.ReadASN1Element(&extension, cbasn1.SEQUENCE) {
			return false
		}
		whole := extension
		var inner cryptobyte.String
		var id asn1.ObjectIdentifier
		if !extension.ReadASN1(&inner, cbasn1.SEQUENCE) || !inner.ReadASN1ObjectIdentifier(&id) {
			return false
		}
		if !id.Equal(sctList) {
			out.AddBytes(whole)
		}
	}
	return true
}
