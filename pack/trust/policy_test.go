package trust

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMatch(t *testing.T) {
	cases := []struct {
		pattern, ref string
		want         bool
	}{
		{"registry.example/platform/*", "registry.example/platform/packs", true},
		{"registry.example/platform/*", "oci://registry.example/platform/packs", true},
		{"registry.example/platform/*", "registry.example/platform/a/b", false},
		{"registry.example/platform/**", "registry.example/platform/a/b", true},
		{"registry.example/platform/*", "registry.example/platform", false},
		{"registry.example/platform/*", "evil.example/registry.example/platform/x", false},
		{"registry.example/platform/*", "registry.example/platform/../evil/x", false},
		{"registry.example/platform/*", "registry.example/platform/..", false},
		{"registry.example/*/packs", "registry.example/a/packs", true},
		{"registry.example/*", "registry.example.evil/x", false},
		{"*.example/**", "registry.example/a/b/c", true},
		{"**", "registry.example/a", true},
		{"**/packs", "registry.example/a/packs", true},
		{"**", "registry.example//a", false},
		{"./packs/*", "./packs/ours", true},
		{"./packs/*", "packs/ours", false}, // the repository of a registry called packs
		{"packs/*", "./packs/ours", false},
		{"./packs/*", "./packs/../../evil", false},
		{"./packs/*", "./packs/../packs/ours", true},
		{"./packs/*", "../packs/ours", false},
		{"/opt/packs/*", "/opt/packs/ours", true},
		{"/opt/packs/*", "/opt/packs/../../etc/x", false},
	}
	for _, c := range cases {
		if got := matches(c.pattern, c.ref); got != c.want {
			t.Errorf("%s, %s: %v", c.pattern, c.ref, got)
		}
	}
}

func TestDefaults(t *testing.T) {
	key := newSigner(t, "P-256")
	signed, err := Sign(key, manifest)
	if err != nil {
		t.Fatal(err)
	}
	none, diags, err := Load(Places{User: filepath.Join(t.TempDir(), "trust.hcl")})
	if err != nil || diags.HasErrors() {
		t.Fatal(err, diags)
	}
	deny := policyOf(t, "trust {}", nil)
	warn := policyOf(t, `trust { default = "warn" }`, nil)
	allow := policyOf(t, `trust { default = "allow-unsigned" }`, nil)
	some := policyOf(t, `trust {
  default = "allow-unsigned"
  policy {
    match = "registry.example/**"
    keys  = ["a.pub"]
  }
  policy {
    match = "./packs/*"
    local = true
  }
  policy {
    match    = "git.example/**"
    unsigned = true
  }
}`, map[string][]byte{"a.pub": publicPEM(t, key.Public())})
	cases := []struct {
		what     string
		p        *Policy
		ref      string
		manifest []byte
		bundles  [][]byte
		refusal  string // "" for none
		warning  string
	}{
		{"no policy, a registry", none, repository, manifest, [][]byte{signed}, "there is no trust policy", ""},
		{"no policy, git", none, "git.example/a", nil, nil, "there is no trust policy", ""},
		{"no policy, a folder", none, "./packs/a", nil, nil, "", ""},
		{"deny, a registry", deny, repository, manifest, nil, "no policy speaks of it, and it is not signed", ""},
		{"deny, a folder", deny, "./packs/a", nil, nil, "no policy speaks of it", ""},
		{"warn", warn, repository, manifest, nil, "", "without a signature that was checked"},
		{"allow", allow, repository, manifest, nil, "", ""},
		{"signed as wanted", some, repository, manifest, [][]byte{signed}, "", ""},
		{"wanted, not signed", some, repository, manifest, nil, "it has no signature", ""},
		{"wanted, signed badly", some, repository, manifest, [][]byte{[]byte("{}")}, "no signature of it is one", ""},
		{"wanted, of git", some, "registry.example/git", nil, nil, "only packs in a registry have one", ""},
		{"a folder", some, "./packs/a", nil, nil, "", ""},
		{"unsigned", some, "git.example/a", nil, nil, "", ""},
		{"not spoken of", some, "other.example/a", manifest, nil, "", ""},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			got, err := c.p.Verify(c.ref, c.manifest, c.bundles)
			if (err == nil) != (c.refusal == "") || err != nil && !strings.Contains(err.Error(), c.refusal) {
				t.Errorf("%v, want %q", err, c.refusal)
			}
			if !strings.Contains(got.Warning, c.warning) || (got.Warning == "") != (c.warning == "") {
				t.Errorf("warning %q", got.Warning)
			}
		})
	}
}

