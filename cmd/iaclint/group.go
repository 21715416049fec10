package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/iaclint/iaclint/config"
)

// group makes c a command that only leads to others: alone it shows them, and
// a name that is none of them is an error, where cobra would show help and
// call it a success.
func group(c *cobra.Command, subs ...*cobra.Command) *cobra.Command {
	c.AddCommand(subs...)
	c.Args = cobra.ArbitraryArgs
	c.DisableFlagsInUseLine = true
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownCommand(c, args[0])
		}
		return c.Help()
	}
	return c
}

func unknownCommand(c *cobra.Command, name string) error {
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	next := fmt.Sprintf("%s --help lists the commands", c.CommandPath())
	if near := config.Nearest(name, names); near != "" {
		next = fmt.Sprintf("Did you mean %q?", near)
	}
	return hint{fmt.Errorf("%s has no command %q", c.CommandPath(), name), next}
}

// flagSlip words a flag that does not exist. Beside a command that does not
// exist, that is what to speak about.
func flagSlip(c *cobra.Command, err error) error {
	if c.HasSubCommands() && c.Flags().NArg() > 0 {
		return unknownCommand(c, c.Flags().Arg(0))
	}
	next := fmt.Sprintf("%s --help lists the flags", c.CommandPath())
	var none *pflag.NotExistError
	if errors.As(err, &none) && none.GetSpecifiedShortnames() == "" {
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Name[:1] == none.GetSpecifiedName()[:1] { // names are short: without this, anything is near
				names = append(names, f.Name)
			}
		})
		if near := config.Nearest(none.GetSpecifiedName(), names); near != "" {
			next = fmt.Sprintf("Did you mean --%s?", near)
		}
	}
	return hint{err, next}
}

// required words the error about flags that have to be given, with an example.
func required(c *cobra.Command, err error) error {
	lack := c.ValidateRequiredFlags()
	if lack == nil || lack.Error() != err.Error() {
		return err
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if _, must := f.Annotations[cobra.BashCompOneRequiredFlag]; must && !f.Changed {
			names = append(names, "--"+f.Name)
		}
	})
	next := fmt.Sprintf("%s --help says more", c.CommandPath())
	if example, _, _ := strings.Cut(strings.TrimSpace(c.Example), "\n"); example != "" {
		next = fmt.Sprintf("As in: %s; %s", example, next)
	}
	return hint{fmt.Errorf("%s needs %s", c.CommandPath(), strings.Join(names, " and ")), next}
}

// helpCommand is cobra's, but that a name that is no command is a slip here, too.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [command]",
		Short: "Help about any command",
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return unknownCommand(about, rest[0])
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// takes allows between low and high arguments, and shows the usage otherwise.
func takes(low, high int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if low <= len(args) && len(args) <= high {
			return nil
		}
		return hint{fmt.Errorf("usage: %s", c.UseLine()), fmt.Sprintf("%s --help says more", c.CommandPath())}
	}
}
