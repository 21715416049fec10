package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// pageElements are the elements a page consists of and the attributes of each;
// those of "*" may stand on all.
var pageElements = map[string][]string{
	"*":       {"class", "id", "aria-label", "aria-labelledby", "aria-hidden", "title", "role", "tabindex"},
	"html":    {"lang"},
	"meta":    {"charset", "http-equiv", "content", "name"},
	"link":    {"rel", "href"},
	"a":       {"href", "rel"},
	"th":      {"scope", "data-sort", "aria-sort"},
	"td":      {"colspan"},
	"tbody":   {"data-cost", "data-kg", "data-delta", "data-dkg"},
	"details": {"open", "data-severity"},
	"form":    {"hidden"},
	"input":   {"type", "name", "checked", "placeholder", "autocomplete"},
	"label":   {"for"},
	"button":  {"type", "value", "aria-pressed"},
	"svg":     {"viewbox", "viewBox", "x", "y", "width", "height"},
	"rect":    {"x", "y", "width", "height", "rx"},
	"path":    {"d"},
	"text":    {"x", "y"},
	"head":    {}, "title": {}, "style": {}, "script": {}, "body": {}, "header": {}, "nav": {}, "main": {}, "section": {}, "article": {}, "div": {}, "span": {},
	"p": {}, "h1": {}, "h2": {}, "h3": {}, "b": {}, "i": {}, "strong": {}, "small": {}, "code": {}, "pre": {}, "ul": {}, "ol": {}, "li": {},
	"dl": {}, "dt": {}, "dd": {}, "table": {}, "caption": {}, "thead": {}, "tr": {}, "figure": {}, "figcaption": {}, "summary": {}, "output": {}, "noscript": {}, "wbr": {}, "g": {},
}

func pageOf(t testing.TB, r *Report, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteHTML(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parsed is the page as a browser without scripts reads it.
func parsed(t testing.TB, page []byte) *html.Node {
	t.Helper()
	doc, err := html.ParseWithOptions(bytes.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func attributeOf(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attributeOf(n, "class")), class)
}

// textOf is what a reader sees of a node.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "style" && d.Parent.Data != "script" {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func find(n *html.Node, is func(*html.Node) bool) (out []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && is(d) {
			out = append(out, d)
		}
	}
	return out
}

