package trust

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"testing"
	"time"

	protobundle "github.com/sigstore/protobuf-specs/gen/pb-go/bundle/v1"
	theirs "github.com/sigstore/sigstore-go/pkg/bundle"
	theirroot "github.com/sigstore/sigstore-go/pkg/root"
	"github.com/sigstore/sigstore-go/pkg/verify"
	"github.com/sigstore/sigstore/pkg/signature"
)

// sigstore-go is the oracle of these tests. It is not linked into the binary:
// it makes it 11 MB larger and doubles the time it takes to start.

// oracle reads a bundle as sigstore-go does.
func oracle(raw []byte) (*theirs.Bundle, error) {
	b := &theirs.Bundle{Bundle: new(protobundle.Bundle)}
	return b, b.UnmarshalJSON(raw)
}

// oracleKey verifies a bundle that was made with a key.
func oracleKey(public crypto.PublicKey, manifest, raw []byte) error {
	b, err := oracle(raw)
	if err != nil {
		return err
	}
	v, err := signature.LoadDefaultVerifier(public)
	if err != nil {
		return err
	}
	key := theirroot.NewTrustedPublicKeyMaterial(func(string) (theirroot.TimeConstrainedVerifier, error) {
		return theirroot.NewExpiringKey(v, time.Time{}, time.Time{}), nil
	})
	verifier, err := verify.NewVerifier(key, verify.WithNoObserverTimestamps())
	if err != nil {
		return err
	}
	_, err = verifier.Verify(b, verify.NewPolicy(verify.WithArtifact(bytes.NewReader(manifest)), verify.WithKey()))
	return err
}

func oracleWithKey(t *testing.T, public crypto.PublicKey, manifest, raw []byte) {
	t.Helper()
	if err := oracleKey(public, manifest, raw); err != nil {
		t.Errorf("sigstore-go: %v", err)
	}
}

// messageBundle is a bundle over the manifest itself.
func messageBundle(t *testing.T, key crypto.Signer, manifest []byte) []byte {
	t.Helper()
	sum := sha256.Sum256(manifest)
	sig, err := key.Sign(rand.Reader, sum[:], crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(map[string]any{
		"mediaType":            BundleType,
		"verificationMaterial": map[string]any{"publicKey": map[string]any{"hint": base64.StdEncoding.EncodeToString([]byte("x"))}},
		"messageSignature": map[string]any{
			"messageDigest": map[string]any{"algorithm": "SHA2_256", "digest": sum[:]}, "signature": sig,
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
