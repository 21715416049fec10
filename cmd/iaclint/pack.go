package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/pack"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// packTime is how long a command may take over the network.
const packTime = 10 * time.Minute

func (a *app) pack() *cobra.Command {
	c := &cobra.Command{Use: "pack", Short: "Make, publish, pin and look into rule packs", Long: `A pack is a folder with a pack.hcl, of rules and what belongs to them: their tests,
cards, provider facts, price books, defaults. It is published as one OCI artifact, and
a project pins it by digest in iaclint.lock.`}
	return group(c, a.packNew(), a.packTest(), a.packBuild(), a.packPush(), a.packSign(), a.packPull(),
		a.packAdd(), a.packInstall(), a.packUpdate(), a.packVerify(), a.packVendor(), a.packList(), a.packInspect(), a.packDiff())
}

func (a *app) packNew() *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:     "new FOLDER --name OWNER/NAME",
		Short:   "Start a pack: its folder, with a rule whose tests pass",
		Example: "  iaclint pack new policies --name acme/cloud",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if name == "" {
				return hint{errors.New("a pack has a name, OWNER/NAME"), "As in: iaclint pack new " + args[0] + " --name acme/cloud"}
			}
			files, err := pack.Scaffold(name)
			if err != nil {
				return err
			}
			dir := args[0]
			if pack.IsPack(dir) {
				return hint{fmt.Errorf("%s is a pack already", dir), "iaclint rules new FAMILY/NAME --pack " + dir + " starts a further rule"}
			}
			for _, file := range slices.Sorted(maps.Keys(files)) {
				path := filepath.Join(dir, filepath.FromSlash(file))
				if _, err := os.Stat(path); err == nil {
					continue // a README, say, that is there
				}
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					return unwritten(path, err)
				}
				if err := writeFile(path, func(w io.Writer) error { _, err := w.Write(files[file]); return err }); err != nil {
					return unwritten(path, err)
				}
				if _, err := fmt.Fprintln(a.out, filepath.ToSlash(path)); err != nil {
					return err
				}
			}
			_, err = fmt.Fprintf(a.out, "Test it with: iaclint pack test %s\n", filepath.ToSlash(dir))
			return err
		},
	}
	c.Flags().StringVar(&name, "name", "", "what it is called, as in acme/cloud")
	return c
}

func (a *app) packTest() *cobra.Command {
	return &cobra.Command{
		Use:   "test [FOLDER ...]",
		Short: "Hold packs to what packs have to be, and run the tests of their rules and cards",
		RunE: func(c *cobra.Command, dirs []string) error {
			if len(dirs) == 0 {
				dirs = []string{"."}
			}
			failed := false
			for _, dir := range dirs {
				p, err := packHere(dir)
				if err != nil {
					return err
				}
				d, err := p.Describe()
				if err != nil {
					return err
				}
				results, diags := rules.Test(c.Context(), p.Rules())
				if len(diags) > 0 {
					a.slips(diags, quotedFrom(diags, p.Rules()))
				}
				if diags.HasErrors() {
					return failing{exitBroken}
				}
				text, bad := verdicts(results)
				said, wrong, err := examples(c.Context(), dir, p.Rules())
				if err != nil {
					return err
				}
				cards, miscounted := cardExamples(p, d)
				if _, err := fmt.Fprintf(a.out, "%s\n%s", d.ID(), text+said+cards); err != nil {
					return err
				}
				failed = failed || bad || wrong || miscounted
			}
			if failed {
				return failing{exitFailing}
			}
			return nil
		},
	}
}

// cardExamples runs the examples of a pack's cards.
func cardExamples(p *pack.Pack, d *pack.Description) (text string, failed bool) {
	if len(d.Cards) == 0 {
		return "", false
	}
	e := pricing.New(catalogue.Embedded(), pricing.Options{Cards: []fs.FS{p.Cards()}})
	var b strings.Builder
	good := 0
	for _, typ := range d.Cards {
		wrong := e.CheckExamples(typ, p.CloudOf(typ))
		for _, w := range wrong {
			fmt.Fprintf(&b, "fail card %s\n  %s\n", typ, pack.Inert(w))
		}
		if len(wrong) == 0 {
			good++
		}
	}
	fmt.Fprintf(&b, "examples of %s: %d as wanted\n", numbered(len(d.Cards), "card"), good)
	return b.String(), good < len(d.Cards)
}

// packHere is a pack of the disk: a folder, or what pack build wrote.
func packHere(path string) (*pack.Pack, error) {
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		return packFile(path)
	}
	return pack.Read(path)
}

func (a *app) packBuild() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "build [FOLDER] [-o FILE]",
		Short: "Make the artifact of a pack: an OPA bundle, and the digest that registries will give it",
		Long: `build holds the pack to what packs have to be, packs it, and says the digest of the
artifact. The same files make the same digest. With -o it writes the layer of the
artifact: a bundle that opa reads as it is, and that check takes in --packs.`,
		Example: "  iaclint pack build -o cloud.tar.gz",
		Args:    takes(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			p, art, err := artifactOf(c.Context(), args)
			if err != nil {
				return err
			}
			if out != "" {
				if err := writeFile(out, func(w io.Writer) error { _, err := w.Write(art.Layer); return err }); err != nil {
					return unwritten(out, err)
				}
			}
			if len(p.Left) > 0 && !a.quiet {
				a.tell([]report.Diagnostic{{Severity: "warning", Summary: "Files that are no part of a pack",
					Detail: fmt.Sprintf("Left out: %s.", pack.Inert(strings.Join(p.Left, ", ")))}})
			}
			_, err = fmt.Fprintln(a.out, made(art))
			return err
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "write the bundle to this file")
	return c
}