// checkPage holds a page to the elements and attributes that are ours, and its
// links and labels to what they point to.
func checkPage(t testing.TB, page []byte) *html.Node {
	t.Helper()
	doc := parsed(t, page)
	ids := map[string]bool{}
	for n := range doc.Descendants() {
		if n.Type == html.CommentNode {
			t.Errorf("a comment: %.80q", n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		allowed, ok := pageElements[n.Data]
		if !ok {
			t.Errorf("an element <%s>", n.Data)
		}
		for _, a := range n.Attr {
			if !slices.Contains(allowed, a.Key) && !slices.Contains(pageElements["*"], a.Key) {
				t.Errorf("<%s> has an attribute %s=%.80q", n.Data, a.Key, a.Val)
			}
			if a.Key == "id" {
				if ids[a.Val] {
					t.Errorf("the id %q stands twice", a.Val)
				}
				ids[a.Val] = true
			}
		}
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		href := attributeOf(n, "href")
		switch {
		case n.Data == "link" && strings.HasPrefix(href, "data:image/svg+xml,"):
		case n.Data == "a" && strings.HasPrefix(href, "#"):
			if !ids[href[1:]] {
				t.Errorf("a link to %s, which is not there", href)
			}
		case n.Data == "a" && strings.HasPrefix(href, "https://") && hasClass(n, "docs"):
			if textOf(n) != href {
				t.Errorf("a link to %s that says %s", href, textOf(n))
			}
		case href != "":
			t.Errorf("<%s> leads to %.80q", n.Data, href)
		}
		for _, name := range []string{"aria-labelledby", "for"} {
			if to := attributeOf(n, name); to != "" && !ids[to] {
				t.Errorf("<%s %s=%q> names nothing", n.Data, name, to)
			}
		}
	}
	// To a browser that runs scripts the insides of noscript are one text.
	scripted, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	count := func(doc *html.Node) int {
		return len(find(doc, func(n *html.Node) bool { return n.Data == "section" || n.Data == "tbody" && attributeOf(n, "id") != "" }))
	}
	if with, without := count(scripted), count(doc); with != without {
		t.Errorf("%d sections and rows with scripts, %d without", with, without)
	}
	for _, n := range find(scripted, func(n *html.Node) bool { return pageElements[n.Data] == nil }) {
		t.Errorf("with scripts, an element <%s>", n.Data)
	}
	if n := len(find(doc, func(n *html.Node) bool { return n.Data == "script" || n.Data == "style" })); n != 2 {
		t.Errorf("%d scripts and styles", n)
	}
	return doc
}

func samplePages() map[string]*Report {
	return map[string]*Report{
		"platform": platform(), "three projects": threeProjects(), "state": state(), "quiet": quiet(), "compared": compared(),
		"empty": {}, "hostile": hostile(), "fleet": fleet(120),
	}
}

func TestHTMLIsWellMade(t *testing.T) {
	for name, r := range samplePages() {
		t.Run(name, func(t *testing.T) {
			page := pageOf(t, r, Options{})
			checkPage(t, page)
			if !bytes.Equal(page, pageOf(t, r, Options{})) {
				t.Error("written twice, it differs")
			}
			// Without the last step a browser would guess.
			if tags := map[string]int{}; balance(page, tags) != "" {
				t.Error(balance(page, tags))
			}
		})
	}
}

// balance names an element that is opened and never closed; the parser would
// mend that in silence.
func balance(page []byte, open map[string]int) string {
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := z.Next()
		name, _ := z.TagName()
		switch kind {
		case html.ErrorToken:
			for _, void := range []string{"meta", "link", "input", "wbr"} {
				delete(open, void)
			}
			for name, n := range open {
				if n != 0 {
					return fmt.Sprintf("<%s> is opened %d times more than closed", name, n)
				}
			}
			return ""
		case html.StartTagToken:
			open[string(name)]++
		case html.EndTagToken:
			open[string(name)]--
		}
	}
}

// The page is the same whether the run writes it or its saved result.
func TestHTMLFromSaved(t *testing.T) {
	for name, r := range samplePages() {
		if name == "hostile" || name == "empty" {
			continue // bytes that are no UTF-8 do not survive JSON; and no schema version
		}
		var saved bytes.Buffer
		if err := WriteJSON(&saved, r); err != nil {
			t.Fatal(err)
		}
		again, err := ReadJSON(&saved)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(pageOf(t, r, Options{}), pageOf(t, again, Options{})) {
			t.Errorf("%s: the page of the saved result differs", name)
		}
	}
}

// The policy lets run what the page carries, by its hash, and nothing else.
func TestHTMLPolicy(t *testing.T) {
	doc := parsed(t, pageOf(t, platform(), Options{}))
	policy := ""
	for _, m := range find(doc, func(n *html.Node) bool { return n.Data == "meta" }) {
		if attributeOf(m, "http-equiv") == "Content-Security-Policy" {
			policy = attributeOf(m, "content")
		}
	}
	for _, want := range []string{"default-src 'none';", "img-src data:;", "base-uri 'none';", "form-action 'none'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("no %s in %q", want, policy)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
		t.Errorf("too wide: %q", policy)
	}
	for _, n := range find(doc, func(n *html.Node) bool { return n.Data == "script" || n.Data == "style" }) {
		sum := sha256.Sum256([]byte(n.FirstChild.Data))
		if want := n.Data + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, want) {
			t.Errorf("no %s in %q", want, policy)
		}
	}
}

