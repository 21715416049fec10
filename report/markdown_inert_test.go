package report

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	renderer "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
)

// rendered is what a forge makes of markdown: its text, and its elements in the
// order they open.
func rendered(t testing.TB, text string) (string, []*html.Node) {
	t.Helper()
	var page bytes.Buffer
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.Typographer, extension.DefinitionList), goldmark.WithRendererOptions(renderer.WithUnsafe()))
	if err := markdown.Convert([]byte(text), &page); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	var elements []*html.Node
	for n := range root.Descendants() {
		switch n.Type {
		case html.TextNode:
			said.WriteString(n.Data)
		case html.ElementNode:
			elements = append(elements, n)
		case html.CommentNode:
			t.Errorf("a comment: %q in\n%s", n.Data, text)
		}
	}
	return said.String(), elements
}

// names are the elements by how often they occur.
func names(elements []*html.Node) map[string]int {
	n := map[string]int{}
	for _, e := range elements {
		n[e.Data]++
	}
	return n
}

// attacks are what somebody may call a thing who wants the page to say or do
// something else.
var attacks = []string{
	`x["</td></tr></table><img src=https://evil.example/x.png onerror=alert(1)> @user #1"]`,
	"</details><script>alert(1)</script>", "<!-- iaclint:comment key=x -->", "-->", "<![CDATA[x]]>", "<?php x ?>", "&lt;b&gt;", "&#64;user", "&amp;",
	"@org/team please merge", "#123 GH-123 owner/repo#1 !12 ~label %milestone $1 &7", "deadbeefcafe 0123456789abcdef0123456789abcdef01234567",
	"https://evil.example/a?b=c", "www.evil.example", "evil.example mail@evil.example", "ftp://evil.example", "xmpp:a@evil.example",
	"[click](https://evil.example)", "![x](https://evil.example/x.png)", "[x]: https://evil.example", "<https://evil.example>", "[^1]", "[^1]: x",
	"a|b|c", `a\|b`, `\`, `\\`, "|", "||", "---|---", "`", "``", "`a`b`", "``` x", "~~~", "    indented", "\tx",
	"# heading", "## x\n# y", "- item", "* item", "1. item", "1) item", "> quote", "> [!WARNING]", "===", "---", "***", "___", "- [x] done", ": definition",
	"**bold** __bold__ *it* _it_ ~~gone~~ ==mark== ^sup^", "*", "_", "_a_", "a_b_c", "__init__", ":smile: :+1:", "$$x$$ $a$ $5 and 6$", "\\(x\\)",
	"/close", "/merge now", "\n/close\n", "\r\n\r\n# x", "a\n\nb", "\x1b[31mred", "\u202egnp.exe", "\u200b\u2060\ufeff", "\U000e0041", "\x00", "\xff\xfe", "\u0085", "\u2028",
	"::error::x", "##vso[task.complete]", "{{ x }}", "{% raw %}", "${jndi:ldap://x}", `"quoted" 'single' “curly”`, "...", "--", "(c)", "a--b", "'90s",
	"é日本😀", strings.Repeat("@", 500), strings.Repeat("a.b", 200), strings.Repeat("`", 300), strings.Repeat("😀", 300), " ", "", "–",
}

// checkName holds a name in every place of a page to what it says.
func checkName(t testing.TB, s string) {
	t.Helper()
	want := cutMiddle(inert(s), longestNamed)
	if strings.TrimSpace(want) == "" {
		want = noValue
	}
	in := markdownInert{html: true}
	for _, name := range []string{in.name(s), in.address(s)} {
		for _, frame := range []string{
			"a %s b", "- %s", "- **x** %s: y", "  - %s", "**%s**", "x\n\n| %s | b |\n|---|---|\n| %s | c |", "<sub>%s</sub>",
			"<details><summary><b>%s</b></summary>\n\n%s\n\n</details>", "%s",
		} {
			plain, bare := rendered(t, strings.ReplaceAll(frame, "%s", "<code>\ue000</code>"))
			got, elements := rendered(t, strings.ReplaceAll(frame, "%s", name))
			if want := strings.ReplaceAll(plain, "\ue000", want); got != want {
				t.Errorf("%q in %q reads %q, want %q", s, frame, got, want)
			}
			if name == noValue {
				continue
			}
			is := names(elements)
			delete(is, "wbr")
			if diff := cmp.Diff(names(bare), is); diff != "" {
				t.Errorf("%q in %q changes the elements (-want +got):\n%s", s, frame, diff)
			}
		}
	}
}

