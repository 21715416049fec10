package functions

import (
	"bytes"
	"crypto/rsa"
	"crypto/x509"
	"encoding/binary"
	"encoding/pem"
	"errors"
	"math/big"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

var errKey = errors.New("this is not an RSA private key in PEM without a passphrase")

func rsaDecrypt() function.Function {
	return from(cty.String, func(args []string) (cty.Value, error) {
		secret, err := unbase64(args[0])
		if err != nil {
			return cty.NilVal, err
		}
		key, err := rsaKey([]byte(args[1]))
		if err != nil {
			return cty.NilVal, function.NewArgError(1, err)
		}
		text, err := rsa.DecryptPKCS1v15(nil, key, secret) //nolint:staticcheck // rsadecrypt is defined so
		if err != nil {
			return cty.NilVal, errors.New("the text cannot be decrypted with this key")
		}
		return cty.StringVal(string(text)), nil
	}, "ciphertext", "privatekey")
}

// rsaKey reads the three forms a key comes in.
func rsaKey(text []byte) (*rsa.PrivateKey, error) {
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, errKey
	}
	switch block.Type {
	case "RSA PRIVATE KEY":
		return x509.ParsePKCS1PrivateKey(block.Bytes)
	case "PRIVATE KEY":
		any, err := x509.ParsePKCS8PrivateKey(block.Bytes)
		if key, ok := any.(*rsa.PrivateKey); ok {
			return key, nil
		}
		return nil, errors.Join(errKey, err)
	case "OPENSSH PRIVATE KEY":
		return opensshKey(block.Bytes)
	}
	return nil, errKey
}

// opensshKey reads a key as ssh-keygen writes it (PROTOCOL.key of OpenSSH):
// cipher, key derivation and its options, one public and one private part.
func opensshKey(data []byte) (*rsa.PrivateKey, error) {
	data, ok := bytes.CutPrefix(data, []byte("openssh-key-v1\x00"))
	if !ok {
		return nil, errKey
	}
	outer := sshFields{data: data}
	cipher, derivation := outer.next(), outer.next()
	outer.next()
	number := outer.uint32()
	outer.next()
	inner := sshFields{data: outer.next()}
	if outer.bad || number != 1 || string(cipher) != "none" || string(derivation) != "none" {
		return nil, errKey
	}
	first, second := inner.uint32(), inner.uint32() // a random number, twice: the key is in clear
	if first != second || string(inner.next()) != "ssh-rsa" {
		return nil, errKey
	}
	n, e, d, _, p, q := inner.int(), inner.int(), inner.int(), inner.int(), inner.int(), inner.int()
	if inner.bad || !e.IsInt64() || e.Int64() > 1<<31-1 {
		return nil, errKey
	}
	key := &rsa.PrivateKey{PublicKey: rsa.PublicKey{N: n, E: int(e.Int64())}, D: d, Primes: []*big.Int{p, q}}
	if key.Validate() != nil {
		return nil, errKey
	}
	key.Precompute()
	return key, nil
}

// sshFields reads fields with their length before them.
type sshFields struct {
	data []byte
	bad  bool
}

func (f *sshFields) uint32() uint32 {
	if len(f.data) < 4 {
		f.bad, f.data = true, nil
		return 0
	}
	n := binary.BigEndian.Uint32(f.data)
	f.data = f.data[4:]
	return n
}

func (f *sshFields) next() []byte {
	n := f.uint32()
	if uint64(n) > uint64(len(f.data)) {
		f.bad, f.data = true, nil
		return nil
	}
	field := f.data[:n]
	f.data = f.data[n:]
	return field
}

func (f *sshFields) int() *big.Int { return new(big.Int).SetBytes(f.next()) }
