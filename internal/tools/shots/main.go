// Shots makes the pictures of the documentation: it runs iaclint on our own
// fixtures, opens what it says in a headless Chromium, and writes PNG files.
//
//	go run ./internal/tools/shots              docs/images
//	go run ./internal/tools/shots -all -out x  every page at every size, to look at
//
// The pictures of the comment are made by internal/tools/commentpage/shots.sh.
// Fonts are those of the machine. The committed pictures were made with
// Liberation Sans and Mono standing in for the system fonts.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/iaclint/iaclint/internal/tools/browser"
)

func main() {
	out := flag.String("out", filepath.Join("docs", "images"), "folder to write to")
	all := flag.Bool("all", false, "every page at every size instead of those in the documentation")
	flag.Parse()
	if err := run(context.Background(), *out, *all); err != nil {
		fmt.Fprintln(os.Stderr, "shots:", err)
		os.Exit(1)
	}
}

// shot is one picture.
type shot struct {
	name, page string
	screen     browser.Screen
	from       string // selector of what it begins at; "": the top
	height     int    // 0: all of it
	prepare    string // script that runs before
}

var (
	desktop = browser.Screen{Width: 1280, Height: 900}
	phone   = browser.Screen{Width: 390, Height: 844, Phone: true}
	dark    = browser.Screen{Width: 1280, Height: 900, Dark: true}
	paper   = browser.Screen{Width: 760, Height: 900, Paper: true}
	night   = browser.Screen{Width: 390, Height: 844, Phone: true, Dark: true}
)

// unfolded opens the first of what can be unfolded and waits for it.
const unfolded = "document.querySelector('#r2 details').open = true; new Promise(then => setTimeout(then, 300))"

var shots = []shot{
	{name: "report", page: "change", screen: desktop, height: 1180},
	{name: "report-charts", page: "platform", screen: desktop, from: "#where", height: 960},
	{name: "report-findings", page: "platform", screen: desktop, from: "#findings", height: 900},
	{name: "report-resources", page: "large", screen: dark, from: "#resources", height: 900, prepare: unfolded},
	{name: "report-phone", page: "change", screen: phone, height: 1500},
	{name: "terminal", page: "terminal", screen: browser.Screen{Width: 888, Height: 300}},
}

// everything is each page on each screen, a screenful after the other.
func everything() (list []shot) {
	for _, page := range []string{"one", "few", "change", "platform", "large"} {
		for name, s := range map[string]browser.Screen{"desktop": desktop, "phone": phone, "dark": dark, "night": night, "paper": paper} {
			list = append(list, shot{name: page + "-" + name, page: page, screen: s, height: 2400, prepare: unfolded})
		}
	}
	for name, s := range map[string]browser.Screen{"desktop": {Width: 960, Height: 300}, "phone": {Width: 390, Height: 300, Phone: true}} {
		list = append(list, shot{name: "comment-" + name, page: "comment", screen: s})
	}
	return append(list, shots...)
}

func run(ctx context.Context, out string, all bool) error {
	chromium := browser.Find()
	if chromium == "" {
		return errors.New("no Chromium on this machine")
	}
	work, err := os.MkdirTemp("", "iaclint-shots-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	list := shots
	if all {
		list = everything()
	}
	pages, err := makePages(ctx, work)
	if err != nil {
		return err
	}
	fonts := filepath.Join(work, "fonts.conf")
	if err := os.WriteFile(fonts, []byte(fontconfig), 0o600); err != nil {
		return err
	}
	b, err := browser.Start(ctx, chromium, "FONTCONFIG_FILE="+fonts)
	if err != nil {
		return err
	}
	defer b.Close()
	for _, s := range list {
		if err := take(ctx, b, s, pages[s.page], out); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}

func take(ctx context.Context, b *browser.Browser, s shot, page, out string) error {
	// Rows are laid out where they are seen: the screen is as high as the picture.
	s.screen.Height = max(s.screen.Height, s.height)
	p, err := b.Open(ctx, (&url.URL{Scheme: "file", Path: filepath.ToSlash(page)}).String(), s.screen)
	if err != nil {
		return err
	}
	if s.prepare != "" {
		if err := p.Eval("document.querySelector('#r2') === null || (() => { "+s.prepare+" })()", nil); err != nil {
			return err
		}
	}
	y := 0
	if s.from != "" {
		if err := p.Eval("Math.round(document.querySelector('"+s.from+"').getBoundingClientRect().top + scrollY - 24)", &y); err != nil {
			return err
		}
		// What sticks to the top would stand in the middle of the picture.
		if err := p.Eval("document.querySelector('.bar').style.position = 'static'; document.querySelector('.resources thead').style.position = 'static'; 1", nil); err != nil {
			return err
		}
	}
	png, err := p.Picture(y, s.height)
	if err != nil {
		return err
	}
	if png, err = smaller(png); err != nil {
		return err
	}
	fmt.Printf("%s.png  %d kB\n", s.name, len(png)>>10)
	return os.WriteFile(filepath.Join(out, s.name+".png"), png, 0o644)
}

// command runs a program and fails with what it says. iaclint ends with 1 where
// there are findings.
func command(ctx context.Context, dir string, args ...string) ([]byte, error) {
	c := exec.CommandContext(ctx, args[0], args[1:]...)
	c.Dir = dir
	var said strings.Builder
	c.Stderr = &said
	out, err := c.Output()
	var ended *exec.ExitError
	if errors.As(err, &ended) && ended.ExitCode() == 1 && strings.HasSuffix(args[0], "iaclint") {
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, said.String())
	}
	return out, nil
}

// fontconfig names fonts that are free and everywhere, so that a machine with
// others makes the same pictures.
const fontconfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <alias binding="same"><family>system-ui</family><prefer><family>Liberation Sans</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Liberation Sans</family></prefer></alias>
  <alias binding="same"><family>monospace</family><prefer><family>Liberation Mono</family></prefer></alias>
  <match target="pattern"><edit name="family" mode="append_last"><string>Liberation Sans</string></edit></match>
</fontconfig>
`