// checkProse holds what rules say to words and names.
func checkProse(t testing.TB, s string) {
	t.Helper()
	in := markdownInert{html: true}
	for _, frame := range []string{"- **x**: %s **→** y", "x\n\n| a |\n|---|\n| b<br><sub>%s</sub> |", "x %s y"} {
		_, bare := rendered(t, strings.ReplaceAll(frame, "%s", "z"))
		got, elements := rendered(t, strings.ReplaceAll(frame, "%s", in.prose(s)))
		is, was := names(elements), names(bare)
		delete(is, "wbr")
		delete(is, "code")
		if diff := cmp.Diff(was, is); diff != "" {
			t.Errorf("%q in %q changes the elements (-want +got):\n%s\n%s", s, frame, diff, in.prose(s))
		}
		said, _, closed := strings.Cut(cutEnd(inert(prose(s)), longestSaid), "`")
		if !closed && !strings.Contains(straight(got), straight(said)) {
			t.Errorf("%q in %q reads %q", s, frame, got)
		}
	}
}

// straight undoes what a typographer does to quotes and dashes between words.
func straight(s string) string {
	return strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "--", "—", "---", "…", "...", "«", "<<", "»", ">>").Replace(s)
}

func TestMarkdownNamesAreInert(t *testing.T) {
	for _, s := range attacks {
		checkName(t, s)
		checkProse(t, s)
		checkProse(t, "The value "+s+" is set, see "+s+".")
	}
}

func FuzzMarkdownInert(f *testing.F) {
	for _, s := range attacks {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkName(t, s)
		checkProse(t, s)
	})
}

// Prose stays readable: words are words, and what looks like a name is one.
func TestMarkdownProse(t *testing.T) {
	in := markdownInert{html: true}
	for s, want := range map[string]string{
		"Keep one NAT gateway, i.e. (at most) 2 for $35.04 or 50% less: pay-per-request, read/write.": "Keep one NAT gateway, i.e. (at most) 2 for $35.04 or 50% less: pay-per-request, read/write.",
		"Set `size` to 10.":                          "Set <code>size</code> to 10.",
		"an `open end":                               "an <code>&#96;open</code> end",
		`Set size = "m5.large".`:                     "Set size = <code>&#34;m5&#46;large&#34;</code>.",
		"Kubernetes 1.31 left support on 2025-11-26": "Kubernetes 1.31 left support on 2025-11-26",
		"ask @me about GH-12 and #12":                "ask <code><wbr>&#64;me</code> about <code>GH-12</code> and <code>&#35;12</code>",
		"max(a, b) (see f(x))":                       "<code>max&#40;a</code>, b) (see <code>f&#40;x&#41;</code>)",
	} {
		if got := in.prose(s); got != want {
			t.Errorf("%s\n got %s\nwant %s", s, got, want)
		}
	}
}

// Where tags are shown, a code span keeps a name; a pipe has a look-alike.
func TestMarkdownWithoutHTML(t *testing.T) {
	in := markdownInert{}
	for _, s := range attacks {
		want := strings.ReplaceAll(cutMiddle(inert(s), longestNamed), "|", "│")
		if strings.TrimSpace(want) == "" {
			want = noValue
		}
		got, elements := rendered(t, "x\n\n| a |\n|---|\n| "+in.name(s)+" |\n\n- "+in.name(s))
		if strings.Count(got, want) < 2 {
			t.Errorf("%q reads %q", s, got)
		}
		for _, e := range elements {
			if !slices.Contains([]string{"html", "head", "body", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "code"}, e.Data) {
				t.Errorf("%q makes a <%s>", s, e.Data)
			}
		}
	}
}

