package pack

import (
	"context"
	"fmt"
	"net/url"
	"path"
	"strings"
)

// Load is the packs that references of a configuration mean, as the lock pins
// them, with all they depend on, by name. Nothing is found anew: what is not in
// the lock is an error.
func (r *Resolver) Load(ctx context.Context, lock *Lock, refs []Ref, online bool) ([]*Resolved, error) {
	var out []*Resolved
	loaded := map[string]bool{}
	var load func(e *Locked) error
	load = func(e *Locked) error {
		if loaded[e.Name] {
			return nil
		}
		loaded[e.Name] = true
		got, err := r.Locked(ctx, e, online)
		if err != nil {
			return err
		}
		out = append(out, got)
		for _, d := range got.Pack.Manifest.Dependencies {
			next := lock.Named(d.Name)
			if next == nil || next.Source != d.Source {
				return Hint{fmt.Errorf("pack %s needs %s, which %s does not pin", e.ID(), d.Name, LockName), "iaclint pack update " + e.Name + " pins it"}
			}
			if err := load(next); err != nil {
				return err
			}
		}
		return nil
	}
	for _, ref := range refs {
		e, err := lock.For(ref)
		if err != nil {
			return nil, err
		}
		if e == nil {
			return nil, Hint{fmt.Errorf("%s is not pinned in %s", ref, lock.Path), "iaclint pack add " + quotedForShell(ref.String()) + " finds and pins it"}
		}
		if err := load(e); err != nil {
			return nil, err
		}
	}
	return out, Apart(out)
}

// Apart is an error where two packs claim one package.
func Apart(list []*Resolved) error {
	owner := map[string]string{}
	for _, p := range list {
		root := p.Pack.Manifest.Root()
		if root == coreNamespace {
			return fmt.Errorf("pack %s claims the package of the rules inside iaclint", p.Entry.ID())
		}
		if had := owner[root]; had != "" {
			return Hint{fmt.Errorf("packs %s and %s both lie under package %s", had, p.Entry.ID(), root), "One of them has to take another namespace"}
		}
		owner[root] = p.Entry.ID()
	}
	return nil
}

func quotedForShell(s string) string {
	if strings.ContainsAny(s, " <>*&|;'\"$^~!()") {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}

// Place is where a pack comes from, in the words of a trust policy:
// host/repository, or a folder with ./ before it.
func (r Ref) Place() string {
	switch r.Kind {
	case OCI:
		return r.Host + "/" + r.Repository
	case Git:
		return gitPlace(r.Source)
	}
	if path.IsAbs(r.Source) || strings.HasPrefix(r.Source, "./") || strings.HasPrefix(r.Source, "../") {
		return r.Source
	}
	return "./" + r.Source
}

// gitPlace is the host and path of a repository, without the login, the folder
// in it and the revision.
func gitPlace(source string) string {
	s := strings.TrimPrefix(source, "git::")
	s, _, _ = strings.Cut(s, "?")
	if !strings.Contains(s, "://") {
		_, s, _ = strings.Cut("@"+s[strings.LastIndexByte(s, '@')+1:], "@")
		s = "ssh://" + strings.Replace(s, ":", "/", 1)
	}
	u, err := url.Parse(s)
	if err != nil {
		return "unknown"
	}
	repo, _, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "//")
	return u.Host + "/" + strings.TrimSuffix(strings.Trim(repo, "/"), ".git")
}
