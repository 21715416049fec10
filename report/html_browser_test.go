package report

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/iaclint/iaclint/internal/tools/browser"
)

// started is a browser; nil, having said so, where the machine has none and
// need not have one.
func started(t *testing.T) (*browser.Browser, context.Context) {
	t.Helper()
	path := browser.Find()
	if path == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no Chromium: .ci/run installs it")
		}
		t.Log("no Chromium here: the page is not looked at in a browser")
		return nil, nil
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	b, err := browser.Start(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close(); cancel() })
	return b, ctx
}

// saved writes a page to a file and returns its address.
func savedPage(t *testing.T, r *Report, o Options) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, pageOf(t, r, o), 0o600); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String()
}

var screens = []browser.Screen{
	{Width: 1280, Height: 900},
	{Width: 1280, Height: 900, Dark: true},
	{Width: 390, Height: 844, Phone: true},
	{Width: 390, Height: 844, Phone: true, Dark: true},
}

// The page asks for nothing, breaks no policy of its own, throws nothing and
// fits the screen.
func TestHTMLInBrowser(t *testing.T) {
	b, ctx := started(t)
	if b == nil {
		return
	}
	for name, r := range map[string]*Report{"three projects": threeProjects(), "compared": compared(), "hostile": taint(hostileTexts["html"]), "long": taint(strings.Repeat("long", 200))} {
		address := savedPage(t, r, Options{Source: oneFile(excerptSource)})
		for _, s := range screens {
			p, err := b.Open(ctx, address, s)
			if err != nil {
				t.Fatal(err)
			}
			var width int
			if err := p.Eval("document.documentElement.scrollWidth", &width); err != nil {
				t.Fatal(err)
			}
			if width > s.Width {
				t.Errorf("%s: %d wide on a screen of %d", name, width, s.Width)
			}
			for _, asked := range p.Requests() {
				if asked != address {
					t.Errorf("%s asks for %s", name, asked)
				}
			}
			for _, problem := range p.Problems() {
				t.Errorf("%s: %s", name, problem)
			}
		}
	}
}

// The script searches, orders, filters and unfolds; and a browser without
// scripts shows the same content.
func TestHTMLScript(t *testing.T) {
	b, ctx := started(t)
	if b == nil {
		return
	}
	r := platform()
	address := savedPage(t, r, Options{})
	p, err := b.Open(ctx, address, screens[0])
	if err != nil {
		t.Fatal(err)
	}
	const wait = "new Promise(then => setTimeout(then, 300))"
	for _, step := range []struct{ do, is string }{
		{"document.querySelectorAll('#resource-table > tbody').length", fmt.Sprint(len(r.Projects[0].Resources))},
		// Search.
		{"document.querySelector('#resources-filter').hidden", "false"},
		{"(() => { const i = document.querySelector('#resources-filter input'); i.value = 'NAT gateway'; i.dispatchEvent(new Event('input')); return " + wait + "})()", ""},
		{"document.querySelectorAll('#resource-table > tbody:not([hidden])').length", "2"},
		{"document.querySelector('#resources-filter output').value", fmt.Sprintf("2 resources of %d", len(r.Projects[0].Resources))},
		{"(() => { const i = document.querySelector('#resources-filter input'); i.value = ''; i.dispatchEvent(new Event('input')); return " + wait + "})()", ""},
		// Order: what is not known comes last either way.
		{"document.querySelector('th[data-sort=cost] button').click(); document.querySelector('th[data-sort=cost]').getAttribute('aria-sort')", "ascending"},
		{"[...document.querySelectorAll('#resource-table > tbody')].map(r => parseFloat(r.dataset.cost)).filter(c => !isNaN(c)).every((c, i, all) => !i || all[i-1] <= c)", "true"},
		{"document.querySelector('#resource-table > tbody:last-child').dataset.cost === undefined", "true"},
		{"document.querySelector('th[data-sort=name] button').click(); document.querySelector('#resource-table .addr').textContent", "aws_ebs_volume.data[0]"},
		{"document.querySelectorAll('th[aria-sort]').length", "1"},
		// Unfold.
		{"(() => { document.querySelector('#r1 > tr').click(); return " + wait + "})()", ""},
		{"document.querySelector('#r1 .lines') !== null && document.querySelector('#r1 details').open", "true"},
		// Filter of findings.
		{"(() => { document.querySelector('#findings-filter button[value=high]').click(); return [...document.querySelectorAll('.rule:not([hidden])')].every(r => r.dataset.severity === 'high') })()", "true"},
		{"document.querySelector('#findings-filter button[value=high]').getAttribute('aria-pressed')", "true"},
		// A link to a row unfolds it.
		{"(() => { location.hash = '#r3'; return " + wait + ".then(() => document.querySelector('#r3 details').open) })()", "true"},
	} {
		var got any
		if err := p.Eval(step.do, &got); err != nil {
			t.Fatalf("%s: %v", step.do, err)
		}
		if text := fmt.Sprint(got); step.is != "" && text != step.is {
			t.Errorf("%s: %s, want %s", step.do, text, step.is)
		}
	}
	without := screens[0]
	without.NoScript = true
	if p, err = b.Open(ctx, address, without); err != nil {
		t.Fatal(err)
	}
	var folded, tools int
	if err := p.Eval("document.querySelectorAll('#resource-table .lines tr').length", &folded); err != nil {
		t.Fatal(err)
	}
	if err := p.Eval("document.querySelectorAll('.tools:not([hidden])').length", &tools); err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, res := range r.Projects[0].Resources {
		lines += len(res.Cost.Lines) + len(res.Cost.BeforeLines)
	}
	if folded != lines || tools != 0 {
		t.Errorf("without scripts: %d lines of bills, want %d; %d tools that would do nothing", folded, lines, tools)
	}
}

