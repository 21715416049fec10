package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/pack"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

func (a *app) packAdd() *cobra.Command {
	var named string
	var extend bool
	c := &cobra.Command{
		Use:   "add REF",
		Short: "Find a pack, pin it in iaclint.lock, and list it in the configuration",
		Long: `add finds the pack, checks who signed it, and pins it by digest in iaclint.lock beside
the configuration. REF is oci://HOST/REPOSITORY, with :TAG, @sha256:… or a constraint
as @^1.2 behind it, or git::URL?ref=…; without any, the newest release and those that
are compatible with it.`,
		Example: "  iaclint pack add oci://ghcr.io/acme/cloud\n  iaclint pack add 'oci://ghcr.io/acme/cloud@>= 1.2, < 2' --extends",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			ref, err := pack.ParseRef(args[0])
			if err != nil {
				return err
			}
			path, _, err := a.configSource(named)
			if err != nil {
				return err
			}
			lock, err := pack.ReadLock(pack.LockPath(path))
			if err != nil {
				return err
			}
			ctx, done := a.packContext()
			defer done()
			found, err := a.resolver(lock.Path).All(ctx, []pack.Ref{ref})
			if err != nil {
				return err
			}
			i := slices.IndexFunc(found, func(r *pack.Resolved) bool { return r.Entry.Source == ref.Source })
			list := "packs"
			if extend {
				if list = "extends"; found[i].Pack.Defaults() == nil {
					return hint{fmt.Errorf("pack %s has no %s to stand on", found[i].Entry.ID(), pack.DefaultsName), "Leave --extends out"}
				}
			}
			ref = compatible(ref, found[i])
			found[i].Entry.Asked = asked(ref)
			changes, err := merge(lock, found, []string{found[i].Entry.Name}, a.pinnedBefore(ctx, lock, found), false)
			if err != nil {
				return err
			}
			for _, ch := range changes {
				if err := ch.Write(a.out); err != nil {
					return err
				}
			}
			if len(changes) > 0 {
				a.foretell(ctx, found...)
			}
			if err := lock.Write(); err != nil {
				return err
			}
			if err := pack.AddTo(path, list, ref); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "%s and %s say so now; commit both.\n", filepath.ToSlash(path), filepath.ToSlash(lock.Path))
			return err
		},
	}
	c.Flags().BoolVar(&extend, "extends", false, "stand on the pack's defaults, too: those of an organisation")
	c.Flags().StringVar(&named, "config", "", "configuration file (default: found upward, else made here)")
	a.from.registerNetwork(c)
	return c
}

// pinnedBefore describes the packs of a lock that are at hand, by name; with what
// was found now, only those that it changes.
func (a *app) pinnedBefore(ctx context.Context, lock *pack.Lock, found []*pack.Resolved) map[string]*pack.Description {
	r, out := a.resolver(lock.Path), map[string]*pack.Description{}
	for i := range lock.Packs {
		e := &lock.Packs[i]
		if found != nil && !slices.ContainsFunc(found, func(f *pack.Resolved) bool { return f.Entry.Name == e.Name && f.Entry.Digest != e.Digest }) {
			continue
		}
		if got, err := r.Locked(ctx, e, false); err == nil {
			out[e.Name] = got.Description
		}
	}
	return out
}

// foretell says of packs that are about to be pinned which rules a check could not
// ask: better now than in the run of whoever comes next.
func (a *app) foretell(ctx context.Context, found ...*pack.Resolved) {
	for _, f := range found {
		src := f.Pack.Rules()
		diags := rules.Check(ctx, src)
		if !diags.HasErrors() {
			continue
		}
		list := report.FromHCL(diags, quotedFrom(diags, src))
		for i := range list {
			list[i].Severity = "warning"
		}
		a.tell(append(list, report.Diagnostic{Severity: "warning", Summary: "Rules that cannot be asked",
			Detail: fmt.Sprintf("Every check with %s goes on without them, says so, and ends with exit code 2. Tell those who publish it, or ask for another version.", f.Entry.ID())}))
	}
}

// compatible is a reference without a version as one to all that are compatible
// with what was found.
func compatible(ref pack.Ref, found *pack.Resolved) pack.Ref {
	if ref.Kind == pack.OCI && ref.String() == ref.Source {
		ref.Constraint = pack.Compatible(found.Entry.Version)
	}
	return ref
}

func asked(ref pack.Ref) string {
	return strings.TrimLeft(strings.TrimPrefix(ref.String(), ref.Source), ":@")
}

// merge puts packs that were found into a lock and says what changes. Those that
// are not moved stay as they are pinned.
func merge(lock *pack.Lock, found []*pack.Resolved, move []string, before map[string]*pack.Description, acceptSigner bool) ([]pack.Changes, error) {
	if err := pack.Apart(found); err != nil {
		return nil, err
	}
	var out []pack.Changes
	for _, f := range found {
		old := lock.Named(f.Entry.Name)
		switch {
		case old != nil && old.Source != f.Entry.Source && !slices.Contains(move, f.Entry.Name):
			return nil, fmt.Errorf("%s is pinned from %s, and %s is another", f.Entry.Name, old.Source, f.Entry.Source)
		case old != nil && old.Digest != f.Entry.Digest && !slices.Contains(move, f.Entry.Name):
			continue // a dependency that somebody else has pinned
		}
		if old != nil && !acceptSigner {
			if err := old.SameSigner(&f.Entry); err != nil {
				return nil, hint{err, "If that is as it should be: iaclint pack update " + f.Entry.Name + " --accept-signer"}
			}
		}
		if old == nil || old.Digest != f.Entry.Digest {
			ch := pack.Compare(before[f.Entry.Name], f.Description)
			if old != nil {
				ch.From = old.Version
			}
			out = append(out, ch)
		}
		lock.Set(f.Entry)
	}
	return out, nil
}

