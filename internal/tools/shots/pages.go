package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/report"
)

const (
	platform  = "testdata/fixtures/plan/platform"
	databases = "testdata/fixtures/plan/aws-databases"
)

// change is what the pull request in the pictures does to our platform: old
// text and new, by file.
var change = map[string][][2]string{
	"aws.tf": {
		{`class     = "db.r6g.xlarge"`, `class     = "db.r6g.2xlarge"`},
		{`class    = "db.r5.xlarge"`, `class    = "db.t4g.large"`},
		{"multi_az = true", "multi_az = false"},
		{"  type              = \"io1\"\n  iops              = 4000\n", "  type              = \"gp2\"\n"},
	},
	"modules/compute/kubernetes.tf": {{`version  = "1.31"`, `version  = "1.34"`}},
	"modules/data/stores.tf":        {{`"cache.r6g.large"`, `"cache.r7g.xlarge"`}},
}

// added is a file the pull request brings.
const added = `# Nightly copies of the ledger, until the warehouse reads them itself.
resource "aws_ebs_volume" "ledger_copies" {
  availability_zone = "eu-west-1a"
  size              = 800
  type              = "gp2"
}
`

// makePages runs iaclint and writes each page, by name.
func makePages(ctx context.Context, work string) (map[string]string, error) {
	bin := filepath.Join(work, "iaclint")
	if _, err := command(ctx, ".", "go", "build", "-o", bin, "./cmd/iaclint"); err != nil {
		return nil, err
	}
	base, err := copied(filepath.Join(platform, "src"), filepath.Join(work, "main"))
	if err != nil {
		return nil, err
	}
	head, err := copied(base, filepath.Join(work, "resize-stores"))
	if err != nil {
		return nil, err
	}
	if err := edit(head); err != nil {
		return nil, err
	}
	if _, err := copied(filepath.Join(databases, "src"), filepath.Join(work, "databases")); err != nil {
		return nil, err
	}
	if err := fleet(filepath.Join(work, "fleet")); err != nil {
		return nil, err
	}
	one := filepath.Join(work, "one")
	if err := write(filepath.Join(one, "main.tf"), "provider \"aws\" {\n  region = \"eu-west-1\"\n}\n\n"+added); err != nil {
		return nil, err
	}
	settings := filepath.Join(work, "settings.hcl")
	if err := write(settings, guardrails); err != nil {
		return nil, err
	}
	pages := map[string]string{}
	for _, p := range []struct {
		name string
		args []string
	}{
		{"one", []string{"check", "one"}},
		{"few", []string{"check", "databases"}},
		{"platform", []string{"check", "main"}},
		{"large", []string{"check", "fleet"}},
		{"change", []string{"diff", "main", "resize-stores", "--config", settings}},
	} {
		saved := filepath.Join(work, p.name+".json")
		page := filepath.Join(work, p.name+".html")
		if _, err := command(ctx, work, append([]string{bin}, append(p.args, "--quiet", "--format", "json="+saved, "--format", "html="+page)...)...); err != nil {
			return nil, err
		}
		pages[p.name] = page
	}
	if pages["comment"], err = comment(ctx, work, bin); err != nil {
		return nil, err
	}
	pages["terminal"], err = terminal(work)
	return pages, err
}

// guardrails of the pull request: one holds and one does not.
const guardrails = `guardrail "platform" {
  monthly_usd = 14000
}

guardrail "no jumps" {
  increase_percent = 3
}
`

// comment is the change in markdown, as a forge shows it.
func comment(ctx context.Context, work, bin string) (string, error) {
	text, err := command(ctx, work, bin, "report", "change.json", "--format", "markdown")
	if err != nil {
		return "", err
	}
	markdown, page := filepath.Join(work, "comment.md"), filepath.Join(work, "comment.html")
	if err := write(markdown, string(text)); err != nil {
		return "", err
	}
	_, err = command(ctx, ".", "sh", "-c", `go run ./internal/tools/commentpage -out "$1" <"$0"`, markdown, page)
	return page, err
}

// terminal is the screen of a check of our platform.
func terminal(work string) (string, error) {
	f, err := os.Open(filepath.Join(work, "platform.json"))
	if err != nil {
		return "", err
	}
	defer f.Close()
	r, err := report.ReadJSON(f)
	if err != nil {
		return "", err
	}
	var screen bytes.Buffer
	if err := report.WriteText(&screen, r, report.Options{Width: 100, Color: true, Top: 8}); err != nil {
		return "", err
	}
	page := filepath.Join(work, "terminal.html")
	return page, write(page, terminalPage("iaclint check", abridged(screen.String())))
}

// abridged is the head of a long screen, the beginning of its findings, and its
// end.
func abridged(text string) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	from := func(title string) int {
		return slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(strings.TrimPrefix(l, "\x1b[1m"), title) })
	}
	use, findings, coverage := from("Billed by use"), from("Findings"), from("Coverage")
	if use < 0 || findings < use || coverage < findings+17 {
		return text
	}
	more := "\x1b[2m…\x1b[0m"
	return strings.Join(slices.Concat(lines[:use], lines[findings:findings+15], []string{more, ""}, lines[coverage:]), "\n")
}

func copied(from, to string) (string, error) {
	return to, os.CopyFS(to, os.DirFS(from))
}

func edit(dir string) error {
	for name, edits := range change {
		path := filepath.Join(dir, name)
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text := string(content)
		for _, e := range edits {
			if strings.Count(text, e[0]) == 0 {
				return fmt.Errorf("%s does not have %q any more: the story of the pictures needs another change", name, e[0])
			}
			text = strings.Replace(text, e[0], e[1], 1)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return write(filepath.Join(dir, "ledger.tf"), added)
}

// fleet is a root module with the platform thirteen times: about 2,000 resources.
func fleet(dir string) error {
	if _, err := copied(filepath.Join(platform, "src"), filepath.Join(dir, "platform")); err != nil {
		return err
	}
	var root strings.Builder
	for _, name := range []string{"austria", "belgium", "croatia", "denmark", "estonia", "finland", "greece", "hungary", "ireland", "italy", "latvia", "malta", "norway"} {
		fmt.Fprintf(&root, "module %q {\n  source = \"./platform\"\n}\n\n", name)
	}
	return write(filepath.Join(dir, "main.tf"), root.String())
}

func write(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(text), 0o644)
}
