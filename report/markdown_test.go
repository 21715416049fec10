package report

import (
	"fmt"
	"testing"
)

func markdown(t testing.TB, r *Report, o MarkdownOptions) string {
	t.Helper()
	text, err := Markdown(r, o)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestMarkdownGolden(t *testing.T) {
	for _, n := range []int{1, 30, 2000} {
		golden(t, fmt.Sprintf("markdown/%d.md", n), markdown(t, change(n), MarkdownOptions{Limit: 65_000}))
	}
	golden(t, "markdown/platform.md", markdown(t, platform(), MarkdownOptions{Link: "https://ci.example/run/7"}))
	golden(t, "markdown/platform-bitbucket.md", markdown(t, platform(), MarkdownOptions{NoHTML: true, Limit: 32_000}))
	golden(t, "markdown/projects.md", markdown(t, threeProjects(), MarkdownOptions{}))
	golden(t, "markdown/state.md", markdown(t, state(), MarkdownOptions{}))
	golden(t, "markdown/quiet.md", markdown(t, quiet(), MarkdownOptions{}))
	golden(t, "markdown/nothing.md", markdown(t, change(3), MarkdownOptions{}))
}
