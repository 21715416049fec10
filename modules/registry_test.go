package modules

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestVersions(t *testing.T) {
	s := serve(t, offering("1.0.0", "1.2.0", "1.10.3", "2.0.0", "2.1.0-beta1", "3.0.0-rc.1", "junk"))
	for constraint, want := range map[string]string{
		"":                "2.0.0",
		"~> 1.2":          "1.10.3",
		">= 1.0, < 1.5.0": "1.2.0",
		"1.0.0":           "1.0.0",
		"= 1.2":           "1.2.0",
		"2.1.0-beta1":     "2.1.0-beta1",
		"= 3.0.0-rc.1":    "3.0.0-rc.1",
		">= 2.1.0-beta1":  "",
		"~> 9.0":          "",
		"newest":          "",
	} {
		p, err := fetcher(t, "").Fetch(t.Context(), s.host+"/acme/net/aws", constraint, "terraform")
		switch {
		case want == "" && (err == nil || !strings.Contains(err.Error(), "version")):
			t.Errorf("%q: %v, %v", constraint, p, err)
		case want != "" && err != nil:
			t.Errorf("%q: %v", constraint, err)
		case want != "" && (!strings.HasSuffix(p.Name, "/acme/net/aws@"+want) || read(t, p, "main.tf") != "# "+want):
			t.Errorf("%q: %v", constraint, p)
		}
	}
}

// TestKept is that what was fetched is not fetched again, and that a version
// named exactly needs no network then.
func TestKept(t *testing.T) {
	s := serve(t, offering("1.0.0", "1.1.0"))
	cache := t.TempDir()
	source := s.host + "/acme/net/aws"
	for range 2 {
		p, err := fetcher(t, cache).Fetch(t.Context(), source+"//modules/inner", "~> 1.0", "terraform")
		if err != nil || p.Sub != "modules/inner" || read(t, p, "main.tf") != "# inner" {
			t.Fatal(p, err)
		}
	}
	if n := s.count("/files/1.1.0.tar.gz"); n != 1 {
		t.Errorf("downloaded %d times", n)
	}
	before := len(s.asked)
	if p, err := fetcher(t, cache).Fetch(t.Context(), source, "1.1.0", "terraform"); err != nil || p.Sub != "." {
		t.Error(p, err)
	}
	if len(s.asked) != before {
		t.Errorf("asked for %v", s.asked[before:])
	}
	if found := leftovers(t, cache); found != nil {
		t.Error(found)
	}
}

// TestRegistryOfTool is which registry is meant where none is named.
func TestRegistryOfTool(t *testing.T) {
	for _, test := range []struct{ source, tool, want string }{
		{"acme/net/aws", "terraform", "registry.terraform.io/acme/net/aws"},
		{"acme/net/aws", "tofu", "registry.opentofu.org/acme/net/aws"},
		{"acme/net/aws//sub/dir", "tofu", "registry.opentofu.org/acme/net/aws//sub/dir"},
		{"registry.terraform.io/acme/net/aws", "tofu", "registry.terraform.io/acme/net/aws"},
		{"example.com:8443/acme/net/aws", "tofu", "example.com:8443/acme/net/aws"},
	} {
		m, ok := registryModule(test.source, test.tool)
		if got := strings.TrimSuffix(m.String()+"//"+m.sub, "//"); !ok || got != test.want {
			t.Errorf("%s: %s", test.source, got)
		}
	}
	for _, source := range []string{"github.com/acme/net", "./net", "https://example.com/a/b", "git@github.com:a/b", "github.com/a/b/c", "a/b/AWS", "a/-b/aws", "a/b/c/d/e", "localhost/a/b/c", "a/b", "a/b/aws//../c", "a/b/aws?ref=v1", "a//b/c"} {
		if m, ok := registryModule(source, "terraform"); ok {
			t.Errorf("%s: %s", source, m)
		}
	}
}

