package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/pack"
	"github.com/iaclint/iaclint/pack/trust"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

func (a *app) packVerify() *cobra.Command {
	var named string
	c := &cobra.Command{
		Use:   "verify",
		Short: "Whether the packs at hand are those that were pinned, and signed by whom the policy asks for; offline",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			lock, err := a.lockOf(named)
			if err != nil {
				return err
			}
			r := a.resolver(lock.Path)
			for i := range lock.Packs {
				e := &lock.Packs[i]
				got, err := r.Locked(a.ctx, e, false)
				if err == nil {
					_, err = got.Open(e.Source)
				}
				if err != nil {
					return err
				}
				if _, err := fmt.Fprintf(a.out, "%s  %s  %s\n", e.ID(), e.Digest, signedBy(got.Signers)); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().StringVar(&named, "config", "", "configuration file (default: found upward)")
	a.from.registerTrust(c)
	return c
}

func signedBy(list []trust.Signer) string {
	if len(list) == 0 {
		return "no signature was asked for"
	}
	var names []string
	for _, s := range list {
		names = append(names, pack.Inert(s.String()))
	}
	return "signed by " + strings.Join(names, ", ")
}

// packRow is a pack in use.
type packRow struct {
	Name    string              `json:"name"`
	Version string              `json:"version"`
	Source  string              `json:"source"`
	Asked   string              `json:"asked,omitempty"`
	Digest  string              `json:"digest,omitempty"`
	At      string              `json:"at"` // inside, vendored, cached, missing
	Signers []pack.LockedSigner `json:"signers,omitempty"`
}

type packTable struct {
	SchemaVersion string    `json:"schema_version"`
	Packs         []packRow `json:"packs"`
}

func (a *app) packList() *cobra.Command {
	var named, format string
	c := &cobra.Command{
		Use:   "list",
		Short: "The packs in use, their versions, and whether they are at hand",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			path, cfg, err := a.configSource(named)
			if err != nil {
				return err
			}
			lock, err := pack.ReadLock(pack.LockPath(path))
			if err != nil {
				return err
			}
			core := rules.Core()
			out := packTable{SchemaVersion: report.SchemaVersion, Packs: []packRow{{Name: core.Name, Version: core.Version, Source: "iaclint", At: "inside"}}}
			for i := range lock.Packs {
				e := &lock.Packs[i]
				row := packRow{Name: e.Name, Version: e.Version, Source: e.Source, Asked: e.Asked, Digest: e.Digest, At: "missing", Signers: e.Signers}
				if _, err := pack.Vendored(lock.Path).Get(e.Digest); err == nil {
					row.At = "vendored"
				} else if _, err := pack.Cache().Get(e.Digest); err == nil {
					row.At = "cached"
				}
				out.Packs = append(out.Packs, row)
			}
			for _, dir := range cfg.Packs {
				row := packRow{Name: dir, Source: dir, At: "folder"}
				if p, err := packHere(below(cfg.Root, []string{dir})[0]); err == nil {
					row.Name, row.Version = p.Manifest.Name, p.Manifest.Version
				}
				out.Packs = append(out.Packs, row)
			}
			return say(a, format, out, writePacks)
		},
	}
	c.Flags().StringVar(&named, "config", "", "configuration file (default: found upward)")
	addFormat(c, &format)
	return c
}

func writePacks(w io.Writer, t packTable, _ report.Options) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "pack\tversion\tat\tfrom")
	for _, p := range t.Packs {
		from := p.Source
		if p.Asked != "" {
			from += " " + p.Asked
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\n", pack.Inert(p.Name), pack.Inert(p.Version), p.At, pack.Inert(from))
	}
	return tw.Flush()
}

func (a *app) packInspect() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:     "inspect FOLDER|FILE|NAME|REF",
		Short:   "What is in a pack, before it is used",
		Example: "  iaclint pack inspect oci://ghcr.io/acme/cloud",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			d, got, err := a.anyPack(args[0])
			if err != nil {
				return err
			}
			if format == "json" { // as the artifact has it
				src, err := d.Encode()
				if err == nil {
					_, err = a.out.Write(src)
				}
				return err
			}
			return say(a, format, d, func(w io.Writer, d *pack.Description, _ report.Options) error {
				if got != nil {
					if _, err := fmt.Fprintf(w, "%-12s %s\n%-12s %s\n", "digest", got.Digest, "signature", signedBy(got.Signers)); err != nil {
						return err
					}
				}
				return d.Write(w)
			})
		},
	}
	addFormat(c, &format)
	a.from.registerNetwork(c)
	return c
}

func (a *app) packDiff() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:     "diff OLD NEW",
		Short:   "Rules added, removed and changed between two packs, and new built-ins",
		Example: "  iaclint pack diff acme/cloud oci://ghcr.io/acme/cloud:2.0.0",
		Args:    takes(2, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			from, _, err := a.anyPack(args[0])
			if err != nil {
				return err
			}
			to, _, err := a.anyPack(args[1])
			if err != nil {
				return err
			}
			return say(a, format, pack.Compare(from, to), func(w io.Writer, c pack.Changes, _ report.Options) error { return c.Write(w) })
		},
	}
	addFormat(c, &format)
	a.from.registerNetwork(c)
	return c
}

func (a *app) packVendor() *cobra.Command {
	var named, to string
	c := &cobra.Command{
		Use:   "vendor",
		Short: "Keep the pinned packs in the repository, for machines without a network",
		Long: `vendor writes the packs that iaclint.lock pins to ` + pack.VendorFolder + ` beside the configuration,
where check looks first. The folder is an OCI layout, which oras and skopeo read, too.`,
		Args: takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			lock, err := a.lockOf(named)
			if err != nil {
				return err
			}
			ctx, done := a.packContext()
			defer done()
			store := pack.Vendored(lock.Path)
			if to != "" {
				store = pack.Store{Dir: to, Shared: true}
			}
			r := a.resolver(lock.Path)
			var list []*pack.Fetched
			for i := range lock.Packs {
				got, err := r.Locked(ctx, &lock.Packs[i], true)
				if err != nil {
					return err
				}
				list = append(list, got.Fetched)
			}
			if err := store.WriteLayout(ctx, list); err != nil {
				return fmt.Errorf("%s: %w", store.Dir, err)
			}
			_, err = fmt.Fprintf(a.out, "%s in %s\n", numbered(len(list), "pack"), filepath.ToSlash(store.Dir))
			return err
		},
	}
	c.Flags().StringVar(&to, "to", "", "write the layout to this folder instead, to carry it elsewhere")
	c.Flags().StringVar(&named, "config", "", "configuration file (default: found upward)")
	a.from.registerNetwork(c)
	return c
}
