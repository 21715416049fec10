package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	oci "github.com/google/go-containerregistry/pkg/registry"
)

// TestPackPage does what docs/packs.md tells a new user to do, in an empty folder
// and with an empty registry, and compares what is printed: every command of a
// shell-session, with the files that blocks name. -update takes over what is
// printed today.
func TestPackPage(t *testing.T) {
	if _, err := exec.LookPath("openssl"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Error(err)
		}
		t.Log("openssl is not installed: the page is not tried")
		return
	}
	name, err := filepath.Abs("../../docs/packs.md")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	port := registryOnFourDigits(t)
	home := t.TempDir()
	for _, key := range []string{"HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "LocalAppData", "AppData", "DOCKER_CONFIG", "IACLINT_CACHE_DIR"} {
		t.Setenv(key, home)
	}
	for _, key := range []string{"CI", "GITHUB_ACTIONS", "GITLAB_CI", "SOURCE_DATE_EPOCH"} {
		t.Setenv(key, "")
	}
	t.Setenv("NO_COLOR", "1")
	t.Chdir(t.TempDir())
	local := strings.NewReplacer("127.0.0.1:5000", "127.0.0.1:"+port)
	shown := strings.NewReplacer("127.0.0.1:"+port, "127.0.0.1:5000")

	var fresh []string
	ran := 0
	lines := strings.Split(string(page), "\n")
	for i := 0; i < len(lines); i++ {
		fresh = append(fresh, lines[i])
		if !strings.HasPrefix(lines[i], "```") {
			continue
		}
		kind, file, _ := strings.Cut(strings.TrimPrefix(lines[i], "```"), " ")
		end := i + 1 + slices.Index(lines[i+1:], "```")
		block := lines[i+1 : end]
		switch {
		case kind == "shell-session":
			var said []string
			for at := 0; at < len(block); {
				command := block[at]
				n := 1 + slices.IndexFunc(append(slices.Clone(block[at+1:]), "$ "), func(l string) bool { return strings.HasPrefix(l, "$ ") })
				want := block[at+1 : at+n]
				got := printed(t, local.Replace(strings.TrimPrefix(command, "$ ")))
				now, err := refreshed(want, strings.Split(strings.TrimRight(shown.Replace(got), "\n"), "\n"))
				if got == "" {
					now = nil
				}
				if err != nil {
					t.Errorf("%s: %v", command, err)
				} else if !*update && !slices.Equal(now, want) {
					t.Errorf("%s prints now\n%s\nwant\n%s", command, strings.Join(now, "\n"), strings.Join(want, "\n"))
				}
				said = append(append(said, command), now...)
				at += n
				ran++
			}
			fresh = append(fresh, said...)
		case file != "":
			if file == "main.tf" { // somebody else's folder
				if err := os.Mkdir("infra", 0o755); err != nil {
					t.Fatal(err)
				}
				t.Chdir("infra")
			}
			if err := os.WriteFile(file, []byte(local.Replace(strings.Join(block, "\n"))+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			fresh = append(fresh, block...)
		default:
			fresh = append(fresh, block...)
		}
		fresh = append(fresh, "```")
		i = end
	}
	if ran < 10 {
		t.Errorf("the page shows %d commands", ran)
	}
	if text := strings.Join(fresh, "\n"); *update && text != string(page) {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// printed is what a command prints: ours in this process, any other by a shell.
func printed(t *testing.T, command string) string {
	var said bytes.Buffer
	if !strings.HasPrefix(command, "iaclint ") {
		c := exec.Command("sh", "-c", command+" 2>/dev/null")
		c.Stdout = &said
		if err := c.Run(); err != nil {
			t.Errorf("%s: %v", command, err)
		}
		return said.String()
	}
	args, _, err := arguments("$ " + command)
	if err != nil {
		t.Fatal(err)
	}
	code := run(context.Background(), args, streams{in: strings.NewReader(""), out: &said, err: &said})
	if refused := strings.Contains(said.String(), "error: "); (code == exitBroken) != refused {
		t.Errorf("%s: exit code %d and\n%s", command, code, said.String())
	}
	return said.String()
}

// registryOnFourDigits serves an empty registry where its address is as long as
// the one in the page, on which lines are broken.
func registryOnFourDigits(t *testing.T) string {
	for port := 5000; port < 9999; port++ {
		l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err != nil {
			continue
		}
		s := httptest.NewUnstartedServer(http.Handler(oci.New(oci.Logger(log.New(io.Discard, "", 0)))))
		s.Listener.Close()
		s.Listener = l
		s.Start()
		t.Cleanup(s.Close)
		return fmt.Sprint(port)
	}
	t.Fatal("no free port of four digits")
	return ""
}