func (a *app) packInstall() *cobra.Command {
	var named string
	c := &cobra.Command{
		Use:   "install",
		Short: "Fetch the packs that iaclint.lock pins",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			lock, err := a.lockOf(named)
			if err != nil {
				return err
			}
			ctx, done := a.packContext()
			defer done()
			r := a.resolver(lock.Path)
			for i := range lock.Packs {
				if _, err := r.Locked(ctx, &lock.Packs[i], true); err != nil {
					return err
				}
			}
			_, err = fmt.Fprintf(a.out, "%s at hand\n", numbered(len(lock.Packs), "pack"))
			return err
		},
	}
	c.Flags().StringVar(&named, "config", "", "configuration file (default: found upward)")
	a.from.registerNetwork(c)
	return c
}

// lockOf is the lock beside the configuration.
func (a *app) lockOf(named string) (*pack.Lock, error) {
	path, _, err := a.configSource(named)
	if err != nil {
		return nil, err
	}
	return pack.ReadLock(pack.LockPath(path))
}

func (a *app) packUpdate() *cobra.Command {
	var named string
	var dry, acceptSigner bool
	c := &cobra.Command{
		Use:   "update [NAME ...]",
		Short: "Pin the newest packs that the configuration allows, and say what changes",
		Args:  takes(0, 100),
		RunE: func(_ *cobra.Command, names []string) error {
			path, cfg, err := a.configSource(named)
			if err != nil {
				return err
			}
			lock, err := pack.ReadLock(pack.LockPath(path))
			if err != nil {
				return err
			}
			refs, err := refsOf(cfg)
			if err != nil {
				return err
			}
			for _, name := range names {
				if lock.Named(name) == nil {
					return hint{fmt.Errorf("%s does not pin %s", pack.LockName, name), "iaclint pack list shows what it pins"}
				}
			}
			return a.update(lock, refs, names, dry, acceptSigner)
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "say what would change, and write nothing")
	c.Flags().BoolVar(&acceptSigner, "accept-signer", false, "take packs that others sign now than when they were pinned")
	c.Flags().StringVar(&named, "config", "", "configuration file (default: found upward)")
	a.from.registerNetwork(c)
	return c
}

func (a *app) update(lock *pack.Lock, refs []pack.Ref, names []string, dry, acceptSigner bool) error {
	ctx, done := a.packContext()
	defer done()
	r, before := a.resolver(lock.Path), a.pinnedBefore(ctx, lock, nil)
	old := pack.Lock{Path: lock.Path, Packs: slices.Clone(lock.Packs)}
	var moved []pack.Ref
	for _, ref := range refs {
		held := slices.ContainsFunc(old.Packs, func(e pack.Locked) bool {
			return e.Source == ref.Source && len(names) > 0 && !slices.Contains(names, e.Name)
		})
		if !held {
			moved = append(moved, ref)
		}
	}
	found, err := r.All(ctx, moved)
	if err != nil {
		return err
	}
	all := names
	if len(names) == 0 {
		lock.Packs = nil // what nobody asks for any more goes
		for _, f := range found {
			all = append(all, f.Entry.Name)
			if e := old.Named(f.Entry.Name); e != nil {
				lock.Set(*e)
			}
		}
	} else {
		for _, f := range found { // what a moved pack needs moves along
			all = append(all, f.Entry.Name)
		}
	}
	if _, err := merge(lock, found, all, before, acceptSigner); err != nil {
		return err
	}
	quiet := true
	for _, f := range found {
		e := old.Named(f.Entry.Name)
		if e != nil && e.Digest == f.Entry.Digest {
			continue
		}
		quiet = false
		ch := pack.Compare(before[f.Entry.Name], f.Description)
		if e != nil {
			ch.From = e.Version
		}
		if err := ch.Write(a.out); err != nil {
			return err
		}
		a.foretell(ctx, f)
	}
	for i := range old.Packs {
		if lock.Named(old.Packs[i].Name) == nil {
			quiet = false
			if _, err := fmt.Fprintf(a.out, "%s %s is asked for no more\n", old.Packs[i].Name, old.Packs[i].Version); err != nil {
				return err
			}
		}
	}
	if quiet {
		if _, err := fmt.Fprintln(a.out, "nothing newer"); err != nil {
			return err
		}
	}
	for _, ref := range moved {
		if newest := r.Beyond(ctx, ref); newest != "" {
			if _, err := fmt.Fprintf(a.out, "%s has %s, which %s does not allow\n", ref.Source, newest, ref.Constraint); err != nil {
				return err
			}
		}
	}
	if dry {
		return nil
	}
	return lock.Write()
}
