package trust

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	theirroot "github.com/sigstore/sigstore-go/pkg/root"
	"github.com/sigstore/sigstore-go/pkg/testing/ca"
	"github.com/sigstore/sigstore-go/pkg/verify"
)

// disclosing is an authority whose certificates carry the receipt of a log.
type disclosing struct {
	top, middle *x509.Certificate
	key         *ecdsa.PrivateKey // of middle
	log         *ecdsa.PrivateKey
}

func newDisclosing(t *testing.T) *disclosing {
	t.Helper()
	top, topKey, err := ca.GenerateRootCa()
	if err != nil {
		t.Fatal(err)
	}
	middle, key, err := ca.GenerateFulcioIntermediate(top, topKey)
	if err != nil {
		t.Fatal(err)
	}
	log, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return &disclosing{top, middle, key, log}
}

func logID(t *testing.T, public crypto.PublicKey) []byte {
	t.Helper()
	der, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(der)
	return sum[:]
}

// leaf gives out a certificate with the log's receipt, which change may alter
// before it goes in.
func (d *disclosing) leaf(t *testing.T, change func(receipt []byte)) *x509.Certificate {
	t.Helper()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(7), EmailAddresses: []string{who}, NotBefore: time.Now().Add(-time.Minute), NotAfter: time.Now().Add(time.Minute),
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageCodeSigning},
		ExtraExtensions: []pkix.Extension{{Id: issuerBare, Value: []byte(issuer)}},
	}
	key := newSigner(t, "P-256")
	make := func() *x509.Certificate {
		der, err := x509.CreateCertificate(rand.Reader, template, d.middle, key.Public(), d.key)
		if err != nil {
			t.Fatal(err)
		}
		c, err := x509.ParseCertificate(der)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	before := make()
	r := receipt{millis: uint64(time.Now().UnixMilli())}
	sum := sha256.Sum256(r.over(d.middle, before.RawTBSCertificate))
	sig, err := d.log.Sign(rand.Reader, sum[:], crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	one := append([]byte{0}, logID(t, d.log.Public())...)
	one = binary.BigEndian.AppendUint64(one, r.millis)
	one = append(one, 0, 0, 4, 3)
	one = binary.BigEndian.AppendUint16(one, uint16(len(sig)))
	one = append(one, sig...)
	change(one)
	list := binary.BigEndian.AppendUint16(nil, uint16(len(one)))
	list = append(list, one...)
	octets, err := asn1.Marshal(append(binary.BigEndian.AppendUint16(nil, uint16(len(list))), list...))
	if err != nil {
		t.Fatal(err)
	}
	template.ExtraExtensions = append(template.ExtraExtensions, pkix.Extension{Id: sctList, Value: octets})
	return make()
}

// roots is the instance as we and as sigstore-go read it.
func (d *disclosing) roots(t *testing.T, log crypto.PublicKey) (*root, *theirroot.TrustedRoot) {
	t.Helper()
	id := logID(t, log)
	logs := map[string]*theirroot.TransparencyLog{hex.EncodeToString(id): {
		BaseURL: "https://ct.example", ID: id, PublicKey: log, HashFunc: crypto.SHA256, SignatureHashFunc: crypto.SHA256,
		ValidityPeriodStart: time.Now().Add(-time.Hour).Truncate(time.Second),
	}}
	theirs, err := theirroot.NewTrustedRoot(theirroot.TrustedRootMediaType01, []theirroot.CertificateAuthority{&theirroot.FulcioCertificateAuthority{
		Root: d.top, Intermediates: []*x509.Certificate{d.middle}, ValidityPeriodStart: time.Now().Add(-time.Hour).Truncate(time.Second), URI: "https://ca.example",
	}}, logs, nil, logs)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := theirs.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	ours, err := readRoot(raw)
	if err != nil {
		t.Fatal(err)
	}
	return ours, theirs
}

func TestReceipts(t *testing.T) {
	d := newDisclosing(t)
	stranger := newSigner(t, "P-256").Public()
	cases := []struct {
		what   string
		change func(receipt []byte)
		log    crypto.PublicKey
		want   string
	}{
		{"as it is", func([]byte) {}, d.log.Public(), ""},
		{"another log", func([]byte) {}, stranger, "no log that is trusted"},
		{"another time", func(r []byte) { r[40]++ }, d.log.Public(), "no log that is trusted"},
		{"a time to come", func(r []byte) { r[35]++ }, d.log.Public(), "no log that is trusted"},
		{"another signature", func(r []byte) { r[len(r)-1]++ }, d.log.Public(), "no log that is trusted"},
		{"another version", func(r []byte) { r[0] = 1 }, d.log.Public(), "has no receipt"},
		{"another digest", func(r []byte) { r[43] = 2 }, d.log.Public(), "has no receipt"},
		{"cut short", func(r []byte) { r[45]-- }, d.log.Public(), "has no receipt"},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			leaf := d.leaf(t, c.change)
			ours, theirs := d.roots(t, c.log)
			issuers, err := ours.issuers(leaf, time.Now())
			if err != nil {
				t.Fatal(err)
			}
			err = ours.disclosed(leaf, issuers)
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
			chains, err := verify.VerifyLeafCertificate(time.Now(), leaf, theirs)
			if err != nil {
				t.Fatal(err)
			}
			if err := verify.VerifySignedCertificateTimestamp(chains, 1, theirs); (err == nil) != (c.want == "") {
				t.Errorf("sigstore-go: %v", err)
			}
		})
	}
	plain, _, err := newInstance(t).GenerateLeafCert(who, issuer)
	if err != nil {
		t.Fatal(err)
	}
	ours, _ := d.roots(t, d.log.Public())
	if err := ours.disclosed(plain, []*x509.Certificate{d.middle}); err == nil || !strings.Contains(err.Error(), "has no receipt") {
		t.Errorf("a certificate without a receipt: %v", err)
	}
}

