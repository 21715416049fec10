package functions

import (
	"bytes"
	"encoding/base64"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "ask the real terraform console for every expression of testdata/console.tsv anew")

// The form of a result in the record that is no JSON.
const (
	failed    = "error"
	unknown   = "(known after apply)"
	sensitive = "(sensitive value)"
)

// consoleConfig is what recorded expressions may refer to: terraform_data.u is
// not applied, so all of it is unknown, and of unknown type.
const consoleConfig = `
terraform {
  required_providers {
    terraform = { source = "terraform.io/builtin/terraform" }
  }
}
resource "terraform_data" "u" {}
locals {
  greeting = "Hello $${name}!"
  single   = "$${value}"
  loop     = "%%{ for x in list ~}<$${x}>%%{ endfor ~}"
  calling  = "$${upper(name)}"
  broken   = "$${"
  nested   = "$${templatestring(inner, {})}"
}
`

// entry is one line of the record: an expression, jsonencode of its value (or
// why there is none), and its type as console writes it, without spaces.
type entry struct{ expression, result, typ string }

func readConsole(t *testing.T) []entry {
	t.Helper()
	data, err := os.ReadFile("testdata/console.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var list []entry
	for line := range strings.Lines(string(data)) {
		fields := append(strings.Split(strings.TrimSuffix(line, "\n"), "\t"), "", "")
		list = append(list, entry{fields[0], fields[1], fields[2]})
	}
	return list
}

// record asks terraform, if there is one here, and writes its answers down.
func record(t *testing.T, list []entry) {
	t.Helper()
	terraform, err := exec.LookPath("terraform")
	if err != nil {
		t.Fatal("-update needs terraform 1.11.4: ", err)
	}
	c := console{t, terraform, t.TempDir()}
	if err := os.CopyFS(c.dir, os.DirFS("testdata/tree")); err != nil {
		t.Fatal(err)
	}
	links(t, c.dir)
	if err := os.WriteFile(filepath.Join(c.dir, "main.tf"), []byte(consoleConfig), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := c.run("", "init"); err != nil {
		t.Fatal(err)
	}
	var asked []*entry
	for i := range list {
		if e := &list[i]; e.expression != "" && !strings.HasPrefix(e.expression, "#") {
			asked = append(asked, e)
		}
	}
	for batch := range slices.Chunk(asked, 100) { // console reads lines of up to 64 kB
		c.results(batch)
	}
	var out bytes.Buffer
	for _, e := range list {
		if e.result != "" && e.result != failed {
			if text, err := c.run("type("+e.expression+")", "console"); err == nil {
				e.typ = strings.Join(strings.Fields(text), "")
			}
		}
		fmt.Fprintln(&out, strings.TrimRight(strings.Join([]string{e.expression, e.result, e.typ}, "\t"), "\t"))
	}
	if err := os.WriteFile("testdata/console.tsv", out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// console is a terraform in a folder of its own.
type console struct {
	t              *testing.T
	terraform, dir string
}

func (c console) run(input, command string) (string, error) {
	cmd := exec.Command(c.terraform, command)
	cmd.Dir, cmd.Stdin = c.dir, strings.NewReader(input+"\n")
	cmd.Env = append(os.Environ(), "TF_CLI_CONFIG_FILE="+os.DevNull, "CHECKPOINT_DISABLE=1", "NO_COLOR=1")
	out, err := cmd.Output()
	return string(out), err
}

// results asks for many values at once. An expression that console will not
// even look at makes it refuse all: then by halves.
func (c console) results(list []*entry) {
	if len(list) == 0 {
		return
	}
	var parts []string
	for _, e := range list {
		e.result, e.typ = "", ""
		parts = append(parts, fmt.Sprintf("try(base64encode(jsonencode({v=%s})),%q)", e.expression, failed))
	}
	out, err := c.run("["+strings.Join(parts, ",")+"]", "console")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	switch {
	case err != nil && len(list) == 1:
		list[0].result = failed
		return
	case err != nil:
		c.results(list[:len(list)/2])
		c.results(list[len(list)/2:])
		return
	case len(lines) != len(list)+2:
		c.t.Fatalf("console gave %d lines for %d expressions", len(lines), len(list))
	}
	for i, e := range list {
		text := strings.TrimSuffix(strings.TrimSpace(lines[i+1]), ",")
		e.result = text
		if quoted, ok := strings.CutPrefix(text, `"`); ok && text != `"error"` {
			raw, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(quoted, `"`))
			if err != nil {
				c.t.Fatalf("%s: console gave %s", e.expression, text)
			}
			e.result = strings.TrimSuffix(strings.TrimPrefix(string(raw), `{"v":`), "}")
		} else if ok {
			e.result = failed
		}
	}
}
