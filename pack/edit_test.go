package pack

import (
	"strings"
	"testing"
)

func TestListed(t *testing.T) {
	ref, err := ParseRef("oci://r.example/acme/cloud@^1.2.0")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, src, want string }{
		{"nothing", "", "packs = [\"REF\"]\n"},
		{"blocks", "# ours\nrule \"x\" {}\n", "packs = [\"REF\"]\n\n# ours\nrule \"x\" {}\n"},
		{"settings", "fail_on = \"low\" # so\n\nrule \"x\" {}\n", "fail_on = \"low\" # so\npacks = [\"REF\"]\n\nrule \"x\" {}\n"},
		{"no last line end", "fail_on = \"low\"", "fail_on = \"low\"\npacks = [\"REF\"]\n"},
		{"empty", "packs = []\n", "packs = [\"REF\"]\n"},
		{"a string", "packs = \"mine\"\n", "packs = [\"mine\", \"REF\"]\n"},
		{"a list", "packs = [\"mine\"] # why\n", "packs = [\"mine\", \"REF\"] # why\n"},
		{"one a line", "packs = [\n  \"mine\", # ours\n  \"yours\",\n]\n", "packs = [\n  \"mine\", # ours\n  \"yours\",\n  \"REF\",\n]\n"},
		{"there already", "packs = [\"a\", \"oci://r.example/acme/cloud@^1.0\", \"b\"]\n", "packs = [\"a\", \"REF\", \"b\"]\n"},
	} {
		got, err := Listed([]byte(c.src), "x.hcl", "packs", ref)
		if want := strings.ReplaceAll(c.want, "REF", ref.String()); err != nil || string(got) != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, err, got, want)
		}
	}
	if _, err := Listed([]byte("packs = [x]\n"), "x.hcl", "packs", ref); err == nil || !strings.Contains(err.Error(), "by hand") {
		t.Error(err)
	}
}

func TestParseRef(t *testing.T) {
	for s, want := range map[string]string{
		"oci://ghcr.io/acme/cloud":                   "oci://ghcr.io/acme/cloud ghcr.io/acme/cloud",
		"oci://127.0.0.1:5000/a:1.2.0":               "oci://127.0.0.1:5000/a tag=1.2.0 loopback 127.0.0.1:5000/a",
		"oci://[::1]:5000/a@>= 1, < 2":               "oci://[::1]:5000/a constraint=>= 1, < 2 loopback [::1]:5000/a",
		"oci://r.example/a@" + digestOf(nil):         "oci://r.example/a digest r.example/a",
		"oci://localhost.evil.example/a":             "oci://localhost.evil.example/a localhost.evil.example/a",
		"git::https://u:p@g.example/a.git//x?ref=v1": "git::https://u:p@g.example/a.git//x?ref=v1 g.example/a",
		"git@g.example:a/b.git":                      "git@g.example:a/b.git g.example/a/b",
		"policies/x":                                 "policies/x ./policies/x",
		"oci://ghcr.io":                              "! no repository",
		"oci:///a":                                   "! no repository",
		"oci://-x/a":                                 "! no repository",
		"oci://u@h/a":                                "! names no repository",
		"oci://h/A":                                  "! lower-case",
		"oci://h/a/../b":                             "! lower-case",
		"oci://h/a?x":                                "! lower-case",
		"oci://h/a:b@1":                              "! two versions",
		"oci://h/a@sha256:12":                        "! 64 digits",
		"oci://h/a@newest":                           "! constraint",
		"https://h/a":                                "! do not come over https",
		"oci://h/a\n":                                "! no reference",
	} {
		r, err := ParseRef(s)
		if reason, bad := strings.CutPrefix(want, "! "); bad {
			if err == nil || !strings.Contains(err.Error(), reason) {
				t.Errorf("%s: %v", s, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", s, err)
			continue
		}
		got := r.Source
		if r.Tag != "" {
			got += " tag=" + r.Tag
		}
		if r.Constraint != "" {
			got += " constraint=" + r.Constraint
		}
		if r.Digest != "" {
			got += " digest"
		}
		if r.Kind == OCI && r.Loopback() {
			got += " loopback"
		}
		if got += " " + r.Place(); got != want {
			t.Errorf("%s: %s", s, got)
		}
		if r.String() != s {
			t.Errorf("%s is written as %s", s, r)
		}
	}
}
