package pack

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/opencontainers/go-digest"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"

	"github.com/iaclint/iaclint/pack/archive"
)

// Media types of a pack's artifact.
const (
	ArtifactType = "application/vnd.iaclint.pack.v1"
	ConfigType   = "application/vnd.iaclint.pack.config.v1+json"
	// LayerType is the one layer: an OPA bundle with the pack's other files in it,
	// which OPA passes over.
	LayerType = ocispec.MediaTypeImageLayerGzip
)

// bundleManifest is the file by which OPA knows a bundle.
const bundleManifest = ".manifest"

// Artifact is a pack as registries carry it. The same pack makes the same
// bytes.
type Artifact struct {
	Description *Description
	Layer       []byte // the bundle, tar and gzip
	Config      []byte // the description
	Manifest    []byte // of OCI
	Digest      string // of Manifest: what a lock pins
}

// Build makes the artifact of a pack.
func (p *Pack) Build() (*Artifact, error) {
	d, err := p.Describe()
	if err != nil {
		return nil, err
	}
	files := archive.Files{}
	maps.Copy(files, p.Files)
	if files[bundleManifest], err = d.bundle(); err != nil {
		return nil, err
	}
	var layer bytes.Buffer
	if err := archive.Write(&layer, files); err != nil {
		return nil, fmt.Errorf("pack %s cannot be packed: %w", d.ID(), err)
	}
	a := &Artifact{Description: d, Layer: layer.Bytes()}
	if a.Config, err = d.Encode(); err != nil {
		return nil, err
	}
	notes, err := d.annotations()
	if err != nil {
		return nil, err
	}
	a.Manifest, err = json.Marshal(ocispec.Manifest{
		Versioned:    schemaVersion,
		MediaType:    ocispec.MediaTypeImageManifest,
		ArtifactType: ArtifactType,
		Config:       descriptor(ConfigType, a.Config),
		Layers:       []ocispec.Descriptor{descriptor(LayerType, a.Layer)},
		Annotations:  notes,
	})
	a.Digest = digestOf(a.Manifest)
	return a, err
}

func descriptor(mediaType string, content []byte) ocispec.Descriptor {
	return ocispec.Descriptor{MediaType: mediaType, Digest: digest.Digest(digestOf(content)), Size: int64(len(content))}
}

// bundle is the .manifest of the OPA bundle.
func (d *Description) bundle() ([]byte, error) {
	return json.Marshal(struct {
		Revision string   `json:"revision"`
		Roots    []string `json:"roots"`
		Rego     int      `json:"rego_version"`
	}{d.ID(), []string{strings.ReplaceAll(d.Root(), ".", "/")}, 1})
}

// annotations are what registries show. The time is told only where
// SOURCE_DATE_EPOCH says one: a clock would make another digest of the same
// pack.
func (d *Description) annotations() (map[string]string, error) {
	out := map[string]string{}
	for key, value := range map[string]string{
		ocispec.AnnotationTitle: d.Name, ocispec.AnnotationVersion: d.Version, ocispec.AnnotationDescription: d.Description,
		ocispec.AnnotationLicenses: d.License, ocispec.AnnotationSource: d.Source, ocispec.AnnotationURL: d.Homepage,
		ocispec.AnnotationAuthors: strings.Join(d.Authors, ", "),
	} {
		if value != "" {
			out[key] = value
		}
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil || seconds < 0 || seconds > 1<<40 {
			return nil, fmt.Errorf("SOURCE_DATE_EPOCH is %.40q: it is seconds since 1970, as git log -1 --format=%%ct prints them", epoch)
		}
		out[ocispec.AnnotationCreated] = time.Unix(seconds, 0).UTC().Format(time.RFC3339)
	}
	return out, nil
}

// FromLayer reads a pack out of the layer of an artifact, or out of a file that
// pack build wrote; origin is what diagnostics call it.
func FromLayer(layer []byte, origin string) (*Pack, error) {
	files, err := archive.Read(bytes.NewReader(layer), archive.Limits{})
	if err != nil {
		return nil, fmt.Errorf("pack %s: %w", origin, err)
	}
	p := &Pack{Files: archive.Files{}, origin: origin, sources: map[string]*hcl.File{}}
	for name, src := range files {
		switch {
		case name == bundleManifest:
		case !travels(name):
			return nil, fmt.Errorf("pack %s: %s is no file of a pack", origin, path.Base(name))
		default:
			p.Files[name] = src
		}
	}
	if err := p.manifest(); err != nil {
		return nil, err
	}
	want, err := (&Description{Manifest: *p.Manifest}).bundle()
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(files[bundleManifest], want) {
		return nil, fmt.Errorf("pack %s: the roots of its bundle are not those its %s makes", origin, ManifestName)
	}
	return p, nil
}
