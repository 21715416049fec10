package trust

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
)

// statementType is the payloadType of a statement, as in-toto defines it.
const statementType = "application/vnd.in-toto+json"

// statement is what a signature says: of whom, and what.
type statement struct {
	Type          string `json:"_type"`
	PredicateType string `json:"predicateType"`
	Subject       []struct {
		Digest map[string]string `json:"digest"`
	} `json:"subject"`
}

// signed are the bytes that the signature is over, after checking that what
// they say is said of this manifest.
func (b *bundle) signed(manifest, digest []byte) ([]byte, error) {
	if m := b.message; m != nil {
		switch {
		case m.Digest.Algorithm != "SHA2_256":
			return nil, fmt.Errorf("it gives the digest of what it signs by %.40q; SHA2_256 is read", m.Digest.Algorithm)
		case !bytes.Equal(m.Digest.Digest, digest):
			return nil, errors.New("it signs something else than this pack")
		}
		return manifest, nil
	}
	e := b.payload
	if e.PayloadType != statementType {
		return nil, fmt.Errorf("it signs a %.80q; %s is read", e.PayloadType, statementType)
	}
	var s statement
	if err := decode(e.Payload, &s); err != nil {
		return nil, fmt.Errorf("its statement cannot be read (%w)", err)
	}
	if s.Type != "https://in-toto.io/Statement/v1" && s.Type != "https://in-toto.io/Statement/v0.1" {
		return nil, fmt.Errorf("its statement is of type %.80q", s.Type)
	}
	if s.PredicateType != PredicateType {
		return nil, fmt.Errorf("it says %.80q of the pack, which is no signature", s.PredicateType)
	}
	for _, subject := range s.Subject {
		if d, err := hex.DecodeString(subject.Digest["sha256"]); err == nil && bytes.Equal(d, digest) {
			return encoded(e.PayloadType, e.Payload), nil
		}
	}
	return nil, errors.New("it signs something else than this pack")
}

// encoded is what a signature over a payload is over: DSSE's pre-authentication
// encoding, which binds the type to it.
func encoded(typ string, payload []byte) []byte {
	out := []byte("DSSEv1 " + strconv.Itoa(len(typ)) + " " + typ + " " + strconv.Itoa(len(payload)) + " ")
	return append(out, payload...)
}
