package trust

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const repository = "registry.example/platform/packs"

var manifest = []byte(`{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json"}`)

// made makes a key of each kind that is supported.
var made = map[string]func() (crypto.Signer, error){
	"P-256":   func() (crypto.Signer, error) { return ecdsa.GenerateKey(elliptic.P256(), rand.Reader) },
	"P-384":   func() (crypto.Signer, error) { return ecdsa.GenerateKey(elliptic.P384(), rand.Reader) },
	"P-521":   func() (crypto.Signer, error) { return ecdsa.GenerateKey(elliptic.P521(), rand.Reader) },
	"RSA":     func() (crypto.Signer, error) { return rsa.GenerateKey(rand.Reader, 2048) },
	"Ed25519": func() (crypto.Signer, error) { _, k, err := ed25519.GenerateKey(rand.Reader); return k, err },
}

func newSigner(t *testing.T, kind string) crypto.Signer {
	t.Helper()
	k, err := made[kind]()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// publicPEM is the public half as a file has it.
func publicPEM(t *testing.T, public crypto.PublicKey) []byte {
	t.Helper()
	der, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
}

func privatePEM(t *testing.T, key crypto.Signer) []byte {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
}

// policyOf is a policy of the text, beside the files.
func policyOf(t *testing.T, text string, files map[string][]byte) *Policy {
	t.Helper()
	dir := t.TempDir()
	for name, src := range files {
		if err := os.WriteFile(filepath.Join(dir, name), src, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	name := filepath.Join(dir, "trust.hcl")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p, diags, err := Load(Places{Named: name})
	if err != nil || diags.HasErrors() {
		t.Fatal(err, diags)
	}
	return p
}

// trusting is a policy that trusts one key for everything of the platform.
func trusting(t *testing.T, public crypto.PublicKey) *Policy {
	t.Helper()
	return policyOf(t, `trust {
  policy {
    match = "registry.example/platform/*"
    keys  = ["a.pub"]
  }
}`, map[string][]byte{"a.pub": publicPEM(t, public)})
}

func TestSignAndVerify(t *testing.T) {
	for kind := range made {
		t.Run(kind, func(t *testing.T) {
			key := newSigner(t, kind)
			read, err := ReadPrivateKey(privatePEM(t, key), nil)
			if err != nil {
				t.Fatal(err)
			}
			raw, err := Sign(read, manifest)
			if err != nil {
				t.Fatal(err)
			}
			p := trusting(t, key.Public())
			got, err := p.Verify(repository, manifest, [][]byte{raw})
			if err != nil || len(got.Signers) != 1 || got.Signers[0].Kind != ByKey || !strings.HasPrefix(got.Signers[0].Fingerprint, "sha256:") {
				t.Fatalf("%+v, %v", got, err)
			}
			refusedBecause(t, p, repository, append([]byte(" "), manifest...), raw, "signs something else")
			refusedBecause(t, trusting(t, newSigner(t, kind).Public()), repository, manifest, raw, "not made with a key that is trusted")
			oracleWithKey(t, key.Public(), manifest, raw)
		})
	}
}

// refusedBecause checks that a signature is refused, with a word of why.
func refusedBecause(t *testing.T, p *Policy, ref string, manifest, raw []byte, want string) {
	t.Helper()
	got, err := p.Verify(ref, manifest, [][]byte{raw})
	var r *Refusal
	if !errors.As(err, &r) || len(got.Signers) > 0 || !strings.Contains(err.Error(), want) {
		t.Errorf("%+v, %v; want a refusal that says %q", got, err, want)
	}
}

// A signature over the manifest itself, as sigstore-go makes it.
func TestMessageSignature(t *testing.T) {
	key := newSigner(t, "P-256")
	raw := messageBundle(t, key, manifest)
	p := trusting(t, key.Public())
	if got, err := p.Verify(repository, manifest, [][]byte{raw}); err != nil || len(got.Signers) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	oracleWithKey(t, key.Public(), manifest, raw)
	refusedBecause(t, p, repository, []byte("{}"), raw, "signs something else")
}

// Bundles as they are, with one thing changed.
func TestTamperedKeyBundles(t *testing.T) {
	key := newSigner(t, "P-256")
	good, err := Sign(key, manifest)
	if err != nil {
		t.Fatal(err)
	}
	p := trusting(t, key.Public())
	cases := []struct {
		what, want string
		change     func(b map[string]any)
	}{
		{"an older version", "only Sigstore bundles of version 0.3", func(b map[string]any) { b["mediaType"] = "application/vnd.dev.sigstore.bundle+json;version=0.1" }},
		{"a newer version", "only Sigstore bundles of version 0.3", func(b map[string]any) { b["mediaType"] = "application/vnd.dev.sigstore.bundle.v0.4+json" }},
		{"no type", "only Sigstore bundles", func(b map[string]any) { delete(b, "mediaType") }},
		{"no key", "neither a key nor a certificate", func(b map[string]any) { b["verificationMaterial"] = map[string]any{} }},
		{"no content", "signs neither", func(b map[string]any) { delete(b, "dsseEnvelope") }},
		{"both contents", "signs neither a message nor a statement, or both", func(b map[string]any) {
			b["messageSignature"] = map[string]any{"signature": "AAAA"}
		}},
		{"no signature", "0 signatures", func(b map[string]any) { b["dsseEnvelope"].(map[string]any)["signatures"] = []any{} }},
		{"an empty signature", "no signature", func(b map[string]any) {
			b["dsseEnvelope"].(map[string]any)["signatures"] = []any{map[string]any{"sig": ""}}
		}},
		{"two signatures", "2 signatures", func(b map[string]any) {
			s := b["dsseEnvelope"].(map[string]any)["signatures"].([]any)
			b["dsseEnvelope"].(map[string]any)["signatures"] = append(s, s[0])
		}},
		{"another signature", "not made with a key", func(b map[string]any) {
			b["dsseEnvelope"].(map[string]any)["signatures"] = []any{map[string]any{"sig": "MEUCIQDAAAA="}}
		}},
		{"another type of payload", "signs a \"text/plain\"", func(b map[string]any) { b["dsseEnvelope"].(map[string]any)["payloadType"] = "text/plain" }},
		{"another payload", "not made with a key", func(b map[string]any) {
			b["dsseEnvelope"].(map[string]any)["payload"] = payload(func(s map[string]any) { s["extra"] = 1 })
		}},
		{"another predicate", "which is no signature", func(b map[string]any) {
			b["dsseEnvelope"].(map[string]any)["payload"] = payload(func(s map[string]any) { s["predicateType"] = "https://slsa.dev/provenance/v1" })
		}},
		{"another statement", "is of type", func(b map[string]any) {
			b["dsseEnvelope"].(map[string]any)["payload"] = payload(func(s map[string]any) { s["_type"] = "x" })
		}},
		{"no subject", "signs something else", func(b map[string]any) {
			b["dsseEnvelope"].(map[string]any)["payload"] = payload(func(s map[string]any) { s["subject"] = []any{} })
		}},
		{"a payload that is no JSON", "cannot be read", func(b map[string]any) { b["dsseEnvelope"].(map[string]any)["payload"] = []byte("x") }},
		{"a broken certificate", "certificate cannot be read", func(b map[string]any) {
			b["verificationMaterial"] = map[string]any{"certificate": map[string]any{"rawBytes": "AAAA"}}
		}},
		{"a chain", "chain of certificates", func(b map[string]any) {
			b["verificationMaterial"] = map[string]any{"x509CertificateChain": map[string]any{}}
		}},
		{"a number for text", "no Sigstore bundle", func(b map[string]any) { b["mediaType"] = 3 }},
		{"bad base64", "no Sigstore bundle", func(b map[string]any) { b["dsseEnvelope"].(map[string]any)["payload"] = "!" }},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			var b map[string]any
			if err := json.Unmarshal(good, &b); err != nil {
				t.Fatal(err)
			}
			c.change(b)
			raw, err := json.Marshal(b)
			if err != nil {
				t.Fatal(err)
			}
			refusedBecause(t, p, repository, manifest, raw, c.want)
		})
	}
}

// payload is the statement that Sign makes, changed.
func payload(change func(s map[string]any)) []byte {
	s := map[string]any{
		"_type": "https://in-toto.io/Statement/v1", "predicateType": PredicateType, "predicate": map[string]any{},
		"subject": []any{map[string]any{"digest": map[string]string{"sha256": strings.TrimPrefix(fingerprint(manifest), "sha256:")}}},
	}
	change(s)
	out, err := json.Marshal(s)
	if err != nil {
		panic(err) // it is made of plain values
	}
	return out
}

func TestHostileJSON(t *testing.T) {
	key := newSigner(t, "P-256")
	p := trusting(t, key.Public())
	good, err := Sign(key, manifest)
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct{ raw, want string }{
		"nothing":            {"", "no Sigstore bundle"},
		"no JSON":            {"x", "no Sigstore bundle"},
		"a list":             {"[]", "no Sigstore bundle"},
		"cut":                {string(good[:len(good)-1]), "no Sigstore bundle"},
		"followed":           {string(good) + "{}", "follows its end"},
		"a key twice":        {`{"mediaType":"a","mediaType":"b"}`, "twice"},
		"in another case":    {`{"mediaType":"a","MEDIATYPE":"b"}`, "twice"},
		"twice deep inside":  {`{"a":[{"b":1,"b":2}]}`, "twice"},
		"deep":               {strings.Repeat("[", 100_000), "nested too deeply"},
		"large":              {strings.Repeat(" ", MaxBundle+1), "larger than"},
		"a negative number":  {`{"verificationMaterial":{"tlogEntries":[{"logIndex":"-1"}]}}`, "no number"},
		"a number too large": {`{"verificationMaterial":{"tlogEntries":[{"logIndex":"99999999999999999999"}]}}`, "no number"},
	}
	for what, c := range cases {
		t.Run(what, func(t *testing.T) { refusedBecause(t, p, repository, manifest, []byte(c.raw), c.want) })
	}
}

func TestManyBundles(t *testing.T) {
	key := newSigner(t, "P-256")
	p := trusting(t, key.Public())
	good, err := Sign(key, manifest)
	if err != nil {
		t.Fatal(err)
	}
	var flood [][]byte
	for range 1000 {
		flood = append(flood, []byte("{}"))
	}
	if _, err := p.Verify(repository, manifest, append(flood[:5:5], good, good)); err != nil {
		t.Errorf("one good signature among bad ones: %v", err)
	}
	if _, err := p.Verify(repository, manifest, append(flood, good)); err == nil || !strings.Contains(err.Error(), "969 more signatures were not looked at") {
		t.Errorf("%v", err)
	}
}

func TestKeysThatAreRefused(t *testing.T) {
	small, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	p224, err := ecdsa.GenerateKey(elliptic.P224(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	good := publicPEM(t, newSigner(t, "P-256").Public())
	for want, src := range map[string][]byte{
		"no PEM block":           []byte("ssh-ed25519 AAAA"),
		"a PUBLIC KEY is wanted": privatePEM(t, newSigner(t, "P-256")),
		"more than one key":      append(good, good...),
		"RSA key of 1024 bits":   publicPEM(t, small.Public()),
		"ECDSA over P-224":       publicPEM(t, p224.Public()),
		"asn1":                   pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: []byte("x")}),
	} {
		if _, err := ReadKey(src); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
