// Command packcatalogue turns the price text of the catalogue into the packed
// form that is embedded. `go generate ./pricing/catalogue` runs it; what it
// writes is committed, and a test compares.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

func main() {
	if err := run("data", "embedded"); err != nil {
		fmt.Fprintln(os.Stderr, "packcatalogue:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	text := os.DirFS(from)
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for _, cloud := range []string{"aws", "azure", "gcp"} {
		packed, err := catalogue.Pack(text, cloud)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, cloud+".bin"), packed, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%s.bin: %d bytes\n", cloud, len(packed))
	}
	c, err := catalogue.Load(text)
	if err != nil {
		return err
	}
	return os.WriteFile("KEYS.md", []byte(keys(c)), 0o644)
}
