// Command resourcedocs writes docs/resources: a page for every resource type
// that has a card, and a list of all types by cloud and service. All of it is
// said by the cards, the tables of types and the catalogue; nothing is written
// here by hand. `go generate ./provider` runs it; what it writes is committed,
// and a test compares.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	files, err := pages()
	if err == nil {
		err = write(filepath.Join("..", "docs", "resources"), files)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "resourcedocs:", err)
		os.Exit(1)
	}
	fmt.Fprintf(os.Stderr, "docs/resources: %d pages\n", len(files))
}

// write writes the pages and takes away those that nothing says any longer.
func write(dir string, files map[string]string) error {
	old, err := filepath.Glob(filepath.Join(dir, "*", "*.md"))
	if err != nil {
		return err
	}
	for _, path := range old {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		if _, ok := files[filepath.ToSlash(name)]; !ok {
			if err := os.Remove(path); err != nil {
				return err
			}
		}
	}
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
