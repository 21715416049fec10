package parser

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/iaclint/iaclint/model"
)

// TestBroken holds every broken input to one line that names it, and a next
// step.
func TestBroken(t *testing.T) {
	dir := filepath.Join(testdata, "fixtures", "broken")
	table, err := os.ReadFile(filepath.Join(dir, "expected.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{"expected.tsv": true}
	for i, line := range strings.Split(strings.TrimSpace(string(table)), "\n") {
		if i == 0 {
			continue
		}
		f := strings.Split(line, "\t")
		listed[f[0]] = true
		_, err := Load(context.Background(), filepath.Join(dir, f[0]), Options{})
		if err == nil {
			t.Errorf("%s: no error", f[0])
			continue
		}
		e := inputError(t, err)
		if line, _ := strconv.Atoi(f[1]); e.Line != line || !strings.Contains(e.Summary, f[2]) || !strings.Contains(e.Next, f[3]) {
			t.Errorf("%s: line %d, %q, %q; want line %s, %q, %q", f[0], e.Line, e.Summary, e.Next, f[1], f[2], f[3])
		}
		if said := err.Error(); strings.ContainsAny(said, "\n\x1b") || strings.Contains(said, "hunter2") {
			t.Errorf("%s: not one clean line: %q", f[0], said)
		}
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !listed[f.Name()] {
			t.Errorf("%s is in the folder and not in its table", f.Name())
		}
	}
}

const smallPlan = `{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{}},"resource_changes":[{"address":"null_resource.ä","mode":"managed","type":"null_resource","name":"ä","provider_name":"registry.terraform.io/hashicorp/null","change":{"actions":["create"],"before":null,"after":{"triggers":null},"after_unknown":{"id":true}}}]}`

func utf16LE(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

func utf16BE(s string) string {
	b := []byte(utf16LE(s))
	for i := 0; i+1 < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
	}
	return string(b)
}

// TestEncodings reads one plan as the shells and wrappers of this world write
// it.
func TestEncodings(t *testing.T) {
	for name, text := range map[string]string{
		"plain":             smallPlan,
		"UTF-8 mark":        "\ufeff" + smallPlan,
		"UTF-16LE":          "\xff\xfe" + utf16LE(smallPlan),
		"UTF-16BE":          "\xfe\xff" + utf16BE(smallPlan),
		"UTF-16LE, no mark": utf16LE(smallPlan),
		"UTF-16BE, no mark": utf16BE(smallPlan),
		"white space":       "\r\n\t " + smallPlan + "\r\n\r\n",
		"wrapper":           "[command]/opt/hostedtoolcache/terraform-bin show -json tfplan\n" + smallPlan + "\n::debug::Terraform exited with code 0.\n::set-output name=exitcode::0\n",
		"banner":            "Initializing...\n{not json\n\n  " + smallPlan + "\nDone.\n",
	} {
		for _, from := range []string{"-", filepath.Join(t.TempDir(), "plan.json")} {
			if from != "-" {
				if err := os.WriteFile(from, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			p, err := Load(context.Background(), from, Options{Stdin: strings.NewReader(text)})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if r := p.Resources[0]; r.Address != "null_resource.ä" || r.After.Attr("id").IsKnown() || !r.After.Attr("triggers").IsNull() {
				t.Errorf("%s: read %s, id %#v", name, r.Address, r.After.Attr("id"))
			}
			if want := map[string]int{"wrapper": 2, "banner": 2}[name]; len(p.Diagnostics) != want {
				t.Errorf("%s: %d notes, want %d: %v", name, len(p.Diagnostics), want, p.Diagnostics)
			}
			p.Close()
		}
	}
}

func TestRefusals(t *testing.T) {
	var packed bytes.Buffer
	zw := gzip.NewWriter(&packed)
	if _, err := zw.Write([]byte(smallPlan)); err != nil {
		t.Fatal(err)
	}
	zw.Close()
	_, err := parse(t, packed.String())
	if e := inputError(t, err); !strings.Contains(e.Summary, "gzip") {
		t.Errorf("gzip: %v", err)
	}
	dir := t.TempDir()
	for _, test := range []struct {
		path, want string
		opt        Options
	}{
		{dir, "a folder", Options{}},
		{filepath.Join(dir, "nothing.json"), "no such file", Options{}},
		{os.DevNull, "not a regular file", Options{}},
		{"-", "there is none", Options{}},
		{"-", "more than 100 bytes", Options{Stdin: strings.NewReader(smallPlan), MaxBytes: 100}},
		{filepath.Join(testdata, "real", "terraform-1.11.4", "13-no-op", "tfplan.json"), "limit is 100", Options{MaxBytes: 100}},
	} {
		_, err := Load(context.Background(), test.path, test.opt)
		if e := inputError(t, err); !strings.Contains(e.Summary, test.want) {
			t.Errorf("%s: %v, want %q", test.path, err, test.want)
		}
	}
}

// TestBinary runs a tool that stands in for terraform.
func TestBinary(t *testing.T) {
	path := filepath.Join(testdata, "real", "terraform-1.11.4", "13-no-op", "tfplan")
	var asked []string
	answer := func(tool string) Options {
		asked = nil
		return Options{RunTool: func(_ context.Context, dir, name string, args ...string) ([]byte, error) {
			asked = append(asked, name+" "+strings.Join(args[:len(args)-1], " "))
			if !filepath.IsAbs(args[len(args)-1]) || filepath.Base(dir) != "13-no-op" {
				t.Errorf("ran in %s with %s", dir, args)
			}
			switch tool {
			case name:
				return []byte(smallPlan), nil
			case "":
				return nil, exec.ErrNotFound
			}
			return nil, errors.New("plan files cannot be transferred")
		}}
	}
	for _, tool := range []string{"terraform", "tofu"} {
		p, err := Load(context.Background(), path, answer(tool))
		if err != nil || p.Input != model.PlanBinary || len(p.Resources) != 1 {
			t.Fatalf("%s: %v", tool, err)
		}
		if want := tool + " show -json"; asked[len(asked)-1] != want {
			t.Errorf("asked %q", asked)
		}
	}
	_, err := Load(context.Background(), path, answer("neither"))
	if e := inputError(t, err); !strings.Contains(e.Summary, "made by version 1.11.4") || !strings.Contains(e.Summary, "terraform and tofu here cannot read") || !strings.Contains(e.Next, "terraform show -json "+path) {
		t.Errorf("neither: %v", err)
	}
	_, err = Load(context.Background(), path, answer(""))
	if e := inputError(t, err); !strings.Contains(e.Summary, "neither terraform nor tofu is installed") {
		t.Errorf("none: %v", err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = parse(t, string(b))
	if e := inputError(t, err); !strings.Contains(e.Summary, "a binary plan on standard input") {
		t.Errorf("standard input: %v", err)
	}
	_, err = parse(t, string(b[:len(b)/2]))
	if e := inputError(t, err); !strings.Contains(e.Summary, "cannot be opened") {
		t.Errorf("half: %v", err)
	}
	var other bytes.Buffer
	zw := zip.NewWriter(&other)
	if _, err := zw.Create("../../readme.txt"); err != nil {
		t.Fatal(err)
	}
	zw.Close()
	_, err = parse(t, other.String())
	if e := inputError(t, err); !strings.Contains(e.Summary, "without a plan in it") {
		t.Errorf("other archive: %v", err)
	}
}
