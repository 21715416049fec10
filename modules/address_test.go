package modules

import (
	"strings"
	"testing"
)

func TestParseAddress(t *testing.T) {
	for source, want := range map[string]string{
		"github.com/acme/net":                                "git https://github.com/acme/net.git",
		"github.com/acme/net.git//modules/a?ref=v1.2.0":      "git https://github.com/acme/net.git ref=v1.2.0 sub=modules/a",
		"bitbucket.org/acme/net?ref=main":                    "git https://bitbucket.org/acme/net.git ref=main",
		"git@github.com:acme/net.git//sub?ref=v1":            "git ssh://git@github.com/acme/net.git ref=v1 sub=sub",
		"git::git@example.com:net.git":                       "git ssh://git@example.com/net.git",
		"git::ssh://git@example.com:2222/net.git?ref=a/b":    "git ssh://git@example.com:2222/net.git ref=a/b",
		"git::https://example.com/net.git//a//b?depth=1":     "git https://example.com/net.git sub=a/b",
		"git::github.com/acme/net":                           "git https://github.com/acme/net.git",
		"git::http://example.com/net?x=1&ref=v1":             "git http://example.com/net?x=1 ref=v1",
		"https://example.com/net.zip//a/../b?archive=tar.gz": "web https://example.com/net.zip sub=b",
		"https://example.com/net?b=2&checksum=sha256:aa":     "web https://example.com/net?b=2 sum=sha256:aa",
		"HTTPS://example.com/net":                            "web https://example.com/net",
		"s3::https://s3.amazonaws.com/b/net.zip":             "! does not fetch from s3::",
		"oci://example.com/net":                              "! does not fetch over oci://",
		"hg::https://example.com/net":                        "! does not fetch from hg::",
		"git::ext::sh -c x":                                  "! no address",
		"git::file:///etc":                                   "! does not fetch from file://",
		"file:///etc":                                        "! does not fetch from file://",
		"git::/etc":                                          "! no address",
		"git::./net":                                         "! no address",
		"git::git://example.com/net":                         "! does not fetch over git://",
		"ssh://git@example.com/net.zip":                      "! does not fetch over ssh://",
		"/etc":                                               "! no address",
		"git::ssh://-oProxyCommand=x/net":                    "! no address",
		"git::ssh://-oProxyCommand=x@example.com/net":        "! no address",
		"git::-oProxyCommand@example.com:net":                "! no address",
		"git::https://example.com/net?ref=--upload-pack=x":   "! is no name of a branch",
		"git::https://example.com/net?ref=-x":                "! is no name of a branch",
		"git::https://example.com/net?ref=a..b":              "! is no name of a branch",
		"git::https://example.com/net?ref=a%0ab":             "! is no name of a branch",
		"git::https://example.com/net?ref=":                  "! is no name of a branch",
		"git::ssh://example.com/net?sshkey=abc":              "! takes no keys",
		"https://example.com/net.zip//../x":                  "! leads out of the package",
		"git::https://exa mple.com/x":                        "! no address",
		"nonsense":                                           "! no address",
	} {
		at, err := parseAddress(source)
		if reason, ok := strings.CutPrefix(want, "! "); ok {
			if err == nil || !strings.Contains(err.Error(), reason) {
				t.Errorf("%s: %v", source, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		got := "web " + at.url.String()
		if at.git {
			got = "git " + at.url.String()
		}
		for _, part := range [][2]string{{"ref", at.ref}, {"sub", at.sub}, {"sum", at.checksum}} {
			if part[1] != "" {
				got += " " + part[0] + "=" + part[1]
			}
		}
		if got != want {
			t.Errorf("%s: %s", source, got)
		}
	}
}

func TestTidy(t *testing.T) {
	for text, want := range map[string]string{
		"example.com/a/b@v1": "example.com/a/b@v1", "a/../../b": "b", "..": "", "x\x1b[31m y:1/ü": "x__31m_y_1/_",
	} {
		if got := tidy(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
