package pack

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/opencontainers/image-spec/specs-go"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
	"oras.land/oras-go/v2/errdef"

	"github.com/iaclint/iaclint/pack/trust"
)

var schemaVersion = specs.Versioned{SchemaVersion: 2}

// readManifest holds the OCI manifest of a pack to its form.
func readManifest(src []byte) (config, layer ocispec.Descriptor, err error) {
	var m ocispec.Manifest
	if err := json.Unmarshal(src, &m); err != nil {
		return config, layer, errors.New("its manifest is no JSON")
	}
	switch {
	case m.ArtifactType != ArtifactType && m.ArtifactType != "": // older registries drop it
		return config, layer, fmt.Errorf("it is no rule pack but %.80q", m.ArtifactType)
	case m.Config.MediaType != ConfigType:
		return config, layer, fmt.Errorf("it is no rule pack this iaclint can read: its configuration is %.80q", m.Config.MediaType)
	case len(m.Layers) != 1 || m.Layers[0].MediaType != LayerType:
		return config, layer, errors.New("a rule pack has one layer, and this has others")
	}
	return m.Config, m.Layers[0], nil
}

// Find is the digest that a reference to a registry stands for now, with the tag
// it was found by, "" for none.
func (n Network) Find(ctx context.Context, ref Ref) (digest, tag string, err error) {
	r, err := n.open(ref)
	if err != nil {
		return "", "", err
	}
	if ref.Digest != "" {
		return ref.Digest, "", nil
	}
	if tag = ref.Tag; tag == "" {
		if tag, err = r.newest(ctx, ref.Constraint); err != nil {
			return "", "", err
		}
	}
	digest, err = r.resolve(ctx, tag)
	return digest, tag, err
}

// newest is the highest version that a constraint allows; one before a release
// only where the constraint asks for such.
func (r *repository) newest(ctx context.Context, want string) (string, error) {
	allowed, err := parseConstraint(want)
	if err != nil {
		return "", err
	}
	list, err := r.versions(ctx)
	if err != nil {
		return "", err
	}
	for _, v := range list {
		if allowed.allows(v) {
			return v.text, nil
		}
	}
	if len(list) == 0 {
		return "", Hint{fmt.Errorf("%s has no versions in %s", r.host, r.Reference.Repository), "iaclint pack push publishes one"}
	}
	return "", Hint{fmt.Errorf("%s has no version of %s that is %s; the newest is %s", r.host, r.Reference.Repository, orAny(want), list[0].text), "Ask for another"}
}

func orAny(want string) string {
	if want == "" {
		return "a release"
	}
	return want
}

// Trust says who signed a pack, given where it is from, its manifest (nil for a
// source that has no signatures) and the signatures beside it. It is asked before
// anything of the pack is read; an error is that the pack is not trusted. A nil
// one asks for nothing.
type Trust func(ref Ref, manifest []byte, bundles [][]byte) ([]trust.Signer, error)

// Fetch brings the artifact of a digest, checked in all there is to check about
// it without a policy.
func (n Network) Fetch(ctx context.Context, ref Ref, digest string, trusted Trust) (*Fetched, error) {
	r, err := n.open(ref)
	if err != nil {
		return nil, err
	}
	out := &Fetched{}
	if out.Manifest, err = r.manifest(ctx, digest); err != nil {
		return nil, err
	}
	out.Digest = digestOf(out.Manifest)
	if out.Digest != digest {
		return nil, Hint{fmt.Errorf("what %s sends is not what the digest was made of, and is thrown away", r.host), "Try again"}
	}
	config, layer, err := readManifest(out.Manifest)
	if err != nil {
		return nil, fmt.Errorf("%s@%s: %w", ref.Source, digest, err)
	}
	// The signature comes before what is signed.
	if out.Bundles, err = r.referrers(ctx, out.Manifest); err != nil {
		return nil, err
	}
	if err := out.settle(ref, trusted); err != nil {
		return nil, err
	}
	if out.Config, err = r.blob(ctx, config, mostConfig); err != nil {
		return nil, err
	}
	if out.Layer, err = r.blob(ctx, layer, mostLayer); err != nil {
		return nil, err
	}
	_, err = out.Open(ref.Source)
	return out, err
}

// Fetched is an artifact with its signatures.
type Fetched struct {
	Artifact
	Bundles []Bundle
	Signers []trust.Signer
	pack    *Pack
	settled bool
	// described is that the description was held to the pack.
	described bool
}

// settle asks once who signed the artifact.
func (f *Fetched) settle(ref Ref, trusted Trust) (err error) {
	if trusted == nil || f.settled {
		return nil
	}
	var raw [][]byte
	for _, b := range f.Bundles {
		raw = append(raw, b.Content)
	}
	manifest := f.Manifest
	if ref.Kind != OCI {
		manifest = nil
	}
	f.Signers, err = trusted(ref, manifest, raw)
	f.settled = err == nil
	return err
}

