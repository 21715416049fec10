package trust

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	protobundle "github.com/sigstore/protobuf-specs/gen/pb-go/bundle/v1"
	protocommon "github.com/sigstore/protobuf-specs/gen/pb-go/common/v1"
	protodsse "github.com/sigstore/protobuf-specs/gen/pb-go/dsse"
	protorekor "github.com/sigstore/protobuf-specs/gen/pb-go/rekor/v1"
	theirroot "github.com/sigstore/sigstore-go/pkg/root"
	"github.com/sigstore/sigstore-go/pkg/testing/ca"
	"github.com/sigstore/sigstore-go/pkg/tlog"
	"github.com/sigstore/sigstore-go/pkg/verify"
	"google.golang.org/protobuf/encoding/protojson"
)

const (
	who    = "release@acme.example"
	issuer = "https://accounts.acme.example"
)

// instance is a Sigstore of its own, made by sigstore-go.
type instance struct {
	*ca.VirtualSigstore
	root *theirroot.TrustedRoot
	json []byte // trusted_root.json
}

func newInstance(t *testing.T) *instance {
	t.Helper()
	v, err := ca.NewVirtualSigstoreWithExistingRekorEntry()
	if err != nil {
		t.Fatal(err)
	}
	logs := v.RekorLogs()
	for id, l := range logs {
		if l.ID, err = hex.DecodeString(id); err != nil {
			t.Fatal(err)
		}
		l.ValidityPeriodStart = l.ValidityPeriodStart.Truncate(time.Second)
	}
	r, err := theirroot.NewTrustedRoot(theirroot.TrustedRootMediaType01, v.FulcioCertificateAuthorities(), nil, v.TimestampingAuthorities(), logs)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := r.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return &instance{v, r, raw}
}

