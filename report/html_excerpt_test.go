package report

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// oneFile is source that is the same whatever its name.
type oneFile string

func (f oneFile) File(string, string) []byte { return []byte(f) }

const excerptSource = `resource "aws_db_instance" "main" {
  identifier     = "orders"
  instance_class = "db.m4.large"
  password       = "hunter2-literal"
  db_password    = var.password
  user_data      = <<-EOT
    export TOKEN=abcdef-heredoc
    type = leaked-heredoc
  EOT
  api_token = "tok-literal" # and tok-comment
  storage   = 100
}

locals { secret_one_line = "one-line-literal" }
`

// excerptOf is what the page shows of a finding on the sample.
func excerptOf(t *testing.T, path string, at Range) []string {
	t.Helper()
	at.File = "main.tf"
	r := &Report{Projects: []Project{{Name: "p",
		Resources: []Resource{{Address: "aws_db_instance.main", Source: &Range{File: "main.tf", Line: 1, EndLine: 12}}},
		Findings:  []Finding{{Rule: "a/b", Severity: "high", Verdict: Fail, Address: "aws_db_instance.main", Path: path, Source: &at}}}}}
	var lines []string
	for _, pre := range find(checkPage(t, pageOf(t, r, Options{Source: oneFile(excerptSource)})), func(n *html.Node) bool { return n.Data == "pre" }) {
		for _, code := range find(pre, func(n *html.Node) bool { return n.Data == "code" }) {
			lines = append(lines, strings.TrimSpace(textOf(code)))
		}
	}
	return lines
}

func TestExcerpt(t *testing.T) {
	const head = `resource "aws_db_instance" "main" {`
	for _, c := range []struct {
		name, path string
		at         Range
		want       []string
	}{
		{"an argument", "instance_class", Range{Line: 3}, []string{head, `instance_class = "db.m4.large"`}},
		{"the whole block", "", Range{Line: 1, EndLine: 12}, []string{head}},
		{"an argument of the block", "storage", Range{Line: 1, EndLine: 12}, []string{head, "storage   = 100"}},
		{"a secret", "password", Range{Line: 4}, []string{head, "password       = …"}},
		{"a reference to one", "db_password", Range{Line: 5}, []string{head, "db_password    = var.password"}},
		{"what begins a text", "user_data", Range{Line: 6}, []string{head, "user_data      = …"}},
		{"inside a text", "token", Range{Line: 7}, nil},
		{"what looks like an argument in a text", "type", Range{Line: 1, EndLine: 12}, []string{head}},
		{"a secret with a comment", "api_token", Range{Line: 10}, []string{head, "api_token = …"}},
		{"the end of a block", "x", Range{Line: 12}, nil},
		{"a block on one line", "x", Range{Line: 14}, nil},
		{"beyond the file", "x", Range{Line: 140}, nil},
	} {
		got := excerptOf(t, c.path, c.at)
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// No line gives away a literal that may be a secret, whichever line a finding or
// an edited result points to and whatever it says it is about.
func TestExcerptKeepsSecrets(t *testing.T) {
	for line := 1; line <= 15; line++ {
		for _, path := range []string{"", "password", "type", "TOKEN", "a.user_data", "storage[0]"} {
			for _, end := range []int{0, 12, 1000} {
				shown := strings.Join(excerptOf(t, path, Range{Line: line, EndLine: end}), "\n")
				for _, secret := range []string{"hunter2", "abcdef", "leaked", "tok-literal", "tok-comment", "one-line-literal"} {
					if strings.Contains(shown, secret) {
						t.Errorf("line %d, path %q: %q", line, path, shown)
					}
				}
			}
		}
	}
}

// Without a source the page shows no line, and it never asks for other files
// than source.
func TestExcerptAsksForSourceOnly(t *testing.T) {
	asked := &asking{}
	r := platform()
	r.Projects[0].Findings = nil
	for i, name := range []string{"../../etc/passwd", "/etc/passwd", "main.tf", ".env", "a.tfvars", "terraform.tfstate", "plan.json", "b.tf.json", "c.tofu"} {
		r.Projects[0].Findings = append(r.Projects[0].Findings, Finding{Rule: "a/b", Severity: "high", Verdict: Fail, Source: &Range{File: name, Line: i + 1}})
	}
	pageOf(t, r, Options{Source: asked})
	if got := strings.Join(asked.names, " "); got != "main.tf c.tofu" {
		t.Errorf("asked for %s", got)
	}
	if page := pageOf(t, r, Options{}); strings.Contains(string(page), "<pre") {
		t.Error("lines without a source")
	}
}

type asking struct{ names []string }

func (a *asking) File(_, name string) []byte {
	a.names = append(a.names, name)
	return nil
}