// The refusal shows a policy to start from, which holds.
func TestExampleOfARefusal(t *testing.T) {
	v := newInstance(t)
	raw := v.signed(t, false)
	_, err := policyOf(t, "trust {}", nil).Verify(repository, manifest, [][]byte{raw})
	if err == nil {
		t.Fatal("not refused")
	}
	_, text, _ := strings.Cut(err.Error(), "\n\n")
	text = strings.Replace(text, "trust {", "trust {\n  trusted_root = \"root.json\"", 1)
	p := policyOf(t, text, map[string][]byte{"root.json": v.json})
	if _, err := p.Verify(repository, manifest, [][]byte{raw}); err != nil {
		t.Errorf("%v\n%s", err, text)
	}
	if got := quoted("a${x}\"\n%{y}\u202e"); got != `"a$${x}\"\n%%{y}\u202e"` {
		t.Errorf("%s", got)
	}
}

func TestSlipsInAPolicy(t *testing.T) {
	good := publicPEM(t, newSigner(t, "P-256").Public())
	for want, text := range map[string]string{
		"Not one trust block":                              `# nothing`,
		"Unsupported block type":                           "rule {}\ntrust {}",
		"Unsupported argument":                             "trust {\n  defalt = \"deny\"\n}",
		"No such default":                                  `trust { default = "maybe" }`,
		"Policy without match":                             "trust {\n  policy {\n    local = true\n  }\n}",
		"Policy without a way to trust":                    "trust {\n  policy {\n    match = \"a/b\"\n  }\n}",
		"Pattern that matches nothing":                     "trust {\n  policy {\n    match = \"a/../b\"\n    local = true\n  }\n}",
		"Key cannot be read":                               "trust {\n  policy {\n    match = \"a/b\"\n    keys = [\"b.pub\"]\n  }\n}",
		"Identity that is not complete":                    "trust {\n  policy {\n    match = \"a/b\"\n    keyless {\n      issuer = \"x\"\n    }\n  }\n}",
		"Pattern that cannot be read":                      "trust {\n  policy {\n    match = \"a/b\"\n    keyless {\n      issuer = \"x\"\n      identity_pattern = \"(\"\n    }\n  }\n}",
		"Value of another kind":                            "trust {\n  policy {\n    match = [\"a\"]\n    local = true\n  }\n}",
		"Variables not allowed":                            "trust {\n  policy {\n    match = x\n    local = true\n  }\n}",
		"Function calls not allowed":                       "trust {\n  policy {\n    match = file(\"x\")\n    local = true\n  }\n}",
		"No keys":                                          "trust {\n  policy {\n    match = \"a/b\"\n    keys = []\n  }\n}",
		"Give it keys and keyless blocks, or local = true": "trust {\n  policy {\n    match = \"a/b\"\n    keys = [\"a.pub\"]\n    unsigned = true\n  }\n}",
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "a.pub"), string(good))
		name := filepath.Join(dir, "trust.hcl")
		write(t, name, text)
		_, diags, err := Load(Places{Named: name})
		if err != nil || !diags.HasErrors() || !strings.Contains(diags.Error(), want) && !strings.Contains(diags[0].Detail, want) {
			t.Errorf("%v, %v; want %q", err, diags, want)
		}
		for _, d := range diags {
			if d.Subject == nil || d.Subject.Filename != name {
				t.Errorf("%q has no place", d.Summary)
			}
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, to, from string) {
	t.Helper()
	if err := os.Symlink(to, from); err != nil {
		t.Fatal(err)
	}
}

