package pack

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/pack/trust"
)

// LockName is the file beside the configuration that says which packs are meant.
const LockName = "iaclint.lock"

const lockVersion = 1

// Lock is the packs of a project, each pinned by the digest of its manifest.
type Lock struct {
	Path  string
	Packs []Locked // by name
	Files map[string]*hcl.File
}

// Locked is one pack of a lock.
type Locked struct {
	Name         string         `hcl:"name,label" json:"name"` // "acme/cloud"
	Source       string         `hcl:"source" json:"source"`
	Asked        string         `hcl:"asked,optional" json:"asked,omitempty"` // which of it was asked for: a constraint, tag or digest
	Version      string         `hcl:"version" json:"version"`
	Commit       string         `hcl:"commit,optional" json:"commit,omitempty"` // of a git source
	Digest       string         `hcl:"digest" json:"digest"`                    // of the manifest
	Layer        string         `hcl:"layer" json:"layer"`
	Size         int            `hcl:"size" json:"size"` // of the layer, bytes
	Input        string         `hcl:"input" json:"input"`
	Dependencies []string       `hcl:"dependencies,optional" json:"dependencies,omitempty"`
	Signers      []LockedSigner `hcl:"signer,block" json:"signers,omitempty"`
}

// LockedSigner is who had signed a pack when it was pinned.
type LockedSigner struct {
	Kind     string `hcl:"kind,label" json:"kind"`
	Issuer   string `hcl:"issuer,optional" json:"issuer,omitempty"`
	Identity string `hcl:"identity" json:"identity"`
}

// ID is the pack as findings name it.
func (l *Locked) ID() string { return l.Name + "@" + l.Version }

// Ref is where the pack is fetched from, by its digest.
func (l *Locked) Ref() (Ref, error) {
	r, err := ParseRef(l.Source)
	if err == nil && r.Kind == OCI {
		r.Digest = l.Digest
	}
	return r, err
}

// ReadLock reads a lock; an empty one where there is no file.
func ReadLock(path string) (*Lock, error) {
	l := &Lock{Path: path, Files: map[string]*hcl.File{}}
	src, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return l, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", path, bare(err))
	}
	file, diags := config.ParseFile(src, path)
	l.Files[path] = file
	if diags.HasErrors() {
		return nil, Slips{diags, l.Files}
	}
	var in struct {
		Version int      `hcl:"version"`
		Packs   []Locked `hcl:"pack,block"`
	}
	if diags := gohcl.DecodeBody(file.Body, nil, &in); diags.HasErrors() {
		return nil, Slips{diags, l.Files}
	}
	if in.Version != lockVersion {
		return nil, Hint{fmt.Errorf("%s is of version %d, and this iaclint reads %d", path, in.Version, lockVersion), "Take the iaclint that wrote it, or a newer one"}
	}
	l.Packs = in.Packs
	l.sort()
	return l, l.check()
}

func (l *Lock) sort() {
	slices.SortFunc(l.Packs, func(a, b Locked) int { return cmp.Compare(a.Name, b.Name) })
}

// check refuses what no lock of ours says.
func (l *Lock) check() error {
	for i := range l.Packs {
		p := &l.Packs[i]
		ref, err := ParseRef(p.Source)
		switch {
		case err != nil:
			return fmt.Errorf("%s: pack %q: %w", l.Path, p.Name, err)
		case !packName(p.Name) || !hexDigest(p.Digest) || !hexDigest(p.Layer) || ref.Kind == Local:
			return Hint{fmt.Errorf("%s: pack %.80q is not as iaclint writes it", l.Path, p.Name), "Take the file back as it was, or remove the block and run iaclint pack add again"}
		case i > 0 && l.Packs[i-1].Name == p.Name:
			return Hint{fmt.Errorf("%s: pack %q stands there twice", l.Path, p.Name), "Remove one of the two; iaclint pack update settles which"}
		}
	}
	return nil
}

