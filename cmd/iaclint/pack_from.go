package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/pack"
	"github.com/iaclint/iaclint/pack/trust"
	"github.com/iaclint/iaclint/provider"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// packFrom says how packs from elsewhere are come by. There is one for all
// commands of a process: the flags of the command that runs fill it.
type packFrom struct {
	locked string // "true", "false", or "": true on machines
	plain  bool
	policy string

	lock    *pack.Lock
	checked []string                 // what the command is run on: nothing in it says whom to trust
	trust   map[string]*trust.Policy // by what is checked
	warned  []string                 // what was said of packs: they are asked about more than once
}

// register adds the flags of commands that use packs.
func (f *packFrom) register(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.locked, "locked", "", "fetch no pack: those pinned in "+pack.LockName+" are at hand, or it is an error (default: in CI)")
	flags.Lookup("locked").NoOptDefVal = "true"
	f.registerTrust(c)
	c.PreRun = func(_ *cobra.Command, args []string) {
		if f.checked = args; len(args) == 0 {
			f.checked = []string{"."}
		}
	}
}

func (f *packFrom) registerTrust(c *cobra.Command) {
	c.Flags().StringVar(&f.policy, "trust-policy", "", "file that says whose packs to trust; outside of what is checked (default: the machine's, or the user's)")
}

func (f *packFrom) registerNetwork(c *cobra.Command) {
	c.Flags().BoolVar(&f.plain, "plain-http", false, "speak to the registry without TLS (this machine is spoken to so anyway)")
	f.registerTrust(c)
}

// online is whether a check may fetch what is pinned and not at hand.
func (f *packFrom) online() bool { return f.locked == "false" || f.locked == "" && !pack.InCI() }

func (f *packFrom) check() error {
	if f.locked != "" && f.locked != "true" && f.locked != "false" {
		return fmt.Errorf("--locked %q: write --locked, or --locked=false", f.locked)
	}
	return nil
}

// resolver finds packs for the lock at a path.
func (a *app) resolver(lockPath string) *pack.Resolver {
	return &pack.Resolver{
		Network: pack.Network{PlainHTTP: a.from.plain, Agent: "iaclint/" + version()},
		Cache:   pack.Cache(), Vendor: pack.Vendored(lockPath), Engine: version(),
		Trust: a.trusts(filepath.Dir(lockPath)),
		Fetching: func(what string) {
			if !a.quiet {
				fmt.Fprintln(a.err, "fetching "+what)
			}
		},
		Unkept: func(why error) {
			a.tell([]report.Diagnostic{{Severity: "warning", Summary: "Packs are not kept",
				Detail: fmt.Sprintf("They are fetched again each time, for their folder cannot be written to: %v. %s names another.", why, pack.CacheVariable)}})
		},
	}
}

// trusts asks the policy in force about a pack, which is read when the first one
// comes.
func (a *app) trusts(checked ...string) pack.Trust {
	return func(ref pack.Ref, manifest []byte, bundles [][]byte) ([]trust.Signer, error) {
		policy, err := a.policy(checked)
		if err != nil {
			return nil, err
		}
		found, err := policy.Verify(ref.Place(), manifest, bundles)
		if err != nil {
			return nil, err
		}
		if found.Warning != "" && !a.quiet && !slices.Contains(a.from.warned, found.Warning) {
			a.from.warned = append(a.from.warned, found.Warning)
			a.tell([]report.Diagnostic{{Severity: "warning", Summary: "Pack without a checked signature", Detail: found.Warning + "."}})
		}
		return found.Signers, nil
	}
}

func (a *app) policy(checked []string) (*trust.Policy, error) {
	checked = slices.Concat(checked, a.from.checked)
	of := strings.Join(checked, "\x00")
	if known := a.from.trust[of]; known != nil {
		return known, nil
	}
	policy, diags, err := trust.Load(trust.Standard(a.from.policy, checked))
	if err != nil {
		return nil, err
	}
	if diags.HasErrors() {
		return nil, configSlips{diags, policy.Files}
	}
	if a.from.trust == nil {
		a.from.trust = map[string]*trust.Policy{}
	}
	a.from.trust[of] = policy
	return policy, nil
}

