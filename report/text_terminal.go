package report

import (
	"os"

	"github.com/mattn/go-isatty"
	"golang.org/x/term"
)

// OptionsFor looks at what out is: a terminal has a width and takes colour,
// unless noColor, the NO_COLOR convention or a dumb terminal say otherwise.
// Anything else is a file: DefaultWidth columns, no colour, the same bytes
// everywhere.
func OptionsFor(out *os.File, noColor bool) Options {
	if !isatty.IsTerminal(out.Fd()) && !isatty.IsCygwinTerminal(out.Fd()) {
		return Options{Width: DefaultWidth}
	}
	o := Options{Width: DefaultWidth, Color: !noColor && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if width, _, err := term.GetSize(int(out.Fd())); err == nil && width > 0 {
		o.Width = width
	}
	return o
}
