package lint

import (
	"os"
	"path/filepath"
	"testing"
)

// TestTemplates: a template names the machine that its groups are made of, and
// is told of a successor where that is cheaper.
func TestTemplates(t *testing.T) {
	dir := t.TempDir()
	const source = `
provider "aws" { region = "us-east-1" }
variable "size" {}
resource "aws_launch_template" "old" { instance_type = "m4.large" }
resource "aws_launch_template" "same_price" { instance_type = "m5.large" }
resource "aws_launch_template" "unknown" { instance_type = var.size }
resource "aws_launch_template" "left_open" { name = "left-open" }
`
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	opt := defaults(frozen(t))
	opt.Projects = []Project{{Path: dir}}
	got := map[string]string{}
	for _, f := range checked(t, opt).Projects[0].Findings {
		if f.Rule == "cost/previous-generation-instance" {
			got[f.Address] = string(f.Verdict)
		}
	}
	want := map[string]string{"aws_launch_template.old": "fail", "aws_launch_template.unknown": "unknown"}
	for _, name := range []string{"old", "same_price", "unknown", "left_open"} {
		if address := "aws_launch_template." + name; got[address] != want[address] {
			t.Errorf("%s: verdict %q, want %q", address, got[address], want[address])
		}
	}
}
