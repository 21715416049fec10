package trust

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Signer is who signed: a key, or somebody who showed an identity to Sigstore.
type Signer struct {
	Kind        string // "key" or "keyless"
	Issuer      string // of the identity: "https://token.actions.githubusercontent.com"; keyless only
	Identity    string // an address or a URI; keyless only
	Fingerprint string // of the key, "sha256:…" over its PKIX form; key only
}

// Kinds of signers.
const (
	ByKey   = "key"
	Keyless = "keyless"
)

func (s Signer) String() string {
	if s.Kind == ByKey {
		return "the key " + s.Fingerprint
	}
	return s.Identity + " (" + s.Issuer + ")"
}

// same reports whether two signatures come from one signer. The identity of a
// workflow ends with the branch or tag it ran for, which differs from release
// to release; which of them may sign is the policy's business.
func (s Signer) same(t Signer) bool {
	workflow := func(id string) string {
		before, _, _ := strings.Cut(id, "@refs/")
		return before
	}
	return s.Kind == t.Kind && s.Fingerprint == t.Fingerprint && s.Issuer == t.Issuer && workflow(s.Identity) == workflow(t.Identity)
}

// Result is what a policy found: at least one signer, or why none was needed.
type Result struct {
	Signers []Signer // those the policy asks for, in the order of the bundles
	Warning string   // the pack is let in, but somebody ought to know; "" for nothing
}

// Refusal is a pack that is not trusted.
type Refusal struct {
	Ref     string
	Why     string
	Reasons []string // of each signature, why it does not count
	Next    string   // what to do
}

func (r *Refusal) Error() string {
	out := fmt.Sprintf("pack %s is not trusted: %s", r.Ref, r.Why)
	for _, reason := range r.Reasons {
		out += "\n  - " + reason
	}
	if r.Next != "" {
		out += "\n" + r.Next
	}
	return out
}

// Verify says whether a pack may be used. ref is its repository without tag
// and digest ("registry.example/platform/packs"), the address of its git
// repository, or a folder ("./packs/ours"); manifest is the bytes of the OCI
// manifest that were resolved, nil where the source has none, and bundles are
// the signatures found beside it. The error is a *Refusal.
func (p *Policy) Verify(ref string, manifest []byte, bundles [][]byte) (Result, error) {
	rule := p.rule(ref)
	if rule == nil {
		return p.unmatched(ref, manifest, bundles)
	}
	switch {
	case rule.Local && !isLocal(ref):
		return Result{}, &Refusal{Ref: ref, Why: fmt.Sprintf("policy %q is for folders, and this is none", rule.Match)}
	case rule.Local || rule.Unsigned:
		return Result{}, nil
	case manifest == nil:
		return Result{}, &Refusal{Ref: ref, Why: fmt.Sprintf("policy %q asks for a signature, and only packs in a registry have one", rule.Match)}
	case len(bundles) == 0:
		return Result{}, &Refusal{Ref: ref, Why: fmt.Sprintf("it has no signature, and policy %q asks for one", rule.Match),
			Next: "Ask its publisher to sign it (`cosign sign`, or `iaclint pack sign`)."}
	}
	result, reasons := p.signers(rule, manifest, bundles)
	if len(result.Signers) == 0 {
		return Result{}, &Refusal{Ref: ref, Why: fmt.Sprintf("no signature of it is one that policy %q (%s) asks for", rule.Match, p.place(rule)), Reasons: reasons}
	}
	return result, nil
}

// signers are those of the bundles that the rule asks for, and why the others
// do not count.
func (p *Policy) signers(rule *Rule, manifest []byte, bundles [][]byte) (out Result, reasons []string) {
	digest := sha256.Sum256(manifest)
	for i, raw := range bundles {
		if i == MaxBundles {
			reasons = append(reasons, fmt.Sprintf("%d more signatures were not looked at", len(bundles)-i))
			break
		}
		signer, err := p.check(rule, raw, manifest, digest[:])
		if err != nil {
			reasons = append(reasons, fmt.Sprintf("signature %d: %v", i+1, err))
			continue
		}
		if !slices.Contains(out.Signers, signer) {
			out.Signers = append(out.Signers, signer)
		}
	}
	return out, reasons
}