// Open reads the pack of an artifact and holds its description to what is in it.
func (f *Fetched) Open(origin string) (*Pack, error) {
	if f.described {
		return f.pack, nil
	}
	p, err := f.Use(origin)
	if err != nil {
		return nil, err
	}
	said := f.Description
	real, err := p.Describe()
	if err != nil {
		return nil, err
	}
	if what := said.differs(real); what != "" {
		return nil, fmt.Errorf("pack %s: %s", origin, what)
	}
	f.Description, f.described = real, true
	return p, nil
}

// Use is Open for an artifact that was pinned: what it says of itself was held to
// what is in it when it was, and a check of each run would take longer than its
// rules. What no parser of ours would survive is still refused.
func (f *Fetched) Use(origin string) (*Pack, error) {
	if f.pack != nil {
		return f.pack, nil
	}
	said, err := decodeDescription(f.Config)
	if err != nil {
		return nil, fmt.Errorf("pack %s: %w", origin, err)
	}
	p, err := FromLayer(f.Layer, said.ID())
	if err == nil {
		err = p.Bounded()
	}
	if err != nil {
		return nil, err
	}
	if p.Manifest.ID() != said.ID() {
		return nil, fmt.Errorf("pack %s: it calls itself %.100q, and its manifest says %.100q", origin, said.ID(), p.Manifest.ID())
	}
	f.Description, f.pack = said, p
	return p, nil
}

// Push publishes an artifact under its version and further tags. A version that
// is there with another content is refused unless force says otherwise; with the
// same it is left.
func (n Network) Push(ctx context.Context, ref Ref, a *Artifact, also []string, force bool) error {
	r, err := n.open(ref)
	if err != nil {
		return err
	}
	for _, tag := range also {
		if !goodTag(tag) {
			return fmt.Errorf("--also %.40q is no tag", tag)
		}
		if _, ok := parseVersion(tag); ok {
			return fmt.Errorf("--also %s is a version: those do not move; --also is for latest, 1 or 1.4", tag)
		}
	}
	version := tagOf(a.Description.Version)
	there, err := r.Repository.Resolve(ctx, version)
	switch {
	case err == nil && there.Digest.String() != a.Digest && !force:
		return Hint{fmt.Errorf("%s has a version %s already, with another content (%s)", ref.Source, version, there.Digest), "Raise the version in " + ManifestName + "; --force replaces it, and breaks whoever has pinned it"}
	case err != nil && !errors.Is(err, errdef.ErrNotFound):
		return r.said(err, "")
	}
	manifest := descriptor(ocispec.MediaTypeImageManifest, a.Manifest)
	for _, b := range []struct {
		kind string
		src  []byte
	}{{ConfigType, a.Config}, {LayerType, a.Layer}} {
		if err := r.put(ctx, descriptor(b.kind, b.src), b.src); err != nil {
			return err
		}
	}
	for _, tag := range append([]string{version}, also...) {
		if err := r.PushReference(ctx, manifest, bytes.NewReader(a.Manifest), tag); err != nil {
			return r.said(err, noRepository)
		}
	}
	return nil
}

// tagOf is a version as a tag, which takes no plus.
func tagOf(version string) string { return strings.ReplaceAll(version, "+", "_") }

// Attach publishes a signature of a manifest.
func (n Network) Attach(ctx context.Context, ref Ref, b Bundle) error {
	r, err := n.open(ref)
	if err != nil {
		return err
	}
	for _, blob := range []struct {
		kind string
		src  []byte
	}{{ocispec.MediaTypeEmptyJSON, emptyConfig}, {BundleType, b.Content}} {
		if err := r.put(ctx, descriptor(blob.kind, blob.src), blob.src); err != nil {
			return err
		}
	}
	if err := r.Repository.Push(ctx, manifestOf(b.Manifest), bytes.NewReader(b.Manifest)); err != nil && !errors.Is(err, errdef.ErrAlreadyExists) {
		return r.said(err, noRepository)
	}
	return nil
}

func manifestOf(src []byte) ocispec.Descriptor {
	return descriptor(ocispec.MediaTypeImageManifest, src)
}

// put sends a blob that is not there yet.
func (r *repository) put(ctx context.Context, d ocispec.Descriptor, src []byte) error {
	there, err := r.Blobs().Exists(ctx, d)
	if err != nil {
		return r.said(err, noRepository)
	}
	if there {
		return nil
	}
	if err := r.Blobs().Push(ctx, d, bytes.NewReader(src)); err != nil && !errors.Is(err, errdef.ErrAlreadyExists) {
		return r.said(err, noRepository)
	}
	return nil
}

// ManifestOf is the manifest of a digest, as it is in its registry.
func (n Network) ManifestOf(ctx context.Context, ref Ref, digest string) ([]byte, error) {
	r, err := n.open(ref)
	if err != nil {
		return nil, err
	}
	src, err := r.manifest(ctx, digest)
	if err == nil {
		_, _, err = readManifest(src)
	}
	return src, err
}