// Whoever proposes a change to the tree must not be able to say who is trusted.
func TestPolicyInTheCheckedTree(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	key := string(publicPEM(t, newSigner(t, "P-256").Public()))
	text := "trust {\n  policy {\n    match = \"a/b\"\n    keys = [\"a.pub\"]\n  }\n}"
	write(t, at("repo/.git/HEAD"), "")
	for _, folder := range []string{"repo", "repo/envs/prod", "repo2", "elsewhere"} {
		write(t, at(folder+"/trust.hcl"), text)
		write(t, at(folder+"/a.pub"), key)
	}
	write(t, at("repo/plan.json"), "{}")
	write(t, at("loose/plan.json"), "{}")
	write(t, at("repo/sub/.git"), "gitdir: ../.git/modules/sub")
	write(t, at("keyinside/trust.hcl"), strings.ReplaceAll(text, "a.pub", "../repo/a.pub"))
	write(t, at("rootinside/trust.hcl"), "trust {\n  trusted_root = \"../repo/root.json\"\n  policy {\n    match = \"registry.example/**\"\n    keyless {\n"+whoText(issuer, who)+"\n}\n}\n}")
	write(t, at("repo/root.json"), "{}")
	link(t, at("repo/trust.hcl"), at("elsewhere/linked.hcl"))
	link(t, at("elsewhere"), at("repo/out"))
	cases := []struct {
		what, named, checked string
		inside               bool
	}{
		{"the folder itself", "repo/trust.hcl", "repo", true},
		{"above, in one repository", "repo/trust.hcl", "repo/envs/prod", true},
		{"beside, in one repository", "repo/envs/prod/trust.hcl", "repo/sub", true},
		{"below", "repo/envs/prod/trust.hcl", "repo", true},
		{"by the plan", "repo/trust.hcl", "repo/plan.json", true},
		{"a link to it", "elsewhere/linked.hcl", "repo", true},
		{"by a folder without a repository", "elsewhere/trust.hcl", "elsewhere", true},
		{"outside", "elsewhere/trust.hcl", "repo", false},
		{"through a link that leads out", "repo/out/trust.hcl", "repo", false},
		{"beside, of a name alike", "repo2/trust.hcl", "repo", false},
		{"a plan of no repository", "elsewhere/trust.hcl", "loose/plan.json", false},
		{"what is not there", "elsewhere/trust.hcl", "nowhere", false},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			_, diags, err := Load(Places{Named: at(c.named), Checked: []string{at(c.checked)}})
			if (err != nil) != c.inside || err != nil && !strings.Contains(err.Error(), "lies in the tree that is checked") {
				t.Errorf("%v, %v", err, diags)
			}
		})
	}
	_, diags, err := Load(Places{Named: at("keyinside/trust.hcl"), Checked: []string{at("repo")}})
	if err != nil || !strings.Contains(diags.Error(), "lies in the tree that is checked") {
		t.Errorf("a key in the tree: %v, %v", err, diags)
	}
	p, diags, err := Load(Places{Named: at("rootinside/trust.hcl"), Checked: []string{at("repo")}})
	if err != nil || diags.HasErrors() {
		t.Fatal(err, diags)
	}
	raw := newInstance(t).signed(t, false)
	refusedBecause(t, p, repository, manifest, raw, "lies in the tree that is checked")
}

func TestWhichPolicyIsInForce(t *testing.T) {
	dir := t.TempDir()
	p := Places{Organisation: filepath.Join(dir, "org.hcl"), User: filepath.Join(dir, "user.hcl")}
	in := func() string {
		t.Helper()
		policy, _, err := Load(p)
		if err != nil {
			t.Fatal(err)
		}
		return policy.Path
	}
	if got := in(); got != "" {
		t.Errorf("none there, and %s", got)
	}
	write(t, p.User, "trust {}")
	if got := in(); got != p.User {
		t.Errorf("%s, not the user's", got)
	}
	write(t, p.Organisation, "trust {}")
	if got := in(); got != p.Organisation {
		t.Errorf("%s, not the organisation's", got)
	}
	p.Named = filepath.Join(dir, "named.hcl")
	if _, _, err := Load(p); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("one that is named and not there: %v", err)
	}
	write(t, p.Named, "trust {}")
	if got := in(); got != p.Named {
		t.Errorf("%s, not the one that is named", got)
	}
	write(t, p.Named, strings.Repeat("#", largest+1))
	if _, _, err := Load(p); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("a large one: %v", err)
	}
	p.Named = dir
	if _, _, err := Load(p); err == nil || !strings.Contains(err.Error(), "no regular file") {
		t.Errorf("a folder: %v", err)
	}
}

func TestSameSigner(t *testing.T) {
	key := Signer{Kind: ByKey, Fingerprint: "sha256:1"}
	other := Signer{Kind: ByKey, Fingerprint: "sha256:2"}
	flow := func(at string) Signer {
		return Signer{Kind: Keyless, Issuer: issuer, Identity: "https://forge.example/a/packs/.ci/release.yml" + at}
	}
	cases := []struct {
		what     string
		was, now []Signer
		same     bool
	}{
		{"the same key", []Signer{key}, []Signer{key}, true},
		{"another key", []Signer{key}, []Signer{other}, false},
		{"one of two", []Signer{key, other}, []Signer{other}, true},
		{"no signature any more", []Signer{key}, nil, false},
		{"signed for the first time", nil, []Signer{key}, true},
		{"the next tag", []Signer{flow("@refs/tags/v1")}, []Signer{flow("@refs/tags/v2")}, true},
		{"another workflow", []Signer{flow("@refs/tags/v1")}, []Signer{flow("2@refs/tags/v1")}, false},
		{"another issuer", []Signer{flow("")}, []Signer{{Kind: Keyless, Issuer: "x", Identity: flow("").Identity}}, false},
		{"a key after a workflow", []Signer{flow("")}, []Signer{key}, false},
	}
	for _, c := range cases {
		err := SameSigner("acme/cloud", c.was, c.now)
		if (err == nil) != c.same {
			t.Errorf("%s: %v", c.what, err)
		}
		if err != nil && !strings.Contains(err.Error(), "acme/cloud") {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}
