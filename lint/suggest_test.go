package lint

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// Where the source of a safe fix is plain, the report holds the lines that it
// comes to; a block of which only some instances are meant has none.
func TestSuggest(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"main.tf": `resource "aws_ebs_volume" "plain" {
  availability_zone = "eu-central-1a"
  size              = 100
  type              = "gp2"
}

resource "aws_ebs_volume" "by_default" {
  availability_zone = "eu-central-1a"
  size              = 100
}

resource "aws_ebs_volume" "some" {
  for_each          = { a = "gp2", b = "gp3" }
  availability_zone = "eu-central-1a"
  size              = 100
  type              = each.value
}

module "one" {
  source = "./volume"
}

module "two" {
  source = "./volume"
}
`,
		"volume/main.tf": `resource "aws_ebs_volume" "shared" {
  availability_zone = "eu-central-1a"
  size              = 100
  type              = "gp2"
}
`,
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	opt := defaults(catalogue.Embedded())
	opt.Projects = []Project{{Path: dir}}
	r := checked(t, opt)
	got := map[string]*report.FixLines{}
	for _, f := range r.Projects[0].Findings {
		if f.Rule == "cost/gp2-volume" {
			got[f.Address] = f.Fix[0].Lines
		}
	}
	want := map[string]*report.FixLines{
		"aws_ebs_volume.plain":             {File: "main.tf", Start: 4, End: 4, Text: `  type              = "gp3"`},
		"aws_ebs_volume.by_default":        {File: "main.tf", Start: 7, End: 7, Text: "resource \"aws_ebs_volume\" \"by_default\" {\n  type              = \"gp3\""},
		`aws_ebs_volume.some["a"]`:         nil,
		"module.one.aws_ebs_volume.shared": {File: "volume/main.tf", Start: 4, End: 4, Text: `  type              = "gp3"`},
		"module.two.aws_ebs_volume.shared": {File: "volume/main.tf", Start: 4, End: 4, Text: `  type              = "gp3"`},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
