package trust

import (
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"

	"github.com/secure-systems-lab/go-securesystemslib/encrypted"
)

// ReadPrivateKey reads a key to sign with, in PEM: PKCS #8, SEC 1, PKCS #1, or
// as `cosign generate-key-pair` writes it, for which password is asked.
func ReadPrivateKey(src []byte, password func() ([]byte, error)) (crypto.Signer, error) {
	block, _ := pem.Decode(src)
	if block == nil {
		return nil, errors.New("it holds no PEM block")
	}
	der := block.Bytes
	var key any
	var err error
	switch block.Type {
	case "EC PRIVATE KEY":
		key, err = x509.ParseECPrivateKey(der)
	case "RSA PRIVATE KEY":
		key, err = x509.ParsePKCS1PrivateKey(der)
	case "ENCRYPTED SIGSTORE PRIVATE KEY", "ENCRYPTED COSIGN PRIVATE KEY":
		var secret []byte
		if secret, err = password(); err != nil {
			return nil, err
		}
		if der, err = encrypted.Decrypt(der, secret); err != nil {
			return nil, fmt.Errorf("it cannot be decrypted (%w); is the password right?", err)
		}
		key, err = x509.ParsePKCS8PrivateKey(der)
	case "PRIVATE KEY":
		key, err = x509.ParsePKCS8PrivateKey(der)
	default:
		return nil, fmt.Errorf("it holds a %q, which is no private key that can be read here", block.Type)
	}
	if err != nil {
		return nil, err
	}
	signer, ok := key.(crypto.Signer)
	if !ok {
		return nil, fmt.Errorf("a key of type %T cannot sign", key)
	}
	if _, err := newKey(signer.Public()); err != nil {
		return nil, err
	}
	return signer, nil
}

// Sign makes a signature over a manifest: a bundle to put beside it as a
// referrer of artifactType [BundleType] with [Annotations]. It is what
// `cosign sign --key` makes, and cosign verifies it.
func Sign(key crypto.Signer, manifest []byte) ([]byte, error) {
	digest := sha256.Sum256(manifest)
	payload, err := json.Marshal(map[string]any{
		"_type":         "https://in-toto.io/Statement/v1",
		"subject":       []any{map[string]any{"digest": map[string]string{"sha256": hex.EncodeToString(digest[:])}}},
		"predicateType": PredicateType,
		"predicate":     map[string]any{},
	})
	if err != nil {
		return nil, err
	}
	message := encoded(statementType, payload)
	sum, hash := hashed(key.Public(), message)
	if _, ok := key.Public().(ed25519.PublicKey); ok {
		sum = message
	}
	signature, err := key.Sign(rand.Reader, sum, hash)
	if err != nil {
		return nil, err
	}
	pkix, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		return nil, err
	}
	hint := sha256.Sum256(pkix)
	return json.Marshal(map[string]any{
		"mediaType":            BundleType,
		"verificationMaterial": map[string]any{"publicKey": map[string]string{"hint": base64.StdEncoding.EncodeToString(hint[:])}},
		"dsseEnvelope": map[string]any{
			"payload":     payload,
			"payloadType": statementType,
			"signatures":  []any{map[string]any{"sig": signature}},
		},
	})
}

// Annotations are those of a referrer that carries a signature, by which cosign
// knows what is in it before it fetches it.
func Annotations() map[string]string {
	return map[string]string{
		"dev.sigstore.bundle.content":       "dsse-envelope",
		"dev.sigstore.bundle.predicateType": PredicateType,
	}
}
