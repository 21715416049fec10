package trust

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
)

// Key is a public key that signatures are checked with.
type Key struct {
	Fingerprint string // "sha256:…" over its PKIX form
	public      crypto.PublicKey
}

// ReadKey reads a public key in PEM, as `cosign generate-key-pair` and
// `openssl pkey -pubout` write it.
func ReadKey(src []byte) (*Key, error) {
	block, rest := pem.Decode(src)
	switch {
	case block == nil:
		return nil, errors.New("it holds no PEM block")
	case block.Type != "PUBLIC KEY":
		return nil, fmt.Errorf("it holds a %q; a PUBLIC KEY is wanted", block.Type)
	}
	if more, _ := pem.Decode(rest); more != nil {
		return nil, errors.New("it holds more than one key; give each a file")
	}
	public, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	return newKey(public)
}

// newKey takes the kinds of keys that are strong enough and that cosign reads.
func newKey(public crypto.PublicKey) (*Key, error) {
	switch k := public.(type) {
	case *ecdsa.PublicKey:
		if k.Curve != elliptic.P256() && k.Curve != elliptic.P384() && k.Curve != elliptic.P521() {
			return nil, fmt.Errorf("ECDSA over %s is not supported; P-256, P-384 or P-521", k.Curve.Params().Name)
		}
	case *rsa.PublicKey:
		if k.N.BitLen() < 2048 || k.N.BitLen() > 8192 {
			return nil, fmt.Errorf("an RSA key of %d bits is not supported; 2048 to 8192", k.N.BitLen())
		}
	case ed25519.PublicKey:
	default:
		return nil, fmt.Errorf("keys of type %T are not supported; ECDSA, Ed25519 or RSA", public)
	}
	pkix, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		return nil, err
	}
	return &Key{Fingerprint: fingerprint(pkix), public: public}, nil
}

// verify checks a signature over a message, with the digest that Sigstore
// gives each kind of key.
func (k *Key) verify(message, signature []byte) error {
	ok := false
	digest, hash := hashed(k.public, message)
	switch public := k.public.(type) {
	case *ecdsa.PublicKey:
		ok = ecdsa.VerifyASN1(public, digest, signature)
	case *rsa.PublicKey:
		ok = rsa.VerifyPKCS1v15(public, hash, digest, signature) == nil
	case ed25519.PublicKey:
		ok = ed25519.Verify(public, message, signature)
	}
	if !ok {
		return errors.New("the signature does not match")
	}
	return nil
}

// hashed is the digest of a message that a key signs; nil for one that signs
// the message itself.
func hashed(public crypto.PublicKey, message []byte) ([]byte, crypto.Hash) {
	switch k := public.(type) {
	case *ecdsa.PublicKey:
		switch k.Curve {
		case elliptic.P384():
			sum := sha512.Sum384(message)
			return sum[:], crypto.SHA384
		case elliptic.P521():
			sum := sha512.Sum512(message)
			return sum[:], crypto.SHA512
		}
	case ed25519.PublicKey:
		return nil, 0
	}
	sum := sha256.Sum256(message)
	return sum[:], crypto.SHA256
}
