// Package trust says who signed a rule pack, and whether that is somebody to
// trust.
//
// A signature is a Sigstore bundle (v0.3) over the manifest of a pack, beside
// it in the registry as a referrer: what `cosign sign` writes, by a key or
// without one. A [Policy] says whose signature is wanted for which packs; it
// lies outside of what a pull request can change. [Policy.Verify] is asked
// before anything of a pack is fetched beyond its manifest.
//
// Nothing is fetched here: the certificates and keys of Sigstore's public
// instance are in the binary, those of another come from a file.
package trust

// BundleType is the media type of a signature, and the artifactType of the
// referrer that carries it.
const BundleType = "application/vnd.dev.sigstore.bundle.v0.3+json"

// PredicateType is what a statement in a signature says of its subject: that
// somebody signed it.
const PredicateType = "https://sigstore.dev/cosign/sign/v1"

// MaxBundle is the largest signature that is read, in bytes, and MaxBundles how
// many of one pack are looked at.
const (
	MaxBundle  = 1 << 20
	MaxBundles = 32
)