// For is the entry that a reference of the configuration means; nil where there
// is none. An entry that was asked for otherwise is an error.
func (l *Lock) For(ref Ref) (*Locked, error) {
	for i := range l.Packs {
		p := &l.Packs[i]
		if p.Source != ref.Source {
			continue
		}
		if p.Asked != ref.asked() {
			return nil, Hint{fmt.Errorf("the configuration asks for %s, and %s was written for %s", ref, filepath.Base(l.Path), orAny(p.Source+at(p.Asked))), "iaclint pack update " + p.Name + " brings them together"}
		}
		return p, nil
	}
	return nil, nil
}

func at(asked string) string {
	if asked == "" {
		return " (any release)"
	}
	return " (" + asked + ")"
}

// asked is which of a source a reference means, in the words of a lock.
func (r Ref) asked() string {
	return cmp.Or(r.Tag, r.Digest, r.Constraint)
}

// Named is the entry of a name; nil where there is none.
func (l *Lock) Named(name string) *Locked {
	for i := range l.Packs {
		if l.Packs[i].Name == name {
			return &l.Packs[i]
		}
	}
	return nil
}

// Set puts an entry in the place of that of its name.
func (l *Lock) Set(p Locked) {
	l.Packs = slices.DeleteFunc(l.Packs, func(o Locked) bool { return o.Name == p.Name })
	l.Packs = append(l.Packs, p)
	l.sort()
}

// Encode is the lock as its file has it: sorted and without a time, so that two
// people who resolve the same get the same bytes.
func (l *Lock) Encode() []byte {
	var b bytes.Buffer
	b.WriteString("# Which packs are meant, by digest. Commit this file; iaclint pack update changes it.\n\n")
	fmt.Fprintf(&b, "version = %d\n", lockVersion)
	for i := range l.Packs {
		p := &l.Packs[i]
		fmt.Fprintf(&b, "\npack %s {\n", config.Quoted(p.Name))
		line := func(name, value string) {
			if value != "" {
				fmt.Fprintf(&b, "  %-7s = %s\n", name, config.Quoted(value))
			}
		}
		line("source", p.Source)
		line("asked", p.Asked)
		line("version", p.Version)
		line("commit", p.Commit)
		line("digest", p.Digest)
		line("layer", p.Layer)
		fmt.Fprintf(&b, "  %-7s = %d\n", "size", p.Size)
		line("input", p.Input)
		if len(p.Dependencies) > 0 {
			var list []string
			for _, d := range slices.Sorted(slices.Values(p.Dependencies)) {
				list = append(list, config.Quoted(d))
			}
			fmt.Fprintf(&b, "\n  dependencies = [%s]\n", strings.Join(list, ", "))
		}
		for _, s := range p.Signers {
			fmt.Fprintf(&b, "\n  signer %s {\n", config.Quoted(s.Kind))
			if s.Issuer != "" {
				fmt.Fprintf(&b, "    issuer   = %s\n", config.Quoted(s.Issuer))
			}
			fmt.Fprintf(&b, "    identity = %s\n  }\n", config.Quoted(s.Identity))
		}
		b.WriteString("}\n")
	}
	return b.Bytes()
}

// Write writes the file, as a whole or not at all; one that says the same is
// left.
func (l *Lock) Write() error {
	src := l.Encode()
	if old, err := os.ReadFile(l.Path); err == nil && bytes.Equal(old, src) {
		return nil
	}
	return replace(l.Path, src)
}

// signers are who had signed, as the policy speaks of them.
func (l *Locked) signers() []trust.Signer {
	var out []trust.Signer
	for _, s := range l.Signers {
		if s.Kind == trust.ByKey {
			out = append(out, trust.Signer{Kind: s.Kind, Fingerprint: s.Identity})
		} else {
			out = append(out, trust.Signer{Kind: s.Kind, Issuer: s.Issuer, Identity: s.Identity})
		}
	}
	return out
}

// SameSigner is an error where a pack that was signed when it was pinned is
// signed now by others, or by nobody.
func (l *Locked) SameSigner(now *Locked) error {
	return trust.SameSigner(l.Name, l.signers(), now.signers())
}