// pinned are the packs that references written in a configuration mean, with all
// they depend on.
func (a *app) pinned(lockPath string, refs []string) ([]*pack.Resolved, error) {
	if err := a.from.check(); err != nil {
		return nil, err
	}
	if a.from.lock == nil || a.from.lock.Path != lockPath {
		lock, err := pack.ReadLock(lockPath)
		if err != nil {
			return nil, err
		}
		a.from.lock = lock
	}
	var parsed []pack.Ref
	for _, text := range refs {
		ref, err := pack.ParseRef(text)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, ref)
	}
	return a.resolver(lockPath).Load(a.ctx, a.from.lock, parsed, a.from.online())
}

// defaultsOf brings the defaults of packs that the configuration at a path
// extends.
func (a *app) defaultsOf(path string) config.Fetch {
	return func(ref string) ([]byte, string, error) {
		found, err := a.pinned(pack.LockPath(path), []string{ref})
		if err != nil {
			return nil, "", err
		}
		p := found[0]
		if p.Pack.Defaults() == nil {
			return nil, "", fmt.Errorf("pack %s has no %s to stand on: list it in packs instead", p.Entry.ID(), pack.DefaultsName)
		}
		return p.Pack.Defaults(), p.Entry.ID() + "/" + pack.DefaultsName, nil
	}
}

// brought is what packs bring to a run, ours first.
type brought struct {
	rules     []rules.Source
	cards     []fs.FS
	layers    []fs.FS
	providers *provider.Books
	prices    []config.BookPrice
}

// packs are ours, the configuration's and those named on the command line.
func (a *app) packs(cfg *config.Config, named []string) (*brought, error) {
	out := &brought{rules: []rules.Source{rules.Core()}}
	var remote []string
	for _, list := range [][]config.RemotePack{cfg.Extended, cfg.RemotePacks} {
		for _, p := range list {
			remote = append(remote, p.Ref)
		}
	}
	for i, dir := range append(below(cfg.Root, cfg.Packs), named...) {
		if ref, err := pack.ParseRef(dir); err == nil && ref.Remote() {
			remote = append(remote, dir)
			continue
		}
		if i < len(cfg.Packs) { // whoever names a folder on the command line trusts it
			if err := a.trustsFolder(cfg.Root, cfg.Packs[i]); err != nil {
				return nil, err
			}
		}
		if err := out.folder(dir); err != nil {
			return nil, err
		}
	}
	if len(remote) > 0 {
		found, err := a.pinned(pack.LockPath(cfg.Path), remote)
		if err != nil {
			return nil, err
		}
		for _, p := range found {
			if err := out.add(p.Pack, mendThere(p.Entry.Name)); err != nil {
				return nil, err
			}
		}
	}
	if len(out.layers) > 0 {
		books, diags := provider.Over(out.layers...)
		if diags.HasErrors() {
			return nil, configSlips{diags, nil}
		}
		out.providers = books
	}
	return out, nil
}

// trustsFolder asks the policy about a folder of the project; without a policy it
// is trusted as the project is.
func (a *app) trustsFolder(root, dir string) error {
	policy, err := a.policy([]string{root})
	if err != nil || policy.Path == "" {
		return err
	}
	_, err = policy.Verify("./"+filepath.ToSlash(filepath.Clean(dir)), nil, nil)
	return err
}

