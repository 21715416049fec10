package report

import (
	"fmt"
	"io"
)

// MarkdownOptions is what a place that takes markdown allows.
type MarkdownOptions struct {
	// Limit is how many characters fit, counted as the larger of Unicode code
	// points and UTF-16 units; 0: as many as the page has, which is bounded too.
	Limit int
	// NoDetails says that <details> does not fold there.
	NoDetails bool
	// NoHTML says that tags are shown instead of heeded; it implies NoDetails.
	NoHTML bool
	// Link is where the whole result is, an http or https address; "" nowhere.
	Link string
}

// WriteMarkdown writes r for a pull request or a job summary.
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

// Markdown is what changes, for a pull request: GitHub-flavoured markdown in
// which nothing of the input is markup.
func Markdown(r *Report, o MarkdownOptions) (string, error) {
	money := CurrencyOf(r.Currency)
	return fmt.Sprintf("**%s a month, %s**\n", money.amount(r.Summary.Monthly), money.change(r.Summary.MonthlyDelta)), nil
}
