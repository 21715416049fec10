package functions

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"encoding/pem"
	"math/big"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// openssh is a key as ssh-keygen writes it.
func openssh(key *rsa.PrivateKey) []byte {
	field := func(parts ...[]byte) (out []byte) {
		for _, p := range parts {
			out = append(binary.BigEndian.AppendUint32(out, uint32(len(p))), p...)
		}
		return out
	}
	number := func(n *big.Int) []byte { return append([]byte{0}, n.Bytes()...) }
	inner := []byte{1, 2, 3, 4, 1, 2, 3, 4}
	inner = append(inner, field([]byte("ssh-rsa"), number(key.N), number(big.NewInt(int64(key.E))), number(key.D),
		number(key.Precomputed.Qinv), number(key.Primes[0]), number(key.Primes[1]), []byte("comment"))...)
	out := append([]byte("openssh-key-v1\x00"), field([]byte("none"), []byte("none"), nil)...)
	out = binary.BigEndian.AppendUint32(out, 1)
	return append(out, field([]byte("public part"), inner)...)
}

func TestRsaDecrypt(t *testing.T) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := rsa.EncryptPKCS1v15(rand.Reader, &key.PublicKey, []byte("message")) //nolint:staticcheck // what rsadecrypt takes
	if err != nil {
		t.Fatal(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	decrypt := Table(tree(t))["rsadecrypt"]
	ask := func(typ string, der []byte) (cty.Value, error) {
		text := pem.EncodeToMemory(&pem.Block{Type: typ, Bytes: der})
		return decrypt.Call([]cty.Value{cty.StringVal(base64.StdEncoding.EncodeToString(secret)), cty.StringVal(string(text))})
	}
	forms := map[string][]byte{
		"RSA PRIVATE KEY": x509.MarshalPKCS1PrivateKey(key), "PRIVATE KEY": pkcs8, "OPENSSH PRIVATE KEY": openssh(key),
	}
	for typ, der := range forms {
		if v, err := ask(typ, der); err != nil || !v.RawEquals(cty.StringVal("message")) {
			t.Errorf("%s gives %#v, %v", typ, v, err)
		}
		for _, cut := range []int{0, 1, len(der) / 2, len(der) - 40} {
			if v, err := ask(typ, der[:cut]); err == nil {
				t.Errorf("%d bytes of %s give %#v", cut, typ, v)
			}
		}
	}
	if v, err := ask("PUBLIC KEY", forms["PRIVATE KEY"]); err == nil {
		t.Errorf("a public key gives %#v", v)
	}
}
