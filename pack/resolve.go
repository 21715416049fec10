package pack

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/modules"
)

// Resolver finds, fetches and pins packs.
type Resolver struct {
	Network Network
	Cache   Store
	Vendor  Store // of the project; looked at before the cache
	Trust   Trust
	Engine  string // version of iaclint
	// Fetching is told before something is fetched; nil for nobody.
	Fetching func(what string)
	// Unkept is told that nothing can be kept, and why; nil for nobody.
	Unkept func(why error)
}

// Resolved is a pack that was found.
type Resolved struct {
	*Fetched
	Entry Locked
	Pack  *Pack
}

func (r *Resolver) tell(what string) {
	if r.Fetching != nil {
		r.Fetching(what)
	}
}

// Resolve finds the pack that a reference means today, from its registry or its
// repository.
func (r *Resolver) Resolve(ctx context.Context, ref Ref) (*Resolved, error) {
	switch ref.Kind {
	case OCI:
		digest, tag, err := r.Network.Find(ctx, ref)
		if err != nil {
			return nil, err
		}
		f, err := r.fetch(ctx, ref, digest)
		if err != nil {
			return nil, err
		}
		if _, err := f.Open(ref.Source); err != nil {
			return nil, err
		}
		if _, isVersion := parseVersion(tag); isVersion && ref.Tag == "" && tag != tagOf(f.Description.Version) {
			return nil, fmt.Errorf("%s:%s holds version %s, which is not what its tag says", ref.Source, tag, f.Description.Version)
		}
		return r.resolved(f, ref, "")
	case Git:
		return r.fromGit(ctx, ref)
	}
	return nil, fmt.Errorf("%s is a folder: folders need no pinning, list it in packs", ref.Source)
}

// Beyond is the newest release in a registry where the constraint of a reference
// keeps it out; "" where it does not, and where nobody can tell.
func (r *Resolver) Beyond(ctx context.Context, ref Ref) string {
	if ref.Kind != OCI || ref.Constraint == "" {
		return ""
	}
	allowed, err := parseConstraint(ref.Constraint)
	if err != nil {
		return ""
	}
	repo, err := r.Network.open(ref)
	if err != nil {
		return ""
	}
	newest, err := repo.newest(ctx, "")
	if err != nil {
		return ""
	}
	if v, ok := parseVersion(newest); !ok || allowed.allows(v) {
		return ""
	}
	return newest
}

// fetch is the artifact of a digest, from the stores or its registry.
func (r *Resolver) fetch(ctx context.Context, ref Ref, digest string) (*Fetched, error) {
	f, kept, err := r.Cache.Ensure(ctx, digest, func(ctx context.Context) (*Fetched, error) {
		r.tell(ref.Source + "@" + digest)
		return r.Network.Fetch(ctx, ref, digest, r.Trust)
	})
	if err != nil {
		return nil, err
	}
	if kept != nil && r.Unkept != nil {
		r.Unkept(kept)
	}
	// Of what lies in a store it is asked, too: the policy may be another than when
	// it came there.
	return f, f.settle(ref, r.Trust)
}

// resolved is what a lock says of an artifact.
func (r *Resolver) resolved(f *Fetched, ref Ref, commit string) (*Resolved, error) {
	p, err := f.Use(ref.Source)
	if err != nil {
		return nil, err
	}
	if err := p.Manifest.Fits(r.Engine); err != nil {
		return nil, Hint{err, "Ask for another version of the pack, or take another iaclint"}
	}
	e := Locked{
		Name: p.Manifest.Name, Source: ref.Source, Asked: ref.asked(), Version: p.Manifest.Version, Commit: commit,
		Digest: f.Digest, Layer: digestOf(f.Layer), Size: len(f.Layer), Input: p.Manifest.Input,
	}
	for _, d := range p.Manifest.Dependencies {
		e.Dependencies = append(e.Dependencies, d.Name)
	}
	for _, s := range f.Signers {
		e.Signers = append(e.Signers, LockedSigner{s.Kind, s.Issuer, cmp.Or(s.Fingerprint, s.Identity)})
	}
	slices.SortFunc(e.Signers, func(a, b LockedSigner) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Issuer, b.Issuer), cmp.Compare(a.Identity, b.Identity))
	})
	e.Signers = slices.Compact(e.Signers)
	return &Resolved{f, e, p}, nil
}

// fromGit makes the artifact of a pack in a repository: its digest says as much
// as one from a registry, as the same files make the same bytes.
func (r *Resolver) fromGit(ctx context.Context, ref Ref) (*Resolved, error) {
	r.tell(ref.Source)
	fetcher := modules.New(modules.Options{})
	pkg, err := fetcher.Fetch(ctx, ref.Source, "", "terraform")
	if why := fetcher.Broken(); err != nil && why != nil {
		err = why
	}
	if err != nil {
		return nil, fmt.Errorf("pack %s cannot be fetched: %w", ref.Source, err)
	}
	p, err := Read(filepath.Join(pkg.Dir, filepath.FromSlash(pkg.Sub)))
	if err != nil {
		return nil, err
	}
	a, err := p.Build()
	if err != nil {
		return nil, err
	}
	f := &Fetched{Artifact: *a, pack: p, described: true}
	if err := r.Cache.Put(ctx, f); err != nil && r.Unkept != nil {
		r.Unkept(err)
	}
	if err := f.settle(ref, r.Trust); err != nil {
		return nil, err
	}
	return r.resolved(f, ref, pkg.Revision)
}