// folder adds a pack of the disk: a folder with or without a manifest, or what
// pack build wrote.
func (b *brought) folder(dir string) error {
	if info, err := os.Stat(dir); err == nil && info.Mode().IsRegular() {
		p, err := packFile(dir)
		if err == nil {
			err = p.Bounded()
		}
		if err != nil {
			return err
		}
		return b.add(p, mendHere("pack test", dir))
	}
	if pack.IsPack(dir) {
		p, err := pack.Read(dir)
		if err != nil {
			return err
		}
		if err := p.Manifest.Fits(version()); err != nil {
			return err
		}
		if err := p.Bounded(); err != nil {
			return err
		}
		return b.add(p, mendHere("pack test", dir))
	}
	src, err := rules.Folder(dir)
	if err != nil {
		return err
	}
	src.Mend = mendHere("rules test", dir)
	b.rules = append(b.rules, src)
	return nil
}

// packFile reads what pack build wrote.
func packFile(name string) (*pack.Pack, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return pack.FromLayer(src, name)
}

// mendHere and mendThere are what to do about a mistake in a pack: whoever has it
// on the disk mends it, and the others take another version.
func mendHere(command, dir string) string {
	return fmt.Sprintf("Mend it: iaclint %s %s says whether it holds.", command, called(dir))
}

func mendThere(name string) string {
	return fmt.Sprintf("Tell those who publish it; iaclint pack update %s takes a newer one when there is one.", name)
}

// add takes what a pack brings; mend is what to do about a mistake in its rules.
func (b *brought) add(p *pack.Pack, mend string) error {
	if p.Core() {
		return hint{fmt.Errorf("pack %s has the name or the package of the rules inside iaclint, which nothing stands in for", pack.Inert(p.Manifest.ID())), "Give it another name and namespace in " + pack.ManifestName}
	}
	src := p.Rules()
	src.Mend = mend
	b.rules = append(b.rules, src)
	if c := p.Cards(); c != nil {
		b.cards = append(b.cards, c)
	}
	if f := p.Providers(); f != nil {
		b.layers = append(b.layers, f)
	}
	prices, err := p.Prices()
	b.prices = append(b.prices, prices...)
	return err
}

// give hands it to a run. The project's own prices go before those of packs.
func (b *brought) give(opt *lint.Options) {
	opt.Packs, opt.Cards, opt.Providers = b.rules, b.cards, b.providers
	opt.Prices = append(opt.Prices, b.prices...)
}

// nextStep words errors of packs as those of this program.
func nextStep(err error) error {
	var h pack.Hint
	if errors.As(err, &h) {
		return hint{h.Err, h.Next}
	}
	return err
}

// configSource is what a lock lies beside: the configuration that is found from
// the working folder, or one that is still to be written there.
func (a *app) configSource(named string) (path string, cfg *config.Config, err error) {
	path = named
	if path == "" {
		wd, err := os.Getwd()
		if err != nil {
			return "", nil, err
		}
		found, err := config.Discover(wd)
		if err != nil {
			return "", nil, err
		}
		if rel, relErr := filepath.Rel(wd, found); found != "" && relErr == nil {
			found = rel
		}
		path = found
	}
	if path == "" {
		return config.FileName, config.Default(), nil
	}
	// What a pack says is no matter here: which packs there are, is.
	cfg, diags := config.LoadWith(path, func(ref string) ([]byte, string, error) { return nil, ref, nil })
	if diags.HasErrors() {
		return "", nil, configSlips{diags, cfg.Files}
	}
	return path, cfg, nil
}

// refsOf are the packs from elsewhere that a configuration names.
func refsOf(cfg *config.Config) ([]pack.Ref, error) {
	var out []pack.Ref
	var diags hcl.Diagnostics
	for _, p := range append(append([]config.RemotePack{}, cfg.Extended...), cfg.RemotePacks...) {
		ref, err := pack.ParseRef(p.Ref)
		if err != nil {
			at := p.Range
			diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "No such pack", Detail: strings.TrimSuffix(err.Error(), ".") + ".", Subject: &at})
			continue
		}
		out = append(out, ref)
	}
	if diags.HasErrors() {
		return nil, configSlips{diags, cfg.Files}
	}
	return out, nil
}

// packContext bounds what a command does over the network.
func (a *app) packContext() (context.Context, context.CancelFunc) {
	return context.WithTimeout(a.ctx, packTime)
}
