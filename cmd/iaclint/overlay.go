package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

func addCatalogue(c *cobra.Command, dir *string) {
	c.Flags().StringVar(dir, "catalogue", "", "folder of prices that catalogue refresh read, or "+config.EmbeddedCatalogue+" for those inside (default: the user's, where there are any)")
}

// overlayHome is where a refresh puts an overlay for the user; "" where the
// environment names no such place.
func overlayHome() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "iaclint", "catalogue")
}

// facts are the prices inside, below those of the overlay that was named on the
// command line or in the configuration, or else of the user's, where there is
// one.
func (a *app) facts(named string, cfg *config.Config) (*catalogue.Catalogue, error) {
	inside := catalogue.Embedded()
	dir := named
	if dir == "" && cfg != nil && cfg.Catalogue != "" {
		if dir = cfg.Catalogue; dir != config.EmbeddedCatalogue {
			dir = below(cfg.Root, []string{dir})[0]
		}
	}
	if dir == config.EmbeddedCatalogue {
		return inside, nil
	}
	mine := dir == ""
	if mine {
		if dir = overlayHome(); dir == "" {
			return inside, nil
		}
	}
	over, err := inside.WithOverlay(dir)
	var unread *fs.PathError // a cache that cannot be read is no cache
	switch {
	case err == nil:
		return over, nil
	case mine && errors.As(err, &unread):
		return inside, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, hint{fmt.Errorf("there is no catalogue overlay in %s", dir), fmt.Sprintf("iaclint catalogue refresh --out %s makes one", dir)}
	}
	again := "iaclint catalogue refresh"
	if !mine {
		again += " --out " + dir
	}
	return nil, hint{fmt.Errorf("the catalogue overlay in %s cannot be used: %w", dir, err),
		fmt.Sprintf("Make it anew with %s, or leave it out with --catalogue %s", again, config.EmbeddedCatalogue)}
}

// age tells whoever sits at a terminal that the prices are old today. It has
// nothing to do with the report, which is the same on every day.
func (a *app) age(r *report.Report, asOf string) {
	f, ok := a.err.(*os.File)
	if !ok || a.quiet || asOf != "" || !isatty.IsTerminal(f.Fd()) {
		return
	}
	if d, old := lint.Stale(r.Catalogue.NewestPrice, time.Now().UTC().Format(time.DateOnly)); old {
		a.tell([]report.Diagnostic{d})
	}
}