// What is folded or made by the script elsewhere is all in the file.
func TestHTMLWithoutScript(t *testing.T) {
	r := platform()
	text := textOf(parsed(t, pageOf(t, r, Options{})))
	p := &r.Projects[0]
	for i := range p.Resources {
		res := &p.Resources[i]
		want := []string{res.Address, res.Cost.Reason}
		for _, l := range res.Cost.Lines {
			want = append(want, l.Name, l.PriceKey, l.PriceDate, l.PriceSource)
		}
		for _, g := range append(res.Cost.Gaps, res.CarbonGaps...) {
			want = append(want, g.Reason)
		}
		want = append(want, res.Cost.Assumed...)
		if res.LockIn != nil {
			want = append(want, res.LockIn.Why)
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not on the page", res.Address, w)
			}
		}
	}
	for _, f := range p.Findings {
		for _, w := range []string{f.Rule, f.Message, f.Remediation, f.Severity} {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not on the page", f.Rule, w)
			}
		}
	}
	for _, w := range []string{"no jumps", "20.7 %", "Incomplete", "≥ $1,570.87", "+$269.56", "145.8", "116.6 operational", "29.2 embodied", "between 70.2 and 210.9"} {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not on the page", w)
		}
	}
}

// What nobody knows is said to be unknown, with its reason, and is never zero.
func TestHTMLUnknownIsNoZero(t *testing.T) {
	r := quiet()
	r.Projects[0].Resources[0].Cost.Gaps = []Gap{{Line: "all", Reason: "no card for foo_bar"}}
	doc := parsed(t, pageOf(t, r, Options{}))
	for _, n := range find(doc, func(n *html.Node) bool { return hasClass(n, "n") || hasClass(n, "value") }) {
		if text := textOf(n); strings.Contains(text, "0.00") || strings.Contains(text, "0.0") {
			t.Errorf("a zero where nothing is known: %q", text)
		}
	}
	if text := textOf(doc); !strings.Contains(text, "no card for foo_bar") || strings.Count(text, "unknown") < 3 {
		t.Error("the page does not say what is unknown and why")
	}
}

// In a comparison findings are new, as they were, or fixed.
func TestHTMLCompared(t *testing.T) {
	r := compared()
	fresh, gone := states(r)
	if fresh == 0 || gone == 0 {
		t.Fatal("the sample compares nothing")
	}
	text := textOf(parsed(t, pageOf(t, r, Options{})))
	for _, want := range []string{r.Compared.Base, r.Compared.Head, fmt.Sprintf("%d new, %d fixed", fresh, gone), "Findings of the base that are gone", r.Projects[0].Fixed[0].Message} {
		if !strings.Contains(text, inert(want)) {
			t.Errorf("%q is not on the page", want)
		}
	}
}

// divided is a report whose cost is divided by a tag.
func divided() *Report {
	r := platform()
	part := func(value, monthly string, n, gaps int) *Allocated {
		return &Allocated{Value: value, Monthly: usd(monthly), MonthlyBefore: usd("10"), CarbonKg: NumberOf(2), CarbonBefore: NumberOf(1), Resources: n, CostGaps: gaps}
	}
	a := Allocation{Key: "team", Values: []Allocated{*part("web", "60", 3, 0), *part("api", "20", 1, 1)},
		Untagged: part("", "20", 4, 0), Unknown: part("", "0", 1, 0), Untaggable: part("", "50", 2, 0)}
	for i := range 14 {
		a.Values = append(a.Values, *part("small "+strconv.Itoa(i), "0", 1, 0))
	}
	a.Untagged.CarbonKg = nil
	r.Summary.Allocation = []Allocation{a, {Key: "cost-center", Values: []Allocated{}, Untagged: part("", "100", 8, 0)}}
	return r
}