func TestLocations(t *testing.T) {
	away := serve(t, map[string]http.HandlerFunc{"/a.zip": gives(tarGz(map[string]string{"top-1/main.tf": "# top", "top-1/sub/main.tf": "# sub"}))})
	pages := offering("1.0.0", "2.0.0", "3.0.0", "4.0.0")
	s := serve(t, pages)
	pages["/v1/modules/acme/net/aws/1.0.0/download"] = leadsTo(away.URL + "/a.zip//*?archive=tar.gz")
	pages["/v1/modules/acme/net/aws/2.0.0/download"] = says(`{"location": "../../../../../../files/2.0.0.tar.gz"}`)
	pages["/v1/modules/acme/net/aws/3.0.0/download"] = leadsTo("file:///etc")
	pages["/v1/modules/acme/net/aws/4.0.0/download"] = says(`{}`)
	f := fetcher(t, "")
	p, err := f.Fetch(t.Context(), s.host+"/acme/net/aws//sub", "1.0.0", "terraform")
	if err != nil || p.Sub != "top-1/sub" || read(t, p, "main.tf") != "# sub" {
		t.Error(p, err)
	}
	if p, err = f.Fetch(t.Context(), s.host+"/acme/net/aws", "2.0.0", "tofu"); err != nil || read(t, p, "main.tf") != "# 2.0.0" {
		t.Error(p, err)
	}
	if _, err = f.Fetch(t.Context(), s.host+"/acme/net/aws", "3.0.0", "terraform"); err == nil || !strings.Contains(err.Error(), "does not fetch from file://") {
		t.Error(err)
	}
	if _, err = f.Fetch(t.Context(), s.host+"/acme/net/aws", "4.0.0", "terraform"); err == nil || !strings.Contains(err.Error(), "does not say where version 4.0.0 lies") {
		t.Error(err)
	}
}

// TestTokens is that a token goes to its host's registry, and nowhere else.
func TestTokens(t *testing.T) {
	away := serve(t, map[string]http.HandlerFunc{"/b.tar.gz": gives(tarGz(map[string]string{"main.tf": ""})), "/.well-known/terraform.json": says(`{"modules.v1": "/v1/"}`)})
	pages := offering("1.0.0")
	s := serve(t, pages)
	pages["/v1/modules/acme/net/aws/1.0.0/download"] = func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, away.URL+"/moved", http.StatusFound)
	}
	away.pages["/moved"] = leadsTo(away.URL + "/b.tar.gz")
	wants := pages["/v1/modules/acme/net/aws/versions"]
	pages["/v1/modules/acme/net/aws/versions"] = func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer s3cret" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		wants(w, r)
	}
	rc := writeFile(t, "terraform.rc", `credentials "`+s.host+`" { token = "s3cret" }`)
	f := fetcher(t, "", "TF_CLI_CONFIG_FILE="+rc)
	if _, err := f.Fetch(t.Context(), s.host+"/acme/net/aws", "", "terraform"); err != nil {
		t.Fatal(err)
	}
	if s.token("/v1/modules/acme/net/aws/1.0.0/download") != "Bearer s3cret" || s.token("/.well-known/terraform.json") != "Bearer s3cret" {
		t.Error(s.tokens)
	}
	if away.count("/moved") != 1 || away.count("/b.tar.gz") != 1 {
		t.Fatal(away.asked)
	}
	for path, token := range away.tokens {
		if token != "" {
			t.Errorf("%s was sent %s", path, token)
		}
	}

	// One whose discovery is answered by another host is not told to it either.
	pages["/.well-known/terraform.json"] = func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, away.URL+r.URL.Path, http.StatusFound)
	}
	f = fetcher(t, "", "TF_CLI_CONFIG_FILE="+rc)
	f.Fetch(t.Context(), s.host+"/acme/net/aws", "", "terraform")
	if away.count("/v1/acme/net/aws/versions") != 1 || away.token("/v1/acme/net/aws/versions") != "" || away.token("/.well-known/terraform.json") != "" {
		t.Error(away.asked, away.tokens)
	}

	// Without one, and with a wrong one, it says what to do.
	pages["/.well-known/terraform.json"] = says(`{"modules.v1": "/v1/modules/"}`)
	_, err := fetcher(t, "").Fetch(t.Context(), s.host+"/acme/net/aws", "", "terraform")
	if err == nil || !strings.Contains(err.Error(), s.host+" wants a token (401)") || !strings.Contains(err.Error(), "terraform login") {
		t.Error(err)
	}
	wrong := writeFile(t, "terraform.rc", `credentials "`+s.host+`" { token = "0ther" }`)
	_, err = fetcher(t, "", "TF_CLI_CONFIG_FILE="+wrong).Fetch(t.Context(), s.host+"/acme/net/aws", "", "terraform")
	if err == nil || !strings.Contains(err.Error(), "does not accept the token") || strings.Contains(err.Error(), "0ther") {
		t.Error(err)
	}
	helper := writeFile(t, "terraform.rc", `credentials_helper "vault" {}`)
	_, err = fetcher(t, "", "TF_CLI_CONFIG_FILE="+helper).Fetch(t.Context(), s.host+"/acme/net/aws", "", "terraform")
	if err == nil || !strings.Contains(err.Error(), "credentials helpers, as TF_CLI_CONFIG_FILE names one, are not run") {
		t.Error(err)
	}
}