// Locked is the pack of an entry of a lock: from the project, the cache or, where
// online, from where it came. What comes is the digest that is pinned, or an
// error.
func (r *Resolver) Locked(ctx context.Context, e *Locked, online bool) (*Resolved, error) {
	ref, err := e.Ref()
	if err != nil {
		return nil, err
	}
	for _, s := range []Store{r.Vendor, r.Cache} {
		f, err := s.Get(e.Digest)
		if err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			return nil, err
		}
		if err := f.settle(ref, r.Trust); err != nil {
			return nil, err
		}
		return r.held(f, ref, e)
	}
	if !online {
		return nil, Hint{fmt.Errorf("pack %s (%s) is pinned and not at hand", e.ID(), e.Source), "iaclint pack install fetches it; iaclint pack vendor keeps it in the repository"}
	}
	if ref.Kind == Git {
		found, err := r.fromGit(ctx, ref.atCommit(e.Commit))
		if err != nil {
			return nil, err
		}
		if found.Digest != e.Digest {
			return nil, moved(e, found.Digest)
		}
		return r.held(found.Fetched, ref, e)
	}
	f, err := r.fetch(ctx, ref, e.Digest)
	if err != nil {
		return nil, err
	}
	return r.held(f, ref, e)
}

func moved(e *Locked, digest string) error {
	return Hint{fmt.Errorf("%s is not what was pinned as %s: it makes %s now, and %s was pinned", e.Source, e.ID(), digest, e.Digest), "Find out why it was changed; iaclint pack update " + e.Name + " pins what is there"}
}

// held holds what came to what the lock says of it.
func (r *Resolver) held(f *Fetched, ref Ref, e *Locked) (*Resolved, error) {
	got, err := r.resolved(f, ref, e.Commit)
	if err != nil {
		return nil, err
	}
	if got.Entry.Name != e.Name || got.Entry.Version != e.Version || got.Entry.Layer != e.Layer {
		return nil, Hint{fmt.Errorf("the lock calls %s %s, and it is %s", e.Digest, e.ID(), got.Entry.ID()), "Take the file back as it was, or pin it again with iaclint pack update " + e.Name}
	}
	got.Entry = *e
	return got, nil
}

// All resolves references with everything they depend on, one version of each
// name.
func (r *Resolver) All(ctx context.Context, refs []Ref) ([]*Resolved, error) {
	found := map[string]*Resolved{}
	wanted := map[string]string{} // by name, who wants it
	var order []string
	type ask struct {
		ref  Ref
		by   string
		name string // it has to have; "" for any
		want string
	}
	var queue []ask
	for _, ref := range refs {
		queue = append(queue, ask{ref: ref, by: "the configuration"})
	}
	for n := 0; len(queue) > 0; n++ {
		a := queue[0]
		queue = queue[1:]
		if n > 100 {
			return nil, errors.New("the packs depend on more than 100 others")
		}
		if had := found[a.name]; had != nil {
			c, err := parseConstraint(a.want)
			if err != nil {
				return nil, err
			}
			v, _ := parseVersion(had.Entry.Version) // its manifest has been read
			if c != nil && !c.allows(v) || had.Entry.Source != a.ref.Source {
				return nil, fmt.Errorf("%s wants %s %s from %s, and %s has it as %s from %s: one version of each pack is used", a.by, a.name, orAny(a.want), a.ref.Source, wanted[a.name], had.Entry.Version, had.Entry.Source)
			}
			continue
		}
		got, err := r.Resolve(ctx, a.ref)
		if err != nil {
			return nil, err
		}
		name := got.Entry.Name
		switch had := found[name]; {
		case a.name != "" && a.name != name:
			return nil, fmt.Errorf("%s depends on %s, and at %s lies %s", a.by, a.name, a.ref.Source, name)
		case had != nil && had.Digest != got.Digest:
			return nil, fmt.Errorf("two packs are called %s: %s and %s", name, had.Entry.Source, got.Entry.Source)
		case had != nil:
			continue
		}
		found[name], wanted[name] = got, a.by
		order = append(order, name)
		for _, d := range got.Pack.Manifest.Dependencies {
			ref, err := ParseRef(d.Source)
			if err != nil {
				return nil, err
			}
			ref.Constraint = d.Version
			queue = append(queue, ask{ref, got.Entry.ID(), d.Name, d.Version})
		}
	}
	slices.Sort(order)
	var out []*Resolved
	for _, name := range order {
		out = append(out, found[name])
	}
	return out, nil
}

// LockPath is where the lock of a configuration lies; that of the working folder
// where there is no configuration.
func LockPath(configPath string) string {
	if configPath == "" {
		return LockName
	}
	return filepath.Join(filepath.Dir(configPath), LockName)
}

// VendorFolder is where a project keeps packs, beside its configuration.
const VendorFolder = ".iaclint/packs"

// Vendored is the store of a project.
func Vendored(lockPath string) Store {
	return Store{Dir: filepath.Join(filepath.Dir(lockPath), filepath.FromSlash(VendorFolder)), Shared: true}
}

// InCI is whether this run is one of a machine: nobody is there to see that
// something is fetched.
func InCI() bool {
	for _, name := range []string{"CI", "CONTINUOUS_INTEGRATION", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "BUILDKITE", "JENKINS_URL", "TEAMCITY_VERSION", "CODEBUILD_BUILD_ID", "BITBUCKET_BUILD_NUMBER"} {
		if v := os.Getenv(name); v != "" && !slices.Contains([]string{"0", "false", "no"}, strings.ToLower(v)) {
			return true
		}
	}
	return false
}
