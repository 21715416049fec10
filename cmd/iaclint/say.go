package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/report"
)

func addFormat(c *cobra.Command, format *string) {
	c.Flags().StringVar(format, "format", "text", "text or json")
}

// divides registers the flag for who pays.
func (a *app) divides(c *cobra.Command) {
	c.Flags().BoolVar(&a.divide, "allocation", false, "text: cost and carbon by each cost tag too, with what is untagged")
}

// say writes a small document as text or JSON.
func say[T any](a *app, format string, doc T, text func(io.Writer, T, report.Options) error) error {
	switch format {
	case "text":
		return text(a.out, doc, a.style(a.out))
	case "json":
		return report.EncodeJSON(a.out, doc)
	default:
		return fmt.Errorf("--format %q is not known here: text or json", format)
	}
}