// A page of 2,000 resources keeps the browser busy with what is seen: few of
// its nodes are laid out. How long that takes is told, not judged.
func TestHTMLOpensQuickly(t *testing.T) {
	b, ctx := started(t)
	if b == nil {
		return
	}
	p, err := b.Open(ctx, savedPage(t, fleet(2000), Options{}), screens[0])
	if err != nil {
		t.Fatal(err)
	}
	var nodes int
	if err := p.Eval("document.querySelectorAll('*').length", &nodes); err != nil {
		t.Fatal(err)
	}
	work, err := p.Work()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("2,000 resources: %d elements, %.2f s of the processor: layout %.2f, style %.2f", nodes, work["TaskDuration"], work["LayoutDuration"], work["RecalcStyleDuration"])
	if nodes > 60_000 {
		t.Errorf("%d elements", nodes)
	}
	if objects := work["LayoutObjects"]; objects > 40_000 {
		t.Errorf("%.0f objects are laid out", objects)
	}
}

// axe-core as npm has it; the sum is of the file that runs in the page.
const (
	axeVersion = "4.14.1"
	axeSum     = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
)

// axe is the script of axe-core, fetched by npm into a folder that goes away;
// "" where that cannot be had and need not be.
func axe(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	out, err := exec.CommandContext(t.Context(), "npm", "install", "--prefix", dir, "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "axe-core@"+axeVersion).CombinedOutput()
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("npm install axe-core: %v\n%s", err, out)
		}
		t.Logf("axe-core cannot be fetched with npm here (%v): the page is not checked for accessibility", err)
		return ""
	}
	script, err := os.ReadFile(filepath.Join(dir, "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(script); hex.EncodeToString(sum[:]) != axeSum {
		t.Fatalf("axe-core %s is not the one that was looked at: %x", axeVersion, sum)
	}
	return string(script)
}

// Nobody is kept out: axe finds no issue, on wide and narrow screens, light and
// dark, with folds open.
func TestHTMLAccessible(t *testing.T) {
	b, ctx := started(t)
	if b == nil {
		return
	}
	script := axe(t)
	if script == "" {
		return
	}
	for name, looked := range map[string][]browser.Screen{"three projects": {screens[0], screens[3]}, "compared": screens} {
		address := savedPage(t, samplePages()[name], Options{Source: oneFile(excerptSource)})
		for _, s := range looked {
			p, err := b.Open(ctx, address, s)
			if err != nil {
				t.Fatal(err)
			}
			if err := p.Eval("document.querySelectorAll('details').forEach((d, i) => { if (i < 40) d.open = true }); new Promise(then => setTimeout(then, 200))", nil); err != nil {
				t.Fatal(err)
			}
			if err := p.Eval(script, nil); err != nil {
				t.Fatal(err)
			}
			var issues []struct {
				ID, Impact, Help string
				Nodes            []struct{ HTML, FailureSummary string }
			}
			if err := p.Eval("axe.run(document).then(r => r.violations)", &issues); err != nil {
				t.Fatal(err)
			}
			for _, v := range issues {
				t.Errorf("%s, %d wide, dark %v: %s: %s (%s), in %d places, first %.300s\n%s", name, s.Width, s.Dark, v.ID, v.Help, v.Impact, len(v.Nodes), v.Nodes[0].HTML, v.Nodes[0].FailureSummary)
			}
		}
	}
}
