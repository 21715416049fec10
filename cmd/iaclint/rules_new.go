package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/rules"
)

func (a *app) rulesNew() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:     "new FAMILY/NAME --pack FOLDER",
		Short:   "Start a rule: its folder, with tests and examples that pass",
		Example: "  iaclint rules new cost/no-gp2-here --pack policies",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return unwritten(dir, err)
			}
			pack, err := rules.Folder(dir)
			if err != nil {
				return err
			}
			files, err := rules.Scaffold(pack, args[0])
			if err != nil {
				return err
			}
			at := filepath.Join(dir, filepath.FromSlash(args[0]))
			if err := os.MkdirAll(at, 0o755); err != nil {
				return unwritten(at, err)
			}
			for _, name := range slices.Sorted(maps.Keys(files)) {
				path := filepath.Join(at, name)
				if err := writeFile(path, func(w io.Writer) error { _, err := io.WriteString(w, files[name]); return err }); err != nil {
					return unwritten(path, err)
				}
				if _, err := fmt.Fprintln(a.out, filepath.ToSlash(path)); err != nil {
					return err
				}
			}
			_, err = fmt.Fprintf(a.out, "Test it with: iaclint rules test %s\n", filepath.ToSlash(dir))
			return err
		},
	}
	c.Flags().StringVar(&dir, "pack", "", "folder of the pack; made where there is none")
	_ = c.MarkFlagRequired("pack") // fails for a flag that does not exist
	return c
}