// bundle is what somebody signed, as a bundle. The promise is made again, as
// sigstore-go does not give it out.
func (v *instance) bundle(t *testing.T, e *ca.TestEntity) []byte {
	t.Helper()
	content, err := e.VerificationContent()
	if err != nil {
		t.Fatal(err)
	}
	entries, err := e.TlogEntries()
	if err != nil {
		t.Fatal(err)
	}
	signed, err := e.SignatureContent()
	if err != nil {
		t.Fatal(err)
	}
	stamps, err := e.Timestamps()
	if err != nil {
		t.Fatal(err)
	}
	out := &protobundle.Bundle{
		MediaType: BundleType,
		VerificationMaterial: &protobundle.VerificationMaterial{
			Content:                   &protobundle.VerificationMaterial_Certificate{Certificate: &protocommon.X509Certificate{RawBytes: content.Certificate().Raw}},
			TimestampVerificationData: &protobundle.TimestampVerificationData{},
		},
	}
	for _, s := range stamps {
		out.VerificationMaterial.TimestampVerificationData.Rfc3161Timestamps = append(out.VerificationMaterial.TimestampVerificationData.Rfc3161Timestamps, &protocommon.RFC3161SignedTimestamp{SignedTimestamp: s})
	}
	for _, entry := range entries {
		tle := entry.TransparencyLogEntry()
		if !entry.IsRekorV2() {
			promise, err := v.RekorSignPayload(tlog.RekorPayload{
				Body: base64.StdEncoding.EncodeToString(tle.GetCanonicalizedBody()), IntegratedTime: tle.GetIntegratedTime(),
				LogIndex: tle.GetLogIndex(), LogID: hex.EncodeToString(tle.GetLogId().GetKeyId()),
			})
			if err != nil {
				t.Fatal(err)
			}
			tle.InclusionPromise = &protorekor.InclusionPromise{SignedEntryTimestamp: promise}
			tle.KindVersion = &protorekor.KindVersion{Kind: "dsse", Version: "0.0.1"}
		}
		out.VerificationMaterial.TlogEntries = append(out.VerificationMaterial.TlogEntries, tle)
	}
	if env := signed.EnvelopeContent(); env != nil {
		raw := env.RawEnvelope()
		body, err := raw.DecodeB64Payload()
		if err != nil {
			t.Fatal(err)
		}
		out.Content = &protobundle.Bundle_DsseEnvelope{DsseEnvelope: &protodsse.Envelope{
			Payload: body, PayloadType: raw.PayloadType, Signatures: []*protodsse.Signature{{Sig: signed.Signature()}},
		}}
	}
	text, err := protojson.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// signed is a signature by the identity over the manifest; second is whether
// the log is one of the second version.
func (v *instance) signed(t *testing.T, second bool) []byte {
	t.Helper()
	body := payload(func(map[string]any) {})
	var e *ca.TestEntity
	var err error
	if second {
		e, err = v.AttestHashedRekordV2(who, issuer, body)
	} else {
		e, err = v.AttestAtTime(who, issuer, body, time.Now().Add(5*time.Minute), true)
	}
	if err != nil {
		t.Fatal(err)
	}
	return v.bundle(t, e)
}

// trustingWho is a policy that trusts the identity by this instance.
func (v *instance) trustingWho(t *testing.T, identity string) *Policy {
	t.Helper()
	return policyOf(t, `trust {
  trusted_root = "root.json"
  policy {
    match = "registry.example/platform/*"
    keyless {
`+identity+`
    }
  }
}`, map[string][]byte{"root.json": v.json})
}

func whoText(issuer, identity string) string {
	return "issuer = " + quoted(issuer) + "\nidentity = " + quoted(identity)
}

// oracleKeyless verifies a bundle as sigstore-go does.
func (v *instance) oracleKeyless(raw []byte, receipts bool) error {
	b, err := oracle(raw)
	if err != nil {
		return err
	}
	options := []verify.VerifierOption{verify.WithTransparencyLog(1), verify.WithObserverTimestamps(1)}
	if receipts {
		options = append(options, verify.WithSignedCertificateTimestamps(1))
	}
	verifier, err := verify.NewVerifier(v.root, options...)
	if err != nil {
		return err
	}
	id, err := verify.NewShortCertificateIdentity(issuer, "", who, "")
	if err != nil {
		return err
	}
	_, err = verifier.Verify(b, verify.NewPolicy(verify.WithArtifact(bytes.NewReader(manifest)), verify.WithCertificateIdentity(id)))
	return err
}

func TestKeyless(t *testing.T) {
	v := newInstance(t)
	for name, second := range map[string]bool{"first Rekor": false, "second Rekor": true} {
		t.Run(name, func(t *testing.T) {
			raw := v.signed(t, second)
			if err := v.oracleKeyless(raw, false); err != nil {
				t.Fatalf("sigstore-go: %v", err)
			}
			got, err := v.trustingWho(t, whoText(issuer, who)).Verify(repository, manifest, [][]byte{raw})
			if want := (Signer{Kind: Keyless, Issuer: issuer, Identity: who}); err != nil || len(got.Signers) != 1 || got.Signers[0] != want {
				t.Fatalf("%+v, %v", got, err)
			}
			for _, c := range []struct{ identity, want string }{
				{whoText(issuer, "release@acme.exampl"), "who is not trusted"},
				{whoText("https://accounts.evil.example", who), "who is not trusted"},
				{"issuer = " + quoted(issuer) + "\nidentity_pattern = \"lease@acme\"", "who is not trusted"},
				{"issuer = " + quoted(issuer) + "\nidentity_pattern = \"evil|release@acme.example\\nx\"", "who is not trusted"},
			} {
				refusedBecause(t, v.trustingWho(t, c.identity), repository, manifest, raw, c.want)
			}
			if _, err := v.trustingWho(t, "issuer = "+quoted(issuer)+"\nidentity_pattern = \"[a-z]+@acme[.]example\"").Verify(repository, manifest, [][]byte{raw}); err != nil {
				t.Errorf("a pattern over the whole: %v", err)
			}
			refusedBecause(t, v.trustingWho(t, whoText(issuer, who)), repository, []byte("{}"), raw, "signs something else")
			refusedBecause(t, newInstance(t).trustingWho(t, whoText(issuer, who)), repository, manifest, raw, "no log that is trusted has it")
			refusedBecause(t, trusting(t, newSigner(t, "P-256").Public()), repository, manifest, raw, "only keys are trusted")
		})
	}
}

// leaves lists the places of values in a bundle that are neither objects nor
// lists.
func leaves(x any, at []any) (out [][]any) {
	switch x := x.(type) {
	case map[string]any:
		for k, v := range x {
			out = append(out, leaves(v, append(at[:len(at):len(at)], k))...)
		}
	case []any:
		for i, v := range x {
			out = append(out, leaves(v, append(at[:len(at):len(at)], i))...)
		}
	default:
		return [][]any{at}
	}
	return out
}

func at(x any, path []any) any {
	for _, p := range path {
		switch p := p.(type) {
		case string:
			x = x.(map[string]any)[p]
		case int:
			x = x.([]any)[p]
		}
	}
	return x
}

// tampered is a value that is not the one it was, and still of its kind.
func tampered(s string) string {
	if raw, err := base64.StdEncoding.DecodeString(s); err == nil && len(raw) > 4 {
		raw[len(raw)/2] ^= 1
		return base64.StdEncoding.EncodeToString(raw)
	}
	if strings.Trim(s, "0123456789") == "" {
		return s + "7"
	}
	if at := strings.LastIndex(s, "— "); at > 0 { // a checkpoint: its number of entries
		lines := strings.Split(s, "\n")
		lines[1] += "1"
		return strings.Join(lines, "\n")
	}
	return s + "x"
}

// looser is what sigstore-go does not look at: it makes the body of an entry
// of a second log again from the bundle, takes the state of such a log from its
// checkpoint, and lets a broken timestamp be where there is a promise.
var looser = []string{"kind", "version", "canonicalizedBody", "rootHash", "treeSize", "signedTimestamp"}

// Every value of a bundle is changed, one at a time; what sigstore-go refuses
// then is refused here, and the other way round.
func TestTamperedKeyless(t *testing.T) {
	v := newInstance(t)
	p := v.trustingWho(t, whoText(issuer, who))
	for name, second := range map[string]bool{"first Rekor": false, "second Rekor": true} {
		raw := v.signed(t, second)
		var b any
		if err := json.Unmarshal(raw, &b); err != nil {
			t.Fatal(err)
		}
		tried := 0
		for _, path := range leaves(b, nil) {
			var changed any
			_ = json.Unmarshal(raw, &changed)
			last := path[len(path)-1]
			holder := at(changed, path[:len(path)-1])
			value, ok := at(changed, path).(string)
			if !ok {
				t.Fatalf("%v is %T", path, at(changed, path))
			}
			switch h := holder.(type) {
			case map[string]any:
				h[last.(string)] = tampered(value)
			case []any:
				h[last.(int)] = tampered(value)
			}
			text, err := json.Marshal(changed)
			if err != nil {
				t.Fatal(err)
			}
			tried++
			_, ours := p.Verify(repository, manifest, [][]byte{text})
			theirs := v.oracleKeyless(text, false)
			if ours == nil {
				t.Errorf("%s: %v was changed, and it is accepted (sigstore-go: %v)", name, path, theirs)
			}
			if field := fmt.Sprint(last); theirs == nil && !slices.Contains(looser, field) {
				t.Errorf("%s: sigstore-go accepts a change of %v, which is refused here: %v", name, path, ours)
			}
		}
		if tried < 12 {
			t.Errorf("%s: only %d values were changed", name, tried)
		}
	}
}

// What is missing is refused as what is wrong is.
func TestIncompleteKeyless(t *testing.T) {
	v := newInstance(t)
	p := v.trustingWho(t, whoText(issuer, who))
	material := func(b map[string]any) map[string]any { return b["verificationMaterial"].(map[string]any) }
	entry := func(b map[string]any) map[string]any {
		return material(b)["tlogEntries"].([]any)[0].(map[string]any)
	}
	cases := []struct {
		what, want string
		second     bool
		change     func(b map[string]any)
	}{
		{"no entry", "no log that is trusted has it", false, func(b map[string]any) { delete(material(b), "tlogEntries") }},
		{"no proof", "does not prove", false, func(b map[string]any) { delete(entry(b), "inclusionProof") }},
		{"neither promise nor timestamp", "nobody who is trusted says when", false, func(b map[string]any) {
			delete(entry(b), "inclusionPromise")
			delete(material(b), "timestampVerificationData")
		}},
		{"no timestamp beside a second log", "nobody who is trusted says when", true, func(b map[string]any) { delete(material(b), "timestampVerificationData") }},
		{"an entry of another log", "no log that is trusted has it", false, func(b map[string]any) {
			entry(b)["logId"] = map[string]any{"keyId": base64.StdEncoding.EncodeToString(make([]byte, 32))}
		}},
		{"an empty body", "cannot be read", false, func(b map[string]any) { entry(b)["canonicalizedBody"] = "" }},
		{"another kind", "another kind than it says", false, func(b map[string]any) {
			entry(b)["kindVersion"] = map[string]any{"kind": "hashedrekord", "version": "0.0.1"}
		}},
		{"no checkpoint", "cannot be read", false, func(b map[string]any) {
			entry(b)["inclusionProof"].(map[string]any)["checkpoint"] = map[string]any{"envelope": ""}
		}},
		{"a checkpoint nobody signed", "not signed by the log", false, func(b map[string]any) {
			c := entry(b)["inclusionProof"].(map[string]any)["checkpoint"].(map[string]any)
			text, _, _ := strings.Cut(c["envelope"].(string), "\n\n")
			c["envelope"] = text + "\n\n"
		}},
		{"a timestamp that is none", "timestamp cannot be read", true, func(b map[string]any) {
			material(b)["timestampVerificationData"] = map[string]any{"rfc3161Timestamps": []any{map[string]any{"signedTimestamp": "MAA="}}}
		}},
		{"another certificate", "does not match", false, func(b map[string]any) {
			other, _, err := v.GenerateLeafCert(who, issuer)
			if err != nil {
				t.Fatal(err)
			}
			material(b)["certificate"] = map[string]any{"rawBytes": base64.StdEncoding.EncodeToString(other.Raw)}
		}},
		{"a key instead of the certificate", "no key is trusted", false, func(b map[string]any) {
			delete(material(b), "certificate")
			material(b)["publicKey"] = map[string]any{"hint": "x"}
		}},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			var b map[string]any
			if err := json.Unmarshal(v.signed(t, c.second), &b); err != nil {
				t.Fatal(err)
			}
			c.change(b)
			raw, err := json.Marshal(b)
			if err != nil {
				t.Fatal(err)
			}
			refusedBecause(t, p, repository, manifest, raw, c.want)
			if err := v.oracleKeyless(raw, false); err == nil && c.what != "another kind" { // see looser
				t.Error("sigstore-go accepts it")
			}
		})
	}
}

