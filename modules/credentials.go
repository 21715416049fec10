package modules

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	svchost "github.com/hashicorp/terraform-svchost"
	"github.com/zclconf/go-cty/cty"
)

// login is what is known of a host.
type login struct {
	token   string // "" for none
	problem string // why there may be one that was not found, with what to do
}

// logins are tokens by host, as Terraform's own CLI configuration has them.
type logins struct {
	tokens  map[string]string
	problem string
}

// tokenVariable is the variable of the environment that holds a host's token.
func tokenVariable(host string) string {
	return "TF_TOKEN_" + strings.NewReplacer(".", "_", "-", "__").Replace(host)
}

// login is the token for a host. Variables of the environment stand above
// files, and the file that terraform login writes below the others.
func (f *Fetcher) login(host, tool string) login {
	f.mu.Lock()
	defer f.mu.Unlock()
	known, ok := f.logins[tool]
	if !ok {
		known = f.env.logins(tool)
		f.logins[tool] = known
	}
	return login{known.tokens[host], known.problem}
}

func (e environment) logins(tool string) logins {
	out := logins{tokens: map[string]string{}}
	home, folders := e.homes(tool)
	for _, dir := range folders {
		out.file(filepath.Join(dir, "credentials.tfrc.json"), "credentials.tfrc.json")
	}
	if file := e.get("TF_CLI_CONFIG_FILE"); file != "" {
		out.file(file, "TF_CLI_CONFIG_FILE")
	} else {
		for _, name := range home {
			if out.file(name, filepath.Base(name)) {
				break
			}
		}
	}
	for _, line := range e {
		name, token, _ := strings.Cut(line, "=")
		if host, ok := strings.CutPrefix(name, "TF_TOKEN_"); ok && token != "" {
			host = strings.ReplaceAll(strings.ReplaceAll(host, "__", "-"), "_", ".")
			out.add(host, token)
		}
	}
	return out
}

// homes are the files of settings, the first that exists counts, and the
// folders where terraform login and tofu login leave tokens.
func (e environment) homes(tool string) (files, folders []string) {
	if runtime.GOOS == "windows" {
		data := e.get("APPDATA")
		files = []string{filepath.Join(data, "terraform.rc")}
		if tool == "tofu" {
			files = []string{filepath.Join(data, "tofu.rc"), files[0]}
		}
		return files, []string{filepath.Join(data, "terraform.d")}
	}
	home := e.get("HOME")
	if home == "" {
		return nil, nil
	}
	files = []string{filepath.Join(home, ".terraformrc")}
	folders = []string{filepath.Join(home, ".terraform.d")}
	if tool == "tofu" {
		settings := e.get("XDG_CONFIG_HOME")
		if settings == "" {
			settings = filepath.Join(home, ".config")
		}
		files = []string{filepath.Join(home, ".tofurc"), filepath.Join(settings, "opentofu", "tofurc"), files[0]}
		folders = append(folders, filepath.Join(settings, "opentofu"))
	}
	return files, folders
}

func (l *logins) add(host, token string) {
	if name, err := svchost.ForComparison(host); err == nil {
		l.tokens[name.String()] = token
	}
}

// file takes in the tokens of a file and is whether it exists.
func (l *logins) file(name, called string) bool {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > 1<<20 {
		return false
	}
	src, err := os.ReadFile(name)
	if err != nil {
		l.problem = called + " may not be read: let it, or give the token in the environment"
		return true
	}
	ok := false
	if strings.HasSuffix(name, ".json") {
		ok = l.json(src)
	} else {
		ok = l.native(src, called)
	}
	if !ok {
		// Its text may hold tokens and is not said back.
		l.problem = called + " cannot be understood: mend it, or give the token in the environment"
	}
	return true
}

func (l *logins) json(src []byte) bool {
	var all struct {
		Credentials map[string]struct{ Token string }
	}
	if json.Unmarshal(src, &all) != nil {
		return false
	}
	for host, c := range all.Credentials {
		if c.Token != "" {
			l.add(host, c.Token)
		}
	}
	return true
}

func (l *logins) native(src []byte, called string) bool {
	file, diags := hclsyntax.ParseConfig(src, called, hcl.InitialPos)
	if diags.HasErrors() {
		return false
	}
	for _, b := range file.Body.(*hclsyntax.Body).Blocks {
		switch {
		case b.Type == "credentials_helper":
			l.problem = "credentials helpers, as " + called + " names one, are not run: give the token in the environment or a credentials block"
		case b.Type == "credentials" && len(b.Labels) == 1 && b.Body.Attributes["token"] != nil:
			v, diags := b.Body.Attributes["token"].Expr.Value(nil)
			if diags.HasErrors() || v.Type() != cty.String || v.IsNull() || !v.IsKnown() {
				return false
			}
			l.add(b.Labels[0], v.AsString())
		}
	}
	return true
}
