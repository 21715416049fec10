package report

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// wide is a report whose names have characters of two, three and four bytes, the
// last of which count twice in UTF-16.
func wide(n int) *Report {
	r := change(n)
	for i := range r.Projects[0].Resources {
		r.Projects[0].Resources[i].Address += fmt.Sprintf(`["é日本😀%d"]`, i)
	}
	return r
}

// manyRoots is a run over n root modules, of which every third does not change.
func manyRoots(n int) *Report {
	r := change(30)
	all := r.Projects[0]
	r.Projects = nil
	for i := range n {
		p := all
		p.Name = fmt.Sprintf("teams/%d/prod", i)
		if i%3 == 0 {
			p = Project{Name: p.Name, Input: "plan-json", Totals: Totals{Monthly: usd("10"), MonthlyBefore: usd("10"), MonthlyDelta: usd("0"), CarbonKg: kgs(1), CarbonDeltaKg: kgs(0)}}
		}
		r.Projects = append(r.Projects, p)
	}
	return r
}

func units(s string) int { return max(utf8.RuneCountInString(s), len(utf16.Encode([]rune(s)))) }

// A page that just fits is whole; with one character less of room a whole row
// goes, and the page says so.
func TestMarkdownAtTheLimit(t *testing.T) {
	for _, o := range []MarkdownOptions{{}, {NoDetails: true}, {NoHTML: true}} {
		for name, r := range map[string]*Report{"wide": wide(30), "roots": manyRoots(6), "platform": platform()} {
			whole := markdown(t, r, o)
			for _, d := range []int{-1, 0, 1} {
				o := o
				o.Limit = units(whole) + d
				got := markdown(t, r, o)
				if n := units(got); n > o.Limit {
					t.Errorf("%s %+v: %d characters", name, o, n)
				}
				if d >= 0 && got != whole {
					t.Errorf("%s %+v: what fits is not whole", name, o)
				}
				if d < 0 && (got == whole || len(whole)-len(got) < 10) {
					t.Errorf("%s %+v: nothing was left out", name, o)
				}
			}
		}
	}
}

// No page is longer than any limit from a thousand on, ends within a tag, or
// loses its verdict.
func TestMarkdownIsNeverTooLong(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, r := range map[string]*Report{
		"wide": wide(2000), "roots": manyRoots(400), "platform": platform(), "projects": threeProjects(), "state": state(),
		"hostile": hostile(), "quiet": quiet(), "long": long(), "none": {},
	} {
		c := newComment(r, MarkdownOptions{Limit: wholePage})
		if n := units(markdown(t, r, MarkdownOptions{})); n > wholePage {
			t.Errorf("%s: a page of %d characters where no limit is given", name, n)
		}
		for range 25 {
			o := MarkdownOptions{Limit: 1000 + int(random.ExpFloat64()*20_000), NoDetails: random.IntN(3) == 0, NoHTML: random.IntN(4) == 0, Link: "https://ci.example/" + strings.Repeat("a", random.IntN(300))}
			c.o, c.in.html = o, !o.NoHTML
			got := markdown(t, r, o)
			if n := units(got); n > o.Limit {
				t.Fatalf("%s %+v: %d characters", name, o, n)
			}
			if verdict := c.verdict(); !strings.HasPrefix(got, verdict+"\n") {
				t.Fatalf("%s %+v: the verdict is gone:\n%s", name, o, got)
			}
			for _, tag := range []string{"details", "summary", "sub", "code", "b"} {
				if a, b := strings.Count(got, "<"+tag+">"), strings.Count(got, "</"+tag+">"); a != b || o.NoHTML && a > 0 {
					t.Fatalf("%s %+v: %d <%s> and %d </%s>", name, o, a, tag, b, tag)
				}
			}
			if strings.Count(got, "**")%2 != 0 {
				t.Fatalf("%s %+v: bold is not closed", name, o)
			}
		}
	}
}

// long has figures and names as long as a saved result may have them.
func long() *Report {
	r := platform()
	most := usd(strings.Repeat("9", longestAmount))
	s := &r.Summary
	s.Monthly, s.MonthlyBefore, s.MonthlyDelta = most, usd("0."+strings.Repeat("0", 70)+"1"), most
	s.CarbonKg, s.CarbonBefore, s.CarbonDeltaKg = kgs(1e308), kgs(1e-308), kgs(1e308)
	for i := range 30 {
		s.Guardrails = append(s.Guardrails, Guardrail{Name: strings.Repeat("@", 5000), Kind: strings.Repeat("@ ", 5000), Broken: true, Actual: most, Limit: most, Unit: strings.Repeat("€", i)})
	}
	r.Projects[0].Incomplete = strings.Repeat("`@` ", 5000)
	r.Tool.Version = strings.Repeat("@", 5000)
	return r
}

// Root modules in which nothing changes go first, then resources; what is left
// out is said.
func TestMarkdownLeavesOutInOrder(t *testing.T) {
	r := manyRoots(12)
	whole := markdown(t, r, MarkdownOptions{})
	if !strings.Contains(whole, "teams/0/prod") || strings.Contains(whole, "Left out") {
		t.Fatalf("the whole page is not whole:\n%s", whole)
	}
	less := markdown(t, r, MarkdownOptions{Limit: units(whole) - 50})
	if strings.Contains(less, "teams/0/prod") || !strings.Contains(less, "Left out to keep this short: 4 root modules in which nothing changes.") || !strings.Contains(less, "teams/1/prod") {
		t.Errorf("not the unchanged root modules were left out:\n%s", less)
	}
	r = change(2000)
	some := markdown(t, r, MarkdownOptions{Limit: 30_000})
	if !strings.Contains(some, "Left out to keep this short: ") || !strings.Contains(some, "resources") || !strings.Contains(some, "**→** Set") {
		t.Errorf("not resources were left out:\n%s", some[len(some)-400:])
	}
	least := markdown(t, r, MarkdownOptions{Limit: 1200, Link: "https://ci.example/7"})
	for _, want := range []string{"**❌ +$", "| **Cost** |", "[The whole result](https://ci.example/7)", "findings"} {
		if !strings.Contains(least, want) {
			t.Errorf("the shortest page has no %q:\n%s", want, least)
		}
	}
}

func TestMarkdownRefusesNoLimit(t *testing.T) {
	if _, err := Markdown(platform(), MarkdownOptions{Limit: -1}); err == nil {
		t.Error("a negative limit is taken")
	}
}
