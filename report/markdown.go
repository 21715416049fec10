package report

import (
	"fmt"
	"io"
)

// MarkdownOptions is what a place that takes markdown allows.
type MarkdownOptions struct {
	// Limit is how many characters fit, counted as the larger of Unicode code
	// points and UTF-16 units; 0: as many as a whole page has, which is bounded.
	Limit int
	// NoDetails says that <details> does not fold there.
	NoDetails bool
	// NoHTML says that tags are shown instead of heeded; it implies NoDetails.
	NoHTML bool
	// Link is where the whole result is, an http or https address; "" nowhere.
	Link string
}

// wholePage is how many characters a page has at most where nobody says: as
// UTF-8 it stays below the megabyte that the summary of a job may have.
const wholePage = 250_000

// WriteMarkdown writes r for a pull request or the summary of a job.
func WriteMarkdown(w io.Writer, r *Report, _ Options) error {
	text, err := Markdown(r, MarkdownOptions{})
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, text); err != nil {
		return fmt.Errorf("writing markdown: %w", err)
	}
	return nil
}

// Markdown is r for people who review a change, as GitHub-flavoured markdown. What
// changes comes first: a verdict in one line, money and carbon, guardrails, findings
// and what is not known; the rest is folded. Nothing of the input is markup in it.
//
// What does not fit into the limit is left out by whole rows, and said to be: root
// modules in which nothing changes, then the resources that change least, then what
// rules say, then findings. The verdict is never left out; a limit of a thousand
// characters is enough for it.
func Markdown(r *Report, o MarkdownOptions) (string, error) {
	if o.Limit < 0 {
		return "", fmt.Errorf("a limit of %d characters is none", o.Limit)
	}
	if o.Limit == 0 {
		o.Limit = wholePage
	}
	o.NoDetails = o.NoDetails || o.NoHTML
	return newComment(r, o).fit(), nil
}

// comment is a report on its way to a pull request.
type comment struct {
	r      *Report
	o      MarkdownOptions
	in     markdownInert
	money  Currency
	sides  bool // there is a before
	states bool // findings are new, fixed or unchanged
	cover  Coverage
	roots  []*root
	moved  []moved // what changes, the largest change of cost first
	blind  int     // resources that change, of which nobody knows the cost
	half   int     // resources of whose cost one side knows more than the other
	partly bool    // something of the cost before is not known
	gaps   []gapRow
	found  string // how many findings there are
}

// root is one project, and what is listed of it.
type root struct {
	*Project
	groups []ruled
	failed int // findings listed
	moved  int // resources that change in cost or carbon
}

// same reports whether there is nothing to say of a root module.
func (p *root) same() bool {
	return p.moved == 0 && p.failed == 0 && p.Incomplete == "" && amountSign(p.Totals.MonthlyDelta) == 0 && numberSign(p.Totals.CarbonDeltaKg) == 0
}

func newComment(r *Report, o MarkdownOptions) *comment {
	c := &comment{r: r, o: o, in: markdownInert{html: !o.NoHTML}, money: CurrencyOf(r.Currency), sides: r.Compared != nil || changes(r), cover: coverageOf(r)}
	c.states = hasStates(r)
	c.partly, _ = missing(r)
	for i := range r.Projects {
		c.roots = append(c.roots, &root{Project: &r.Projects[i]})
	}
	c.findResources()
	c.findFindings()
	c.findGaps()
	c.found = c.findingCounts() // a page is laid out many times until it fits
	return c
}
