package trust

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"time"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
)

// logEntry is a place in a log of signatures (Rekor), as a bundle has it.
type logEntry struct {
	LogIndex number `json:"logIndex"`
	LogID    struct {
		KeyID b64 `json:"keyId"`
	} `json:"logId"`
	KindVersion struct {
		Kind    string `json:"kind"`
		Version string `json:"version"`
	} `json:"kindVersion"`
	IntegratedTime number `json:"integratedTime"`
	Promise        *struct {
		Signature b64 `json:"signedEntryTimestamp"`
	} `json:"inclusionPromise"`
	Proof *struct {
		LogIndex   number `json:"logIndex"`
		RootHash   b64    `json:"rootHash"`
		TreeSize   number `json:"treeSize"`
		Hashes     []b64  `json:"hashes"`
		Checkpoint struct {
			Envelope string `json:"envelope"`
		} `json:"checkpoint"`
	} `json:"inclusionProof"`
	Body b64 `json:"canonicalizedBody"`
}

// logged checks that a log that is trusted has the signature, and returns the
// times that logs promise it was made at. An entry of a log that is not known
// does not count; one of a known log that does not hold refuses the whole.
func (r *root) logged(b *bundle, key *Key, signed []byte) (times []time.Time, err error) {
	held := 0
	for i := range b.entries {
		e := &b.entries[i]
		l := r.log(e.LogID.KeyID)
		if l == nil {
			continue
		}
		if err := e.speaksOf(b, key, signed); err != nil {
			return nil, err
		}
		if err := e.included(l); err != nil {
			return nil, err
		}
		at := time.Unix(int64(e.IntegratedTime), 0)
		if e.IntegratedTime != 0 && (at.Before(b.certificate.NotBefore) || at.After(b.certificate.NotAfter)) {
			return nil, errors.New("it was logged when its certificate was not in force")
		}
		if e.Promise != nil && len(e.Promise.Signature) > 0 {
			if !l.valid.has(at) || !e.promised(l) {
				return nil, errors.New("the promise of the log, which says when it was made, does not hold")
			}
			times = append(times, at)
		}
		held++
	}
	if held == 0 {
		return nil, errors.New("no log that is trusted has it")
	}
	return times, nil
}

func (r *root) log(id []byte) *log {
	for i := range r.logs {
		if bytes.Equal(r.logs[i].id, id) {
			return &r.logs[i]
		}
	}
	return nil
}

// included checks that the entry is in the log, by a state of it that the log
// has signed.
func (e *logEntry) included(l *log) error {
	p := e.Proof
	if p == nil {
		return errors.New("it does not prove that the log has it")
	}
	state, err := readCheckpoint(p.Checkpoint.Envelope, l, e.second())
	if err != nil {
		return err
	}
	size := state.size
	switch {
	case e.second() && p.LogIndex != e.LogIndex:
		return errors.New("it names two places in the log")
	case !bytes.Equal(p.RootHash, state.root):
		return errors.New("its proof is of another state of the log than the one that the log signed")
	case !e.second():
		size = uint64(p.TreeSize) // what the log signed is the hash, which no other size leads to
	case uint64(p.TreeSize) != size:
		return errors.New("its proof is of another state of the log than the one that the log signed")
	}
	hashes := make([][]byte, len(p.Hashes))
	for i, h := range p.Hashes {
		hashes[i] = h
	}
	leaf := rfc6962.DefaultHasher.HashLeaf(e.Body)
	if err := proof.VerifyInclusion(rfc6962.DefaultHasher, uint64(p.LogIndex), size, leaf, hashes, state.root); err != nil {
		return errors.New("its proof that the log has it does not hold")
	}
	return nil
}

// promised checks what a log of the first version promised: to take the entry
// in, at that time. It is over JSON in its canonical form.
func (e *logEntry) promised(l *log) bool {
	over := fmt.Sprintf(`{"body":"%s","integratedTime":%d,"logID":"%s","logIndex":%d}`,
		base64.StdEncoding.EncodeToString(e.Body), e.IntegratedTime, hex.EncodeToString(l.id), e.LogIndex)
	return l.key.verify([]byte(over), e.Promise.Signature) == nil
}

// second reports whether the entry is of a log of the second version, which
// makes no promises.
func (e *logEntry) second() bool {
	return e.KindVersion.Version == "0.0.2" && e.KindVersion.Kind == "hashedrekord"
}

