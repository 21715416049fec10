package main

import (
	"fmt"

	"github.com/spf13/cobra"

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
	return hint{err, fmt.Sprintf("%s --help lists the flags", c.CommandPath())}
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
