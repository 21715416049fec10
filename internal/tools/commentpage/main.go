// Commentpage turns markdown into a page that looks as a forge shows a comment,
// so that people and headless browsers can look at it:
//
//	iaclint report result.json --format markdown | go run ./internal/tools/commentpage -out page.html
//
// GitHub's rules of wrapping and scrolling are kept, because they decide what a
// reader sees on a phone.
package main

import (
	"bytes"
	_ "embed"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

//go:embed page.html
var frame string

func main() {
	out := flag.String("out", "comment.html", "file to write")
	open := flag.Bool("open", false, "unfold what is folded")
	flag.Parse()
	if err := write(os.Stdin, *out, *open); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(in io.Reader, out string, open bool) error {
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	var body bytes.Buffer
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := markdown.Convert(text, &body); err != nil {
		return err
	}
	page := strings.Replace(frame, "<!-- comment -->", body.String(), 1)
	if open {
		page = strings.ReplaceAll(page, "<details>", "<details open>")
	}
	return os.WriteFile(out, []byte(page), 0o644)
}