// The untagged share of each key is told, and apart from it what cannot be known
// and what takes no tags. Where nobody uses the tags nothing is shown.
func TestHTMLAllocation(t *testing.T) {
	text := textOf(parsed(t, pageOf(t, divided(), Options{})))
	for _, want := range []string{"By tag", "team", "untagged", "20 % of the known cost", "100 % of the known cost", "not known before apply", "takes no tags", "other values"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	r := divided()
	r.Summary.Allocation = r.Summary.Allocation[1:]
	if strings.Contains(textOf(parsed(t, pageOf(t, r, Options{}))), "By tag") {
		t.Error("the page divides by tags that nobody uses")
	}
}

// A page of a large report is cut, says so, and its totals count everything.
func TestHTMLBounded(t *testing.T) {
	r := fleet(mostRows + 1200)
	page := pageOf(t, r, Options{})
	if rows := bytes.Count(page, []byte("<tr class=\"unfold\">")); rows != mostRows {
		t.Errorf("%d rows", rows)
	}
	if !bytes.Contains(page, []byte("and 1,200 more resources")) {
		t.Error("what is cut is not said")
	}
	if limit := 20 << 20; len(page) > limit {
		t.Errorf("%d bytes", len(page))
	}
}

func TestHTMLPrintsAndDarkens(t *testing.T) {
	for _, want := range []string{"@media print", "prefers-color-scheme: dark", "max-width: 720px", ":focus-visible"} {
		if !strings.Contains(pageStyle, want) {
			t.Errorf("the style has no %s", want)
		}
	}
	for _, bad := range []string{"@import", "url(", "http:", "https:", "</style"} {
		if strings.Contains(pageStyle, bad) {
			t.Errorf("the style asks for %s", bad)
		}
	}
	for _, bad := range []string{"fetch(", "XMLHttp", "import(", "http:", "https:", "eval(", "</script"} {
		if strings.Contains(pageScript, bad) {
			t.Errorf("the script has %s", bad)
		}
	}
}

// Only constants are markup: nothing that is read can be written as it is.
func TestMarkupIsConstant(t *testing.T) {
	files, err := filepath.Glob("html*.go")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if f, ok := call.Fun.(*ast.Ident); ok && f.Name == "markup" {
				arg, isName := call.Args[0].(*ast.Ident)
				_, isText := call.Args[0].(*ast.BasicLit)
				if !isText && !(isName && (arg.Name == "pageStyle" || arg.Name == "pageScript")) {
					t.Errorf("%s: something that is no constant becomes markup", name)
				}
			}
			// Past put, text goes to the writer as it is.
			if f, ok := call.Fun.(*ast.SelectorExpr); ok && strings.HasPrefix(f.Sel.Name, "Write") && name != "html_writer.go" {
				if _, isText := call.Args[0].(*ast.BasicLit); !isText {
					t.Errorf("%s: %s writes what is no constant", name, f.Sel.Name)
				}
			}
			return true
		})
	}
}

func TestSquarify(t *testing.T) {
	tiles := []tile{{area: 60}, {area: 30}, {area: 6}, {area: 3}, {area: 0.5}, {area: 0.25}, {area: 0.25}}
	in := rect{3, 4, 300, 200}
	places := squarify(tiles, in)
	for i, a := range places {
		if share := a.w * a.h / (in.w * in.h); math.Abs(share-tiles[i].area/100) > 1e-9 {
			t.Errorf("tile %d has %.4f of the room", i, share)
		}
		if a.x < in.x-1e-9 || a.y < in.y-1e-9 || a.x+a.w > in.x+in.w+1e-9 || a.y+a.h > in.y+in.h+1e-9 {
			t.Errorf("tile %d is outside: %+v", i, a)
		}
		for j, b := range places[:i] {
			if a.x+1e-9 < b.x+b.w && b.x+1e-9 < a.x+a.w && a.y+1e-9 < b.y+b.h && b.y+1e-9 < a.y+a.h {
				t.Errorf("tiles %d and %d overlap", i, j)
			}
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	const n = 10_000
	r := fleet(n)
	b.ReportAllocs()
	for b.Loop() {
		if err := WriteHTML(io.Discard, r, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/n, "µs/res")
}

// FuzzHTML puts any string wherever free text stands in a report, and any string
// at all into one that was edited: only what is ours becomes markup.
func FuzzHTML(f *testing.F) {
	for _, s := range hostileTexts {
		if len(s) < 1000 {
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 500 {
			return
		}
		few := taint(s) // of a sample large enough to be slow
		p := &few.Projects[0]
		p.Resources, p.Findings = p.Resources[:3], p.Findings[:3]
		for _, r := range []*Report{few, edited(s)} {
			checkPage(t, pageOf(t, r, Options{Source: oneFile(s)}))
		}
	})
}
