package main

import (
	"html"
	"strings"
)

// terminalPage shows a command and what it printed, escape sequences for colour
// included, as a terminal does.
func terminalPage(command, text string) string {
	return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 22px; background: #eceff3; }
div { background: #11161d; color: #d5dbe3; border-radius: 10px; padding: 0 22px 20px; width: max-content; box-shadow: 0 6px 24px #0003; }
header { display: flex; gap: 7px; padding: 14px 0; margin-left: -6px; }
header i { width: 11px; height: 11px; border-radius: 50%; background: #3b4450; }
pre { margin: 0; font: 13px/1.45 monospace; }
.b { font-weight: 700; color: #fff; } .d { color: #8b96a3; } .g { color: #6fd39c; } .r { color: #ff8b7e; font-weight: 700; } .y { color: #f0bd6a; } .c { color: #79c7e3; } .p { color: #6fd39c; }
</style><div><header><i></i><i></i><i></i></header><pre><span class="p">$</span> ` + html.EscapeString(command) + "\n" + coloured(text) + "</pre></div>"
}

// styles are the classes of the sequences that the text format uses.
var styles = map[string]string{"1": "b", "2": "d", "32": "g", "31": "r", "31;1": "r", "33": "y", "36": "c"}

// coloured turns each sequence into a span, and each reset into its end.
func coloured(text string) string {
	var b strings.Builder
	open := 0
	for {
		before, rest, found := strings.Cut(text, "\x1b[")
		b.WriteString(html.EscapeString(before))
		if !found {
			break
		}
		code, after, _ := strings.Cut(rest, "m")
		if class := styles[code]; class != "" {
			b.WriteString(`<span class="` + class + `">`)
			open++
		} else {
			b.WriteString(strings.Repeat("</span>", open))
			open = 0
		}
		text = after
	}
	b.WriteString(strings.Repeat("</span>", open))
	return b.String()
}