// check verifies one bundle, and that its signer is one the rule asks for.
func (p *Policy) check(rule *Rule, raw, manifest, digest []byte) (Signer, error) {
	b, err := readBundle(raw)
	if err != nil {
		return Signer{}, err
	}
	signed, err := b.signed(manifest, digest)
	if err != nil {
		return Signer{}, err
	}
	if b.certificate == nil {
		if len(rule.Keys) == 0 {
			return Signer{}, fmt.Errorf("it was made with a key, and no key is trusted for this pack")
		}
		for _, k := range rule.Keys {
			if k.verify(signed, b.signature) == nil {
				return Signer{Kind: ByKey, Fingerprint: k.Fingerprint}, nil
			}
		}
		return Signer{}, fmt.Errorf("it was not made with a key that is trusted for this pack")
	}
	if len(rule.Keyless) == 0 {
		return Signer{}, fmt.Errorf("it was made with a certificate, and only keys are trusted for this pack")
	}
	root, err := p.root()
	if err != nil {
		return Signer{}, err
	}
	signer, err := root.verify(b, signed)
	if err != nil {
		return Signer{}, err
	}
	for _, k := range rule.Keyless {
		if k.matches(signer) {
			return signer, nil
		}
	}
	return Signer{}, fmt.Errorf("it was made by %s, who is not trusted for this pack", signer)
}

// unmatched decides about a pack that no policy speaks of.
func (p *Policy) unmatched(ref string, manifest []byte, bundles [][]byte) (Result, error) {
	what := "it is not signed"
	if len(bundles) > 0 {
		what = "nobody said whose signature of it to trust"
	}
	switch {
	case isLocal(ref) && p.Path == "":
		return Result{}, nil // as the tree it lies in
	case p.Default == Allow:
		return Result{}, nil
	case p.Default == Warn:
		return Result{Warning: fmt.Sprintf("pack %s is used without a signature that was checked: %s", ref, what)}, nil
	}
	r := &Refusal{Ref: ref, Why: "no policy speaks of it, and " + what}
	if p.Path == "" {
		r.Why = "there is no trust policy, and " + what
	}
	r.Next = fmt.Sprintf("Say who may sign it in a trust policy outside of the checked tree (--trust-policy FILE, or %s), for instance:\n\n%s", p.home(), example(ref, bundles))
	return Result{}, r
}

// SignerChanged is a pack that is signed, but by somebody else than it was
// when it was locked.
type SignerChanged struct {
	Name     string
	Was, Now []Signer
}

func (e *SignerChanged) Error() string {
	names := func(list []Signer) string {
		if len(list) == 0 {
			return "nobody"
		}
		var out []string
		for _, s := range list {
			out = append(out, s.String())
		}
		return strings.Join(out, ", ")
	}
	return fmt.Sprintf("pack %s was signed by %s when it was locked, and now by %s: a repository that changed hands looks like this", e.Name, names(e.Was), names(e.Now))
}

// SameSigner is nil where one of those who signed a pack when it was locked has
// signed it now, or where nobody had; else it is a *SignerChanged.
func SameSigner(name string, was, now []Signer) error {
	if len(was) == 0 {
		return nil
	}
	for _, s := range now {
		if slices.ContainsFunc(was, s.same) {
			return nil
		}
	}
	return &SignerChanged{Name: name, Was: was, Now: now}
}

// fingerprint of a key in its PKIX form.
func fingerprint(pkix []byte) string {
	sum := sha256.Sum256(pkix)
	return "sha256:" + hex.EncodeToString(sum[:])
}
