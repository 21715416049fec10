package pack

import (
	"encoding/json"
	"errors"
	"strings"

	ocispec "github.com/opencontainers/image-spec/specs-go/v1"

	"github.com/iaclint/iaclint/pack/trust"
)

// bundlePrefix begins the type of a referrer that holds a Sigstore bundle,
// whatever its version.
const bundlePrefix = "application/vnd.dev.sigstore.bundle"

// BundleType is the type that signatures are written with.
const BundleType = trust.BundleType

// emptyConfig is what OCI has for an artifact without a configuration.
var emptyConfig = []byte("{}")

// Bundle is a signature of a pack: a Sigstore bundle and the OCI manifest by which
// it is attached.
type Bundle struct {
	Manifest []byte
	Content  []byte // the bundle
}

// layer is where the content of the bundle lies; an error where the manifest is
// not one of a signature of the subject.
func (b Bundle) layer(subject ocispec.Descriptor) (ocispec.Descriptor, error) {
	var m ocispec.Manifest
	if err := json.Unmarshal(b.Manifest, &m); err != nil {
		return ocispec.Descriptor{}, err
	}
	if m.Subject == nil || m.Subject.Digest != subject.Digest || len(m.Layers) != 1 || !strings.HasPrefix(m.Layers[0].MediaType, bundlePrefix) {
		return ocispec.Descriptor{}, errors.New("no signature of this pack")
	}
	return m.Layers[0], nil
}

// NewBundle attaches the content of a Sigstore bundle to a manifest.
func NewBundle(manifest, content []byte) (Bundle, error) {
	subject := descriptor(ocispec.MediaTypeImageManifest, manifest)
	src, err := json.Marshal(ocispec.Manifest{
		Versioned: schemaVersion, MediaType: ocispec.MediaTypeImageManifest, ArtifactType: BundleType,
		Config: descriptor(ocispec.MediaTypeEmptyJSON, emptyConfig), Layers: []ocispec.Descriptor{descriptor(BundleType, content)},
		Subject: &subject, Annotations: trust.Annotations(),
	})
	return Bundle{Manifest: src, Content: content}, err
}
