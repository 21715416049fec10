package pack

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
)

// Store keeps artifacts in a folder, each part under its digest, as an OCI layout
// does: blobs/sha256/…. A part comes into being by a rename, and whoever reads
// one hashes it, so that what was cut off or changed is as good as not there.
// Runs side by side need no lock to read; who fetches holds locks/DIGEST.lock and
// works in part/DIGEST, which the next to hold the lock clears away.
type Store struct {
	Dir    string
	Shared bool // others of the machine may read it, as the rest of a repository
}

// CacheVariable names another folder than the user's own.
const CacheVariable = "IACLINT_CACHE_DIR"

// Cache is the user's store. Where the environment names no place for one, its
// Dir is "": nothing is kept then.
func Cache() Store {
	if dir := os.Getenv(CacheVariable); dir != "" {
		return Store{Dir: filepath.Join(dir, "packs")}
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return Store{}
	}
	return Store{Dir: filepath.Join(dir, "iaclint", "packs")}
}

// errMissing is that a store does not have a part, or has it broken.
var errMissing = errors.New("not there")

func (s Store) blobPath(digest string) string {
	return filepath.Join(s.Dir, "blobs", "sha256", strings.TrimPrefix(digest, "sha256:"))
}

// blob is the content of a digest, hashed.
func (s Store) blob(digest string, most int64) ([]byte, error) {
	if s.Dir == "" || !hexDigest(digest) {
		return nil, errMissing
	}
	path := s.blobPath(digest)
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > most {
		return nil, errMissing
	}
	src, err := os.ReadFile(path)
	if err != nil || digestOf(src) != digest {
		return nil, errMissing
	}
	return src, nil
}

// Get is the artifact of a digest; an error that is [fs.ErrNotExist] where it is
// not there as a whole.
func (s Store) Get(digest string) (*Fetched, error) {
	missing := fmt.Errorf("%s: %w", digest, fs.ErrNotExist)
	f := &Fetched{}
	var err error
	if f.Manifest, err = s.blob(digest, mostManifest); err != nil {
		return nil, missing
	}
	config, layer, err := readManifest(f.Manifest)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", digest, err)
	}
	if f.Config, err = s.blob(config.Digest.String(), mostConfig); err != nil {
		return nil, missing
	}
	if f.Layer, err = s.blob(layer.Digest.String(), mostLayer); err != nil {
		return nil, missing
	}
	f.Digest, f.Bundles = digest, s.bundles(f.Manifest)
	return f, nil
}

// bundles are the signatures that are kept of a manifest.
func (s Store) bundles(manifest []byte) []Bundle {
	list, err := os.ReadFile(s.signaturesPath(digestOf(manifest)))
	if err != nil {
		return nil
	}
	subject := manifestOf(manifest)
	var out []Bundle
	for digest := range strings.FieldsSeq(string(list)) {
		b := Bundle{}
		if b.Manifest, err = s.blob(digest, mostManifest); err != nil {
			continue
		}
		layer, err := b.layer(subject)
		if err != nil {
			continue
		}
		if b.Content, err = s.blob(layer.Digest.String(), mostBundle); err == nil {
			out = append(out, b)
		}
	}
	return out
}

func (s Store) signaturesPath(digest string) string {
	return filepath.Join(s.Dir, "signatures", strings.TrimPrefix(digest, "sha256:"))
}

// Ensure is the artifact of a digest, fetched first where it is not there; runs
// side by side fetch it once. Where nothing can be kept it is fetched all the
// same, and kept says why.
func (s Store) Ensure(ctx context.Context, digest string, fetch func(context.Context) (*Fetched, error)) (f *Fetched, kept error, err error) {
	if f, err := s.Get(digest); err == nil {
		return f, nil, nil
	}
	unlock, part, kept := s.alone(ctx, digest)
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	if kept != nil {
		f, err = fetch(ctx)
		return f, kept, err
	}
	defer unlock()
	if f, err := s.Get(digest); err == nil {
		return f, nil, nil // fetched while we waited
	}
	if f, err = fetch(ctx); err != nil {
		return nil, nil, err
	}
	return f, s.put(part, f), nil
}

