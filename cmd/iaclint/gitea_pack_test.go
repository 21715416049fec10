//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPacksOnGitea publishes, pins, pulls and refuses packs with the registry of a
// real Gitea, which asks for a token and knows no referrers.
func TestPacksOnGitea(t *testing.T) {
	bin := giteaBinary()
	if bin == "" {
		const none = "there is no Gitea on this machine: .ci/gitea builds one"
		if os.Getenv("IACLINT_GITEA") == "required" {
			t.Fatal(none)
		}
		t.Log(none)
		return
	}
	s := startGitea(t, bin)
	host, dir := strings.TrimPrefix(s.url, "http://"), t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	as := func(user, token string) {
		t.Helper()
		auth := base64.StdEncoding.EncodeToString([]byte(user + ":" + token))
		write("docker/config.json", fmt.Sprintf(`{"auths": {%q: {"auth": %q}}}`, host, auth))
	}
	write("home/iaclint/trust.hcl", "trust {\n  default = \"allow-unsigned\"\n}\n")
	write("repo/main.tf", "resource \"aws_ebs_volume\" \"a\" {\n  availability_zone = \"eu-west-1a\"\n  size = 20\n}\n")
	for name, folder := range map[string]string{"DOCKER_CONFIG": "docker", "XDG_CONFIG_HOME": "home", "IACLINT_CACHE_DIR": "cache"} {
		t.Setenv(name, filepath.Join(dir, folder))
	}
	t.Setenv("CI", "")
	t.Chdir(filepath.Join(dir, "repo"))
	iaclint := func(want int, args ...string) string {
		t.Helper()
		var out, errs bytes.Buffer
		code := run(context.Background(), args, streams{in: strings.NewReader(""), out: &out, err: &errs})
		if code != want || strings.Contains(out.String()+errs.String(), s.admin) {
			t.Fatalf("iaclint %s: exit code %d\n%s%s", strings.Join(args, " "), code, out.String(), errs.String())
		}
		return out.String() + errs.String()
	}
	pack := "oci://" + host + "/owner/cloud"
	iaclint(0, "pack", "new", "policies", "--name", "owner/cloud")
	as("owner", "not-the-token")
	if said := iaclint(2, "pack", "push", "policies", pack); !strings.Contains(said, "401") && !strings.Contains(said, "credentials") {
		t.Errorf("a wrong token is told as %q", said)
	}
	as("owner", s.admin)
	pushed := iaclint(0, "pack", "push", "policies", pack, "--also", "latest")
	digest := regexp.MustCompile(`sha256:[0-9a-f]{64}`).FindString(pushed)
	if digest == "" {
		t.Fatalf("no digest in %q", pushed)
	}
	iaclint(0, "pack", "add", pack)
	if said := iaclint(0, "pack", "list"); !strings.Contains(said, "owner/cloud") {
		t.Errorf("pinned packs: %s", said)
	}
	for _, ref := range []string{pack + ":0.1.0", pack + ":latest", pack + "@" + digest} {
		iaclint(0, "pack", "pull", ref, "-o", "pulled.tar.gz")
	}
	if err := os.RemoveAll(filepath.Join(dir, "cache")); err != nil {
		t.Fatal(err)
	}
	iaclint(0, "check", ".", "--fail-on", "never", "--locked=false")
	if said := iaclint(2, "pack", "pull", pack+":9.9.9"); !strings.Contains(said, "9.9.9") {
		t.Errorf("a tag that is not there is told as %q", said)
	}
}