// A signature that was made, by its log, before or after its certificate was
// in force.
func TestWrongTime(t *testing.T) {
	v := newInstance(t)
	for _, late := range []time.Duration{-2 * time.Hour, 2 * time.Hour} {
		e, err := v.AttestAtTime(who, issuer, payload(func(map[string]any) {}), time.Now().Add(late), true)
		if err != nil {
			t.Fatal(err)
		}
		raw := v.bundle(t, e)
		refusedBecause(t, v.trustingWho(t, whoText(issuer, who)), repository, manifest, raw, "its certificate was not in force")
		if err := v.oracleKeyless(raw, false); err == nil {
			t.Error("sigstore-go accepts it")
		}
	}
}

func TestTrustedRootThatIsNone(t *testing.T) {
	v := newInstance(t)
	raw := v.signed(t, false)
	for want, src := range map[string]string{
		"no trusted root of Sigstore": `{}`,
		"cannot be used":              `x`,
		"names nobody who gives out":  `{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1"}`,
	} {
		p := policyOf(t, "trust {\n  trusted_root = \"root.json\"\n  policy {\n    match = \"**\"\n    keyless {\n"+whoText(issuer, who)+"\n}\n}\n}", map[string][]byte{"root.json": []byte(src)})
		refusedBecause(t, p, repository, manifest, raw, want)
	}
	other := policyOf(t, "trust {\n  policy {\n    match = \"**\"\n    keyless {\n"+whoText(issuer, who)+"\n}\n}\n}", nil)
	refusedBecause(t, other, repository, manifest, raw, "no log that is trusted has it") // not of the public instance
	file := filepath.Join(t.TempDir(), "root.json")
	if err := os.WriteFile(file, v.json, 0o600); err != nil {
		t.Fatal(err)
	}
	other.UseRoot(file)
	if _, err := other.Verify(repository, manifest, [][]byte{raw}); err != nil {
		t.Errorf("with the root that was named: %v", err)
	}
}
