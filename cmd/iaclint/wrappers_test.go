package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/iaclint/iaclint/ci"
)

// Every file for a CI is YAML, and takes nothing that somebody may choose into a
// command: values come by the environment.
func TestWrappersInterpolateNothing(t *testing.T) {
	files := []string{"../../action.yml", "../../setup/action.yml", "../../templates/iaclint/template.yml"}
	err := filepath.WalkDir("../../ci", func(path string, d fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); err == nil && (ext == ".yml" || ext == ".yaml") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`(?:iaclint/iaclint[a-z/]*@v?|VERSION[:=] ?|default: |rev: v)(\d+\.\d+\.\d+)`)
	scripts, releases := 0, 0
	for _, path := range files {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllStringSubmatch(string(src), -1) {
			releases++
			if m[1] != ci.Release {
				t.Errorf("%s names the release %s, the others %s", path, m[1], ci.Release)
			}
		}
		docs := yaml.NewDecoder(bytes.NewReader(src))
		for {
			var doc yaml.Node
			if err := docs.Decode(&doc); err != nil {
				if err.Error() != "EOF" {
					t.Errorf("%s: %v", path, err)
				}
				break
			}
			eachScript(&doc, func(script string) {
				scripts++
				for _, bad := range []string{"${{", "$[[", "$(System", "$(Build"} {
					if strings.Contains(script, bad) {
						t.Errorf("%s puts a value into a command:\n%s", path, script)
					}
				}
			})
		}
	}
	if scripts < 15 || releases < 8 {
		t.Errorf("%d scripts and %d releases were looked at", scripts, releases)
	}
}

// eachScript calls say with everything in a document that a shell gets.
func eachScript(n *yaml.Node, say func(string)) {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			switch n.Content[i].Value {
			case "run", "bash", "script", "before_script", "after-script", "command":
				var all func(*yaml.Node)
				all = func(n *yaml.Node) {
					if n.Kind == yaml.ScalarNode {
						say(n.Value)
					}
					for _, c := range n.Content {
						all(c)
					}
				}
				all(n.Content[i+1])
			}
		}
	}
	for _, c := range n.Content {
		eachScript(c, say)
	}
}

// TestWorkflows holds the workflows that people copy to actionlint, as they are
// and as init writes them.
func TestWorkflows(t *testing.T) {
	program, err := exec.LookPath("actionlint")
	if err != nil {
		if dir, err := exec.Command("go", "env", "GOPATH").Output(); err == nil {
			program = filepath.Join(strings.TrimSpace(string(dir)), "bin", "actionlint")
		}
	}
	if _, err := os.Stat(program); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("actionlint is missing")
		}
		t.Log("actionlint is missing: the workflows are not checked")
		return
	}
	files, err := filepath.Glob("../../ci/git*/*.yml")
	if err != nil {
		t.Fatal(err)
	}
	var workflows []string
	for _, f := range files {
		if filepath.Base(filepath.Dir(f)) != "gitlab" {
			workflows = append(workflows, f)
		}
	}
	if len(workflows) != 3 {
		t.Errorf("%d workflows", len(workflows))
	}
	if out, err := exec.Command(program, append([]string{"-no-color"}, workflows...)...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// The names that the script asks for are those that a release gives its files.
func TestInstallKnowsTheRelease(t *testing.T) {
	release, err := os.ReadFile("../../.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`name_template: "{{ .ProjectName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}"`, "name_template: checksums.txt", "${artifact}.sigstore.json",
		"goos: [linux, darwin, windows]", "goarch: [amd64, arm64]", "formats: [tar.gz]", "formats: [zip]",
	} {
		if !strings.Contains(string(release), want) {
			t.Errorf("the release has no %s any more: ci/install.sh has to follow", want)
		}
	}
}

// TestInstall installs from a server as the releases lie there, and takes nothing
// whose checksum is another.
func TestInstall(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("the archive for Windows is a zip; the script is tested on the others")
		return
	}
	if !needed(t, "sh", "curl", "tar") {
		return
	}
	archive := fmt.Sprintf("iaclint_9.8.7_%s_%s.tar.gz", runtime.GOOS, runtime.GOARCH)
	body := packed(t, "#!/bin/sh\necho it runs\n")
	sum := sha256.Sum256(body)
	right, wrong := hex.EncodeToString(sum[:]), strings.Repeat("0", 64)
	for name, c := range map[string]struct {
		sums, pin, version string
		says               string // "" for a program that runs
	}{
		"checksum of the release":  {sums: right + "  " + archive + "\n"},
		"with a v":                 {sums: right + "  " + archive + "\n", version: "v9.8.7"},
		"other lines beside it":    {sums: wrong + "  x" + archive + "\n" + right + " *" + archive + "\n"},
		"a pin":                    {pin: right},
		"another checksum":         {sums: wrong + "  " + archive + "\n", says: "has to be " + wrong},
		"another pin":              {sums: right + "  " + archive + "\n", pin: wrong, says: "has to be " + wrong},
		"no checksum of it":        {sums: right + "  other.tar.gz\n", says: "has no checksum of " + archive},
		"a release that is gone":   {version: "1.0.0", says: "cannot be fetched"},
		"what is no version":       {version: "1.0.0/../../x", says: "is no version"},
		"a version with a command": {version: "1$(touch x)", says: "is no version"},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				switch r.URL.Path {
				case "/v9.8.7/" + archive:
					w.Write(body)
				case "/v9.8.7/checksums.txt":
					fmt.Fprint(w, c.sums)
				default:
					http.NotFound(w, r)
				}
			}))
			defer server.Close()
			if c.version == "" {
				c.version = "9.8.7"
			}
			dir := filepath.Join(t.TempDir(), "bin")
			cmd := exec.Command("sh", "../../ci/install.sh")
			cmd.Env = []string{"PATH=" + tools(t, "sh", "curl", "tar", "gzip", "awk", "cut", "uname", "mktemp", "rm", "mkdir", "mv", "chmod", "sha256sum", "shasum", "perl"), "HOME=" + t.TempDir(),
				"IACLINT_VERSION=" + c.version, "IACLINT_DIR=" + dir, "IACLINT_RELEASES=" + server.URL, "IACLINT_SHA256=" + c.pin}
			out, err := cmd.CombinedOutput()
			said, ran := exec.Command(filepath.Join(dir, "iaclint")).Output()
			switch {
			case c.says == "" && (err != nil || string(said) != "it runs\n"):
				t.Errorf("%v, %s: %v\n%s", err, said, ran, out)
			case c.says != "" && (err == nil || ran == nil || !strings.Contains(string(out), c.says)):
				t.Errorf("installed, or not for the reason %q: %v\n%s", c.says, err, out)
			}
		})
	}
}

// tools is a folder with these programs only, so that no other changes what a
// script does.
func tools(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		at, err := exec.LookPath(name)
		if err != nil {
			continue // one of two that do the same
		}
		if err := os.Symlink(at, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func packed(t *testing.T, program string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for name, text := range map[string]string{"iaclint": program, "LICENSE": "x"} {
		if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o755, Size: int64(len(text))}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
