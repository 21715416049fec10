package modules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func writeFile(t *testing.T, name, text string) string {
	t.Helper()
	at := filepath.Join(t.TempDir(), name)
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return at
}

func TestLogins(t *testing.T) {
	home := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		at := filepath.Join(home, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put(".terraform.d/credentials.tfrc.json", `{"credentials": {"a.example.com": {"token": "login"}, "b.example.com": {"token": "login"}, "c.example.com": {"token": "login"}}}`)
	put(".terraformrc", "plugin_cache_dir = \"x\"\ncredentials \"b.example.com\" {\n  token = \"rc\"\n}\ncredentials \"C.Example.com\" {\n  token = \"rc\"\n}\n")
	tofu := environment{"HOME=" + home, "TF_TOKEN_c_example_com=env", "TF_TOKEN_my__host_example_com=env"}
	for tool, want := range map[string]map[string]string{
		"terraform": {"a.example.com": "login", "b.example.com": "rc", "c.example.com": "env", "my-host.example.com": "env"},
		"tofu":      {"a.example.com": "login", "b.example.com": "tofurc", "c.example.com": "env", "my-host.example.com": "env"},
	} {
		if tool == "tofu" {
			put(".tofurc", "credentials \"b.example.com\" {\n  token = \"tofurc\"\n}\n")
		}
		got := tofu.logins(tool)
		if got.problem != "" || len(got.tokens) != len(want) {
			t.Errorf("%s: %v", tool, got)
		}
		for host, token := range want {
			if got.tokens[host] != token {
				t.Errorf("%s: %s has %q", tool, host, got.tokens[host])
			}
		}
	}
	own := writeFile(t, "own.tfrc.json", `{"credentials": {"b.example.com": {"token": "own"}}}`)
	if got := (environment{"HOME=" + home, "TF_CLI_CONFIG_FILE=" + own}).logins("terraform"); got.tokens["b.example.com"] != "own" || got.tokens["a.example.com"] != "login" {
		t.Error(got)
	}
	for _, text := range []string{"credentials \"b\" {\n  token = s3cret\n}", "{{{ s3cret", "credentials \"b\" {\n token = [\"s3cret\"]\n}"} {
		got := environment{"TF_CLI_CONFIG_FILE=" + writeFile(t, "broken.rc", text)}.logins("terraform")
		if !strings.Contains(got.problem, "cannot be understood") || strings.Contains(got.problem, "s3cret") {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestTokenVariable(t *testing.T) {
	if got := tokenVariable("my-host.example.com"); got != "TF_TOKEN_my__host_example_com" {
		t.Error(got)
	}
}
