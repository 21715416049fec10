package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// release is set by the linker in a release; otherwise the module's version
// tells.
var release string

func version() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "0.1.0-dev"
}

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Version of iaclint and of the catalogue inside",
		Args:  takes(0, 0),
		RunE:  func(*cobra.Command, []string) error { return a.sayVersion() },
	}
}

// versionFlag lets root answer --version, which people try first. Cobra's own
// flag takes a template.
func (a *app) versionFlag(root *cobra.Command) {
	asked := root.Flags().Bool("version", false, "version of iaclint and of the catalogue inside")
	otherwise := root.RunE
	root.RunE = func(c *cobra.Command, args []string) error {
		if *asked && len(args) == 0 {
			return a.sayVersion()
		}
		return otherwise(c, args)
	}
}

func (a *app) sayVersion() error {
	_, err := fmt.Fprintf(a.out, "iaclint %s, catalogue %s\n", version(), catalogue.Embedded().Version())
	return err
}
