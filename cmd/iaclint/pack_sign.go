package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/iaclint/iaclint/pack"
	"github.com/iaclint/iaclint/pack/trust"
)

// passwordVariable holds the password of a signing key, as cosign knows it.
const passwordVariable = "COSIGN_PASSWORD"

func (a *app) packSign() *cobra.Command {
	var key string
	c := &cobra.Command{
		Use:   "sign REF --key FILE",
		Short: "Sign a published pack with a key, as cosign sign --key does",
		Long: `sign makes a signature over the manifest of a published pack and attaches it to it in
the registry, where iaclint and cosign find it. FILE is a private key in PEM, also one
of cosign generate-key-pair, whose password is asked for or taken from ` + passwordVariable + `.
Without a key, sign in CI with cosign: its signatures are read, too.`,
		Example: "  iaclint pack sign oci://ghcr.io/acme/cloud:1.2.0 --key cosign.key",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			ref, err := pack.ParseRef(args[0])
			if err != nil {
				return err
			}
			if ref.Kind != pack.OCI {
				return hint{fmt.Errorf("%.100q is in no registry, and only packs there are signed", args[0]), "Push it first"}
			}
			if key == "" {
				return hint{errors.New("there is no key to sign with"), "Name one with --key; in CI, cosign sign signs without: iaclint pack sign --help"}
			}
			src, err := os.ReadFile(key)
			if err != nil {
				return fmt.Errorf("the key cannot be read: %w", err)
			}
			signer, err := trust.ReadPrivateKey(src, a.password)
			if err != nil {
				return fmt.Errorf("the key %s cannot be used: %w", key, err)
			}
			ctx, done := a.packContext()
			defer done()
			n := pack.Network{PlainHTTP: a.from.plain, Agent: "iaclint/" + version()}
			digest, _, err := n.Find(ctx, ref)
			if err != nil {
				return err
			}
			manifest, err := n.ManifestOf(ctx, ref, digest)
			if err != nil {
				return err
			}
			content, err := trust.Sign(signer, manifest)
			if err != nil {
				return err
			}
			bundle, err := pack.NewBundle(manifest, content)
			if err != nil {
				return err
			}
			if err := n.Attach(ctx, ref, bundle); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "signed %s@%s\n", ref.Source, digest)
			return err
		},
	}
	c.Flags().StringVar(&key, "key", "", "private key, PEM")
	c.Flags().BoolVar(&a.from.plain, "plain-http", false, "speak to the registry without TLS (this machine is spoken to so anyway)")
	return c
}

// password is that of a signing key: from the environment, else from whoever
// sits at the terminal.
func (a *app) password() ([]byte, error) {
	if p, ok := os.LookupEnv(passwordVariable); ok {
		return []byte(p), nil
	}
	in, ok := a.in.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil, errors.New("it has a password: give it in " + passwordVariable)
	}
	fmt.Fprint(a.err, "password of the key: ")
	defer fmt.Fprintln(a.err)
	return term.ReadPassword(int(in.Fd()))
}