// artifactOf makes the artifact of a pack whose rules hold: nobody else finds out
// that one cannot be compiled.
func artifactOf(ctx context.Context, args []string) (*pack.Pack, *pack.Artifact, error) {
	dir := "."
	if len(args) > 0 {
		dir = args[0]
	}
	p, err := packHere(dir)
	if err != nil {
		return nil, nil, err
	}
	art, err := p.Build()
	if err != nil {
		return nil, nil, err
	}
	if diags := rules.Check(ctx, p.Rules()); diags.HasErrors() {
		return nil, nil, configSlips{diags, quotedFrom(diags, p.Rules())}
	}
	return p, art, nil
}

// made says of an artifact what it is and what is in it.
func made(a *pack.Artifact) string {
	d := a.Description
	parts := []string{numbered(len(d.Rules), "rule")}
	for _, x := range []struct {
		n    int
		what string
	}{{len(d.Cards), "card"}, {len(d.Facts), "provider"}, {len(d.Prices), "price book"}} {
		if x.n > 0 {
			parts = append(parts, numbered(x.n, x.what))
		}
	}
	if d.Defaults {
		parts = append(parts, "defaults")
	}
	return fmt.Sprintf("%s  %s\n%s, %d files, %d bytes", d.ID(), a.Digest, strings.Join(parts, ", "), len(d.Files), len(a.Layer))
}

func (a *app) packPush() *cobra.Command {
	var also []string
	var force bool
	c := &cobra.Command{
		Use:   "push [FOLDER] oci://HOST/REPOSITORY",
		Short: "Publish a pack under its version",
		Long: `push builds the pack and publishes it under the tag of its version, which stays what
it is: another content under the same version is refused. The login is that of the
user's Docker configuration.`,
		Example: "  iaclint pack push policies oci://ghcr.io/acme/cloud --also latest",
		Args:    takes(1, 2),
		RunE: func(c *cobra.Command, args []string) error {
			ref, err := registryRef(args[len(args)-1])
			if err != nil {
				return err
			}
			_, art, err := artifactOf(c.Context(), args[:len(args)-1])
			if err != nil {
				return err
			}
			ctx, done := a.packContext()
			defer done()
			if err := a.resolver(pack.LockName).Network.Push(ctx, ref, art, also, force); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "%s\n%s@%s\n", made(art), ref.Source, art.Digest)
			return err
		},
	}
	c.Flags().StringArrayVar(&also, "also", nil, "a further tag that moves, as latest or 1.4; may repeat")
	c.Flags().BoolVar(&force, "force", false, "replace the version if it is there with another content")
	c.Flags().BoolVar(&a.from.plain, "plain-http", false, "speak to the registry without TLS (this machine is spoken to so anyway)")
	return c
}

// registryRef is where to publish: a repository without a version.
func registryRef(s string) (pack.Ref, error) {
	ref, err := pack.ParseRef(s)
	if err != nil {
		return ref, err
	}
	if ref.Kind != pack.OCI || ref.String() != ref.Source {
		return ref, hint{fmt.Errorf("%.100q is no repository to publish to", s), "Write oci://HOST/OWNER/NAME; the tag is the version in pack.hcl"}
	}
	return ref, nil
}

func (a *app) packPull() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "pull REF [-o FILE]",
		Short: "Fetch a pack by tag, version or digest, without pinning it",
		Args:  takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			ref, err := pack.ParseRef(args[0])
			if err != nil {
				return err
			}
			ctx, done := a.packContext()
			defer done()
			got, err := a.resolver(pack.LockName).Resolve(ctx, ref)
			if err != nil {
				return err
			}
			if out != "" {
				if err := writeFile(out, func(w io.Writer) error { _, err := w.Write(got.Layer); return err }); err != nil {
					return unwritten(out, err)
				}
			}
			_, err = fmt.Fprintln(a.out, made(&got.Artifact))
			return err
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "write the bundle to this file")
	a.from.registerNetwork(c)
	return c
}

// anyPack is a pack by a folder, a file, the name of a pinned one, or a
// reference.
func (a *app) anyPack(text string) (*pack.Description, *pack.Resolved, error) {
	path, _, err := a.configSource("")
	if err != nil {
		return nil, nil, err
	}
	lock, err := pack.ReadLock(pack.LockPath(path))
	if err != nil {
		return nil, nil, err
	}
	ctx, done := a.packContext()
	defer done()
	r := a.resolver(lock.Path)
	if e := lock.Named(text); e != nil {
		got, err := r.Locked(ctx, e, a.from.online())
		if err != nil {
			return nil, nil, err
		}
		return got.Description, got, nil
	}
	ref, err := pack.ParseRef(text)
	if err != nil {
		return nil, nil, err
	}
	if ref.Remote() {
		got, err := r.Resolve(ctx, ref)
		if err != nil {
			return nil, nil, err
		}
		return got.Description, got, nil
	}
	if _, err := os.Stat(text); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, hint{fmt.Errorf("%s is neither a folder, a file, nor a pack that %s pins", text, pack.LockName), "iaclint pack list shows those that are pinned"}
	}
	p, err := packHere(text)
	if err != nil {
		return nil, nil, err
	}
	d, err := p.Describe()
	return d, nil, err
}

var _ lint.Slips = pack.Slips{}
