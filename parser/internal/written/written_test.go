package written

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// unpack writes the files of an archive and loads the tree.
func unpack(t *testing.T, archive string) *Tree {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		at := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tree, err := Load(dir, ".", false)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

const house = `
-- main.tf --
# iaclint:ignore cost/gp2-volume until=2027-03-31 reason="moves in spring"
resource "aws_instance" "web" {
  ami           = "ami-1"
  instance_type = "m4.large" # iaclint:ignore COST-101,cost/* reason="bought for \"three\" years"

  root_block_device {
    // iaclint:ignore cost/iops-above-cap
    iops        = 9000
    volume_type = "io1"
  }

  # iaclint:ignore tag/missing-cost-tags

  dynamic "ebs_block_device" {
    for_each = var.disks
    content {
      device_name = ebs_block_device.value
      volume_type = "gp2" /* iaclint:ignore cost/gp2-volume */
    }
  }

  # iaclint:ignore x/y
  count = 2
}

resource "aws_eip" "a" { # iaclint:ignore cost/idle-address
  tags = {
    a = 1 # iaclint:ignore tag/tag-value-not-allowed
  }
}

# iaclint:ignore
# iaclint:ignore a/b untl=2027-01-01
# iaclint:ignore a/b until=soon
# iaclint:ignore a/b reason=two words=x
# iaclint:ignored is another word
variable "disks" {}

# iaclint:ignore lock-in/*
module "one" {
  source = "./mod"
}

module "two" {
  source = "./mod"
  size   = 5 # iaclint:ignore cost/unattached-volume
}
-- main_override.tf --
resource "aws_eip" "a" {
  domain = "vpc" # iaclint:ignore o/o
}
-- mod/main.tf --
variable "size" {
  default = 1
}
resource "aws_ebs_volume" "v" {
  size = var.size
  type = "gp2" # iaclint:ignore cost/gp2-volume reason="in the module"
}
module "deeper" {
  source = "./deeper"
}
-- mod/deeper/main.tf --
resource "aws_sqs_queue" "q" {}
`

func TestIgnores(t *testing.T) {
	tree := unpack(t, house)
	for address, want := range map[string][]string{
		"aws_instance.web": {
			"[COST-101 cost/*] at instance_type because bought for \"three\" years",
			"[cost/gp2-volume] at ebs_block_device.volume_type",
			"[cost/gp2-volume] until 2027-03-31 because moves in spring",
			"[cost/iops-above-cap] at root_block_device.iops",
			"[tag/missing-cost-tags]",
			"[x/y] at \x00",
		},
		"aws_eip.a":                                {"[cost/idle-address]", "[o/o] at domain", "[tag/tag-value-not-allowed] at tags"},
		"module.one.aws_ebs_volume.v":              {"[cost/gp2-volume] at type because in the module", "[lock-in/*]"},
		"module.two.aws_ebs_volume.v":              {"[cost/gp2-volume] at type because in the module", "[cost/unattached-volume]"},
		"module.one.module.deeper.aws_sqs_queue.q": {"[lock-in/*]"},
		"module.two.module.deeper.aws_sqs_queue.q": {"[cost/unattached-volume]"},
		"aws_eip.b": nil,
	} {
		var got []string
		for _, i := range tree.Ignores(address) {
			text := fmt.Sprint(i.Rules)
			if i.Path != "" {
				text += " at " + i.Path
			}
			if i.Until != "" {
				text += " until " + i.Until
			}
			if i.Reason != "" {
				text += " because " + i.Reason
			}
			got = append(got, text)
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
	all, slips := tree.All()
	if len(all) != 12 {
		t.Errorf("%d comments, want 12", len(all))
	}
	var said []string
	for _, d := range slips {
		said = append(said, fmt.Sprintf("%s:%d %s", d.Subject.Filename, d.Subject.Start.Line, d.Detail))
	}
	for i, want := range []string{"main.tf:32 It names no rule", `main.tf:33 There is no setting "untl". Did you mean "until"?`, `main.tf:34 "soon" is not a day`, "main.tf:35"} {
		if i >= len(said) || !strings.HasPrefix(said[i], want) {
			t.Errorf("slips %q, want %q in place %d", said, want, i)
		}
	}
	if len(said) != 4 {
		t.Errorf("slips %q, want 4", said)
	}
}

func TestLines(t *testing.T) {
	tree := unpack(t, house)
	for _, tc := range []struct {
		address, path string
		file          string
		line          int
	}{
		{"aws_instance.web", "", "main.tf", 2},
		{"aws_instance.web", "instance_type", "main.tf", 4},
		{"aws_instance.web", "root_block_device.iops", "main.tf", 8},
		{"aws_instance.web", "root_block_device.kms_key_id", "main.tf", 6},
		{"aws_instance.web", "ebs_block_device.volume_type", "main.tf", 18},
		{"aws_instance.web", "monitoring", "main.tf", 2},
		{"aws_eip.a", "domain", "main_override.tf", 2},
		{"aws_eip.a", "tags.a", "main.tf", 27},
		{"module.two.aws_ebs_volume.v", "type", "mod/main.tf", 6},
		{"module.three.aws_ebs_volume.v", "type", "", 0},
	} {
		at := tree.Outline().Line(tc.address, tc.path)
		if at == nil {
			if tc.file != "" {
				t.Errorf("%s %s: nowhere", tc.address, tc.path)
			}
			continue
		}
		if at.File != tc.file || at.Line != tc.line {
			t.Errorf("%s %s: %s:%d, want %s:%d", tc.address, tc.path, at.File, at.Line, tc.file, tc.line)
		}
	}
	if at := tree.Place("aws_instance.web"); at == nil || at.Line != 2 || at.EndLine != 24 {
		t.Errorf("the block is at %+v", at)
	}
}