// Put keeps an artifact that is at hand.
func (s Store) Put(ctx context.Context, f *Fetched) error {
	unlock, part, err := s.alone(ctx, f.Digest)
	if err != nil {
		return err
	}
	defer unlock()
	return s.put(part, f)
}

// alone takes the lock of a digest and makes its folder to work in.
func (s Store) alone(ctx context.Context, digest string) (unlock func(), part string, err error) {
	if s.Dir == "" {
		return nil, "", errors.New("the environment names no home (HOME)")
	}
	name := strings.TrimPrefix(digest, "sha256:")
	mode := fs.FileMode(0o700)
	if s.Shared {
		mode = 0o755
	}
	for _, dir := range []string{"locks", "part", "signatures", filepath.Join("blobs", "sha256")} {
		if err := os.MkdirAll(filepath.Join(s.Dir, dir), mode); err != nil {
			return nil, "", bare(err)
		}
	}
	lock := flock.New(filepath.Join(s.Dir, "locks", name+".lock"))
	if _, err := lock.TryLockContext(ctx, 20*time.Millisecond); err != nil {
		return nil, "", bare(err)
	}
	part = filepath.Join(s.Dir, "part", name)
	err = os.RemoveAll(part)
	if err == nil {
		err = os.Mkdir(part, 0o700)
	}
	if err != nil {
		_ = lock.Unlock()
		return nil, "", bare(err)
	}
	return func() { os.RemoveAll(part); _ = lock.Unlock() }, part, nil
}

// put writes all parts, the manifest last: with it the artifact is there.
func (s Store) put(part string, f *Fetched) error {
	n := 0
	write := func(path string, src []byte) error {
		n++
		tmp := filepath.Join(part, fmt.Sprint(n))
		if err := os.WriteFile(tmp, src, 0o644); err != nil {
			return err
		}
		return os.Rename(tmp, path)
	}
	blobs := [][]byte{f.Config, f.Layer}
	var signed strings.Builder
	for _, b := range f.Bundles {
		blobs = append(blobs, b.Content, b.Manifest)
		signed.WriteString(digestOf(b.Manifest) + "\n")
	}
	for _, src := range blobs {
		if err := write(s.blobPath(digestOf(src)), src); err != nil {
			return bare(err)
		}
	}
	if signed.Len() > 0 {
		if err := write(s.signaturesPath(f.Digest), []byte(signed.String())); err != nil {
			return bare(err)
		}
	}
	return bare(write(s.blobPath(f.Digest), f.Manifest))
}

// WriteLayout writes artifacts as an OCI layout: a folder that oras, skopeo and
// this program read. What is there stays.
func (s Store) WriteLayout(ctx context.Context, list []*Fetched) error {
	index := ocispec.Index{Versioned: schemaVersion, MediaType: ocispec.MediaTypeImageIndex, Manifests: []ocispec.Descriptor{}}
	for _, f := range list {
		if err := s.Put(ctx, f); err != nil {
			return err
		}
		d := manifestOf(f.Manifest)
		d.ArtifactType = ArtifactType
		d.Annotations = map[string]string{ocispec.AnnotationRefName: f.Description.ID()}
		index.Manifests = append(index.Manifests, d)
		for _, b := range f.Bundles {
			d := manifestOf(b.Manifest)
			d.ArtifactType = BundleType
			index.Manifests = append(index.Manifests, d)
		}
	}
	src, err := json.MarshalIndent(index, "", "  ")
	if err != nil {
		return err
	}
	for name, content := range map[string][]byte{ocispec.ImageIndexFile: append(src, '\n'), ocispec.ImageLayoutFile: []byte(`{"imageLayoutVersion":"` + ocispec.ImageLayoutVersion + "\"}\n")} {
		if err := replace(filepath.Join(s.Dir, name), content); err != nil {
			return err
		}
	}
	for _, dir := range []string{"locks", "part"} { // nobody fetches into it
		if err := os.RemoveAll(filepath.Join(s.Dir, dir)); err != nil {
			return bare(err)
		}
	}
	_ = os.Remove(filepath.Join(s.Dir, "signatures")) // where there is none
	return nil
}

// replace writes a file as a whole or not at all.
func replace(path string, src []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".iaclint-*")
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, bare(err))
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(src)
	if err == nil {
		err = tmp.Chmod(0o644)
	}
	if closed := tmp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, bare(err))
	}
	return nil
}