// poison puts s into every string of v but those that say which way a page goes.
func poison(v reflect.Value, s string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(s)
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() && v.Kind() == reflect.Pointer {
			poison(v.Elem(), s)
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), s)
		}
	case reflect.Map:
		if v.Type().Key().Kind() == reflect.String && v.Len() > 0 {
			one := reflect.New(v.Type().Elem()).Elem()
			for _, k := range v.MapKeys() {
				one.Set(v.MapIndex(k))
				v.SetMapIndex(k, reflect.Value{})
			}
			v.SetMapIndex(reflect.ValueOf(s), one)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if field.IsExported() && !slices.Contains([]string{"Status", "Verdict", "Severity", "State", "Actions", "Input", "Currency", "SchemaVersion", "Unit", "Decimal"}, field.Name) {
				poison(v.Field(i), s)
			}
		}
	}
}

// Whatever the things are called, a page has the same tables, lists and folds, no
// link but ours, and nothing that could run or load.
func TestMarkdownPageIsInert(t *testing.T) {
	for name, make := range map[string]func() *Report{"platform": platform, "projects": threeProjects, "change": func() *Report { return change(30) }} {
		page := func(s string, o MarkdownOptions) map[string]int {
			r := make()
			poison(reflect.ValueOf(r).Elem(), s)
			_, elements := rendered(t, markdown(t, r, o))
			return checkElements(t, elements, o.Link)
		}
		for _, o := range []MarkdownOptions{{Link: "https://ci.example/run/7?a=b&c=(d)"}, {NoDetails: true}} {
			want := page("x", o)
			for _, s := range attacks {
				if strings.TrimSpace(s) == "" {
					continue // nothing is said of what has no name
				}
				if diff := cmp.Diff(want, page(s, o)); diff != "" {
					t.Errorf("%s: %q changes the page (-want +got):\n%s", name, s, diff)
				}
			}
		}
	}
}

// checkElements counts the elements a page is made of, but those of words, and
// holds each to what a page may have.
func checkElements(t *testing.T, elements []*html.Node, link string) map[string]int {
	t.Helper()
	for _, e := range elements {
		if !slices.Contains([]string{"html", "head", "body", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "code", "strong", "b", "sub", "br", "wbr", "details", "summary", "a"}, e.Data) {
			t.Errorf("a <%s>", e.Data)
		}
		for _, a := range e.Attr {
			if e.Data == "a" && a.Key == "href" && link != "" && strings.HasPrefix(a.Val, "https://ci.example/run/7") {
				continue
			}
			if (e.Data == "td" || e.Data == "th") && (a.Key == "style" || a.Key == "align") {
				continue
			}
			t.Errorf("<%s %s=%q>", e.Data, a.Key, a.Val)
		}
	}
	n := names(elements)
	maps.DeleteFunc(n, func(name string, _ int) bool { return name == "code" || name == "wbr" })
	return n
}

// A link is to the web, and cannot leave its brackets.
func TestMarkdownLink(t *testing.T) {
	for link, want := range map[string]string{
		"https://ci.example/a?b=c#d": "https://ci.example/a?b=c#d", "https://ci.example/a)b(c": "https://ci.example/a%29b%28c", "https://ci.example/a b|c<d>`": "https://ci.example/a%20b%7Cc%3Cd%3E%60",
		"javascript:alert(1)": "", "//evil": "", "https://user:pass@ci.example/": "", "data:text/html,x": "", "": "", "https:///x": "",
	} {
		c := comment{o: MarkdownOptions{Link: link}}
		if got := c.link(); got != want {
			t.Errorf("%q: %q, want %q", link, got, want)
		}
	}
}