// sample is a bundle that comes with sigstore-go.
func sample(t *testing.T, name string) []byte {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/sigstore/sigstore-go").Output()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "pkg", "testing", "data", "bundles", name))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// A signature of the public instance of Sigstore, of a package of its own, is
// accepted by the root that is in the binary: certificate, receipt, promise,
// proof and signature. It comes with sigstore-go.
func TestPublicInstance(t *testing.T) {
	raw := sample(t, "sigstore.js@2.0.0-provenance.sigstore.json")
	var b map[string]any
	if err := json.Unmarshal(raw, &b); err != nil {
		t.Fatal(err)
	}
	// Bundles of version 0.3 have the same parts, but for the chain.
	b["mediaType"] = BundleType
	m := b["verificationMaterial"].(map[string]any)
	m["certificate"] = m["x509CertificateChain"].(map[string]any)["certificates"].([]any)[0]
	delete(m, "x509CertificateChain")
	delete(b["dsseEnvelope"].(map[string]any)["signatures"].([]any)[0].(map[string]any), "keyid")
	check := func(change func()) (Signer, error) {
		change()
		raw, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		read, err := readBundle(raw)
		if err != nil {
			t.Fatal(err)
		}
		public, err := readRoot(publicRoot())
		if err != nil {
			t.Fatal(err)
		}
		return public.verify(read, encoded(read.payload.PayloadType, read.payload.Payload))
	}
	got, err := check(func() {})
	if err != nil || got.Issuer != "https://token.actions.githubusercontent.com" ||
		got.Identity != "https://github.com/sigstore/sigstore-js/.github/workflows/release.yml@refs/heads/main" {
		t.Fatalf("%+v, %v", got, err)
	}
	// It is a statement of how something was built, and no signature over a pack.
	raw, err = json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	p := policyOf(t, "trust {\n  policy {\n    match = \"**\"\n    keyless {\n"+whoText(got.Issuer, got.Identity)+"\n}\n}\n}", nil)
	refusedBecause(t, p, repository, manifest, raw, "which is no signature")
	entry := m["tlogEntries"].([]any)[0].(map[string]any)
	if _, err := check(func() { entry["integratedTime"] = "1692374736" }); err == nil || !strings.Contains(err.Error(), "promise") {
		t.Errorf("at another time: %v", err)
	}
	if _, err := check(func() {
		entry["inclusionPromise"] = map[string]any{"signedEntryTimestamp": base64.StdEncoding.EncodeToString([]byte("x"))}
	}); err == nil {
		t.Error("with another promise it is accepted")
	}
}

// The certificate of a signature names who signed in a way that is not read.
func TestOtherName(t *testing.T) {
	raw := sample(t, "othername.sigstore.json")
	b, err := readBundle(raw)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := subject(b.certificate); err == nil || !strings.Contains(err.Error(), "other names are not supported") {
		t.Error(err)
	}
}