// Bodies of entries, of the forms that are supported.
type (
	entryBody struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
		Spec       struct {
			// hashedrekord 0.0.1
			Data      bodyData      `json:"data"`
			Signature bodySignature `json:"signature"`
			// dsse 0.0.1
			PayloadHash bodyHash `json:"payloadHash"`
			Signatures  []struct {
				Signature b64 `json:"signature"`
				Verifier  b64 `json:"verifier"`
			} `json:"signatures"`
			// intoto 0.0.2
			Content struct {
				PayloadHash bodyHash `json:"payloadHash"`
				Envelope    struct {
					Signatures []struct {
						Sig       b64 `json:"sig"` // in base64 once more
						PublicKey b64 `json:"publicKey"`
					} `json:"signatures"`
				} `json:"envelope"`
			} `json:"content"`
			// hashedrekord 0.0.2
			Second *struct {
				Data struct {
					Digest b64 `json:"digest"`
				} `json:"data"`
				Signature struct {
					Content  b64 `json:"content"`
					Verifier struct {
						Certificate rawBytes `json:"x509Certificate"`
					} `json:"verifier"`
				} `json:"signature"`
			} `json:"hashedRekordV002"`
		} `json:"spec"`
	}
	bodyHash struct {
		Algorithm string `json:"algorithm"`
		Value     string `json:"value"`
	}
	bodyData struct {
		Hash bodyHash `json:"hash"`
	}
	bodySignature struct {
		Content   b64 `json:"content"`
		PublicKey struct {
			Content b64 `json:"content"`
		} `json:"publicKey"`
	}
)

// speaksOf checks that the entry is of this signature, of this certificate and
// of what was signed.
func (e *logEntry) speaksOf(b *bundle, key *Key, signed []byte) error {
	var in entryBody
	if err := decode(e.Body, &in); err != nil {
		return fmt.Errorf("its log entry cannot be read (%w)", err)
	}
	if in.Kind != e.KindVersion.Kind || in.APIVersion != e.KindVersion.Version {
		return errors.New("its log entry is of another kind than it says")
	}
	var signature, certificate, digest, want []byte
	s := &in.Spec
	switch kind := in.Kind + " " + in.APIVersion; {
	case kind == "hashedrekord 0.0.1" && b.message != nil:
		// Logs take the digest that the kind of key signs.
		want, _ = hashed(key.public, signed)
		signature, certificate = s.Signature.Content, unpem(s.Signature.PublicKey.Content)
		digest, _ = hex.DecodeString(s.Data.Hash.Value)
	case kind == "dsse 0.0.1" && b.payload != nil && len(s.Signatures) == 1:
		sum := sha256.Sum256(b.payload.Payload)
		want = sum[:]
		signature, certificate = s.Signatures[0].Signature, unpem(s.Signatures[0].Verifier)
		digest, _ = hex.DecodeString(s.PayloadHash.Value)
	case kind == "intoto 0.0.2" && b.payload != nil && len(s.Content.Envelope.Signatures) == 1:
		sum := sha256.Sum256(b.payload.Payload)
		want = sum[:]
		one := s.Content.Envelope.Signatures[0]
		signature, _ = base64.StdEncoding.DecodeString(string(one.Sig))
		certificate = unpem(one.PublicKey)
		digest, _ = hex.DecodeString(s.Content.PayloadHash.Value)
	case kind == "hashedrekord 0.0.2" && s.Second != nil:
		want, _ = hashed(key.public, signed)
		signature, certificate, digest = s.Second.Signature.Content, s.Second.Signature.Verifier.Certificate.Raw, s.Second.Data.Digest
	default:
		return fmt.Errorf("its log entry is of kind %.80q, which is not supported for what it signs", kind)
	}
	switch {
	case !bytes.Equal(signature, b.signature):
		return errors.New("its log entry is of another signature")
	case !bytes.Equal(certificate, b.certificate.Raw):
		return errors.New("its log entry is of another certificate")
	case len(want) == 0 || !bytes.Equal(digest, want):
		return errors.New("its log entry is of something else that was signed")
	}
	return nil
}

// unpem is the certificate in PEM text, nil for what is none.
func unpem(text []byte) []byte {
	block, _ := pem.Decode(text)
	if block == nil {
		return nil
	}
	c, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return nil
	}
	return c.Raw
}