// TestServersThatFail is what is said of each.
func TestServersThatFail(t *testing.T) {
	pages := offering("1.0.0")
	s := serve(t, pages)
	bad := func(set map[string]http.HandlerFunc) *server {
		other := offering("1.0.0")
		for path, page := range set {
			other[path] = page
		}
		return serve(t, other)
	}
	code := func(code int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
	}
	versions := "/v1/modules/acme/net/aws/versions"
	for name, test := range map[string]struct {
		source, want string
	}{
		"no such module":     {s.host + "/acme/other/aws", "has no such module (404): check its source"},
		"no registry":        {serve(t, nil).host + "/acme/net/aws", "has no such module (404)"},
		"no modules":         {bad(map[string]http.HandlerFunc{"/.well-known/terraform.json": says(`{"providers.v1": "/"}`)}).host + "/acme/net/aws", "is no registry of modules"},
		"over plain http":    {bad(map[string]http.HandlerFunc{"/.well-known/terraform.json": says(`{"modules.v1": "http://127.0.0.1/"}`)}).host + "/acme/net/aws", "does not say where its registry is"},
		"no JSON":            {bad(map[string]http.HandlerFunc{versions: says("<html>")}).host + "/acme/net/aws", "answers as no registry does"},
		"broken":             {bad(map[string]http.HandlerFunc{versions: code(500)}).host + "/acme/net/aws", "answers 500 Internal Server Error: try again later"},
		"too often":          {bad(map[string]http.HandlerFunc{versions: code(429)}).host + "/acme/net/aws", "asked too often (429)"},
		"no versions":        {bad(map[string]http.HandlerFunc{versions: says(`{"modules": []}`)}).host + "/acme/net/aws", "offers no released version"},
		"slow":               {bad(map[string]http.HandlerFunc{versions: func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }}).host + "/acme/net/aws", "does not answer in time"},
		"archive not there":  {bad(map[string]http.HandlerFunc{"/files/1.0.0.tar.gz": nil}).host + "/acme/net/aws", "has no such module (404)"},
		"archive is none":    {bad(map[string]http.HandlerFunc{"/files/1.0.0.tar.gz": gives([]byte("hello"))}).host + "/acme/net/aws", "no archive that iaclint knows"},
		"archive breaks off": {bad(map[string]http.HandlerFunc{"/files/1.0.0.tar.gz": gives(tarGz(map[string]string{"main.tf": strings.Repeat("x", 5000)})[:40])}).host + "/acme/net/aws", "the archive is damaged"},
		"nobody there":       {"127.0.0.1:1/acme/net/aws", "127.0.0.1:1 refuses connections"},
	} {
		f := fetcher(t, "")
		f.limits.reply = 300 * time.Millisecond
		if name != "slow" {
			f.limits.reply = 20 * time.Second
		}
		p, err := f.Fetch(t.Context(), test.source, "", "terraform")
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.HasSuffix(err.Error(), ".") {
			t.Errorf("%s: %v, %v", name, p, err)
		}
		if f.Broken() != nil {
			t.Errorf("%s: the cache is blamed: %v", name, f.Broken())
		}
	}
	// A stranger's certificate.
	f := fetcher(t, "")
	f.web = newWeb(nil, &f.limits)
	if _, err := f.Fetch(t.Context(), s.host+"/acme/net/aws", "", "terraform"); err == nil || !strings.Contains(err.Error(), "is not trusted") {
		t.Error(err)
	}
}

// TestSecondTry is that a server may stumble once.
func TestSecondTry(t *testing.T) {
	pages := offering("1.0.0")
	s := serve(t, pages)
	versions := pages["/v1/modules/acme/net/aws/versions"]
	pages["/v1/modules/acme/net/aws/versions"] = func(w http.ResponseWriter, r *http.Request) {
		if s.count(r.URL.Path) == 1 {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		versions(w, r)
	}
	if _, err := fetcher(t, "").Fetch(t.Context(), s.host+"/acme/net/aws", "", "terraform"); err != nil {
		t.Error(err)
	}
}
