package pack

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"

	"github.com/iaclint/iaclint/config"
)

// ManifestName is the file that makes a folder a pack.
const ManifestName = "pack.hcl"

// What a pack of today is written for.
const (
	InputVersion = "iaclint.input/v1" // the document its rules are asked with
	RegoVersion  = "v1"
)

// Manifest is what a pack says of itself.
type Manifest struct {
	Name        string   `hcl:"name" json:"name"`       // "acme/cloud"
	Version     string   `hcl:"version" json:"version"` // SemVer, without a v
	Namespace   string   `hcl:"namespace,optional" json:"namespace"`
	Description string   `hcl:"description,optional" json:"description,omitempty"`
	License     string   `hcl:"license,optional" json:"license,omitempty"` // SPDX
	Authors     []string `hcl:"authors,optional" json:"authors,omitempty"`
	Source      string   `hcl:"source,optional" json:"source,omitempty"` // where it is worked on
	Homepage    string   `hcl:"homepage,optional" json:"homepage,omitempty"`
	Keywords    []string `hcl:"keywords,optional" json:"keywords,omitempty"`
	Engine      string   `hcl:"iaclint,optional" json:"iaclint,omitempty"` // constraint on the version of iaclint
	Input       string   `hcl:"input,optional" json:"input"`
	Rego        string   `hcl:"rego,optional" json:"rego"`
	Providers   []string `hcl:"providers,optional" json:"providers,omitempty"` // clouds it speaks of, for readers

	Requires     *Requires    `hcl:"requires,block" json:"requires,omitempty"`
	Dependencies []Dependency `hcl:"dependency,block" json:"dependencies,omitempty"`
}

// Requires is what a pack needs of the engine.
type Requires struct {
	Builtins []string `hcl:"builtins" json:"builtins"`
}

// Dependency is another pack that has to be there too.
type Dependency struct {
	Name    string `hcl:"name,label" json:"name"`
	Source  string `hcl:"source" json:"source"`                      // oci://host/repository
	Version string `hcl:"version,optional" json:"version,omitempty"` // constraint
}

// ID is the pack as findings name it.
func (m *Manifest) ID() string { return m.Name + "@" + m.Version }

// Root is the package that everything of the pack lies under, as Rego writes it.
func (m *Manifest) Root() string {
	if m.Namespace == coreNamespace && m.Name == coreName {
		return coreNamespace
	}
	return "iacpack." + m.Namespace
}

// The pack inside the binary, whose rules are older than the prefix.
const (
	coreName      = "iaclint/core"
	coreNamespace = "iaclint"
)

// ReadManifest reads a manifest from memory; name is what diagnostics call it.
// A slip is a diagnostic with file and line.
func ReadManifest(src []byte, name string) (*Manifest, *hcl.File, hcl.Diagnostics) {
	file, diags := config.ParseFile(src, name)
	if diags.HasErrors() {
		return nil, file, diags
	}
	m := &Manifest{}
	if diags = append(diags, gohcl.DecodeBody(file.Body, nil, m)...); diags.HasErrors() {
		return nil, file, diags
	}
	if m.Namespace == "" {
		m.Namespace = namespaceOf(m.Name)
	}
	if m.Input == "" {
		m.Input = InputVersion
	}
	if m.Rego == "" {
		m.Rego = RegoVersion
	}
	slices.SortFunc(m.Dependencies, func(a, b Dependency) int { return strings.Compare(a.Name, b.Name) })
	return m, file, append(diags, m.check(file)...)
}

// namespaceOf is the element of a Rego package that a name makes.
func namespaceOf(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, name)
}

// check holds the values to what they mean.
func (m *Manifest) check(file *hcl.File) hcl.Diagnostics {
	var diags hcl.Diagnostics
	attrs, _ := file.Body.JustAttributes() // what else there is has been read
	say := func(attr, format string, args ...any) {
		d := &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Wrong value in the manifest", Detail: fmt.Sprintf(format, args...)}
		if a := attrs[attr]; a != nil {
			d.Subject = a.Expr.Range().Ptr()
		} else {
			d.Subject = file.Body.MissingItemRange().Ptr()
		}
		diags = append(diags, d)
	}
	if !packName(m.Name) {
		say("name", "A pack is called OWNER/NAME in lower-case letters, digits and hyphens, as in \"acme/cloud\"; not %.80q.", m.Name)
	}
	if _, ok := parseVersion(m.Version); !ok {
		say("version", "A version is MAJOR.MINOR.PATCH as in \"1.2.0\" (semver.org); not %.40q.", m.Version)
	}
	if !goodNamespace(m.Namespace) {
		say("namespace", "A namespace is an element of a Rego package: lower-case letters, digits and underscores, a letter first; not %.40q.", m.Namespace)
	} else if m.Namespace == coreNamespace && m.Name != coreName {
		say("namespace", "The namespace %q is that of the rules inside iaclint. Choose another.", coreNamespace)
	} else if m.Name == coreName && m.Namespace != coreNamespace {
		say("name", "%q is the name of the rules inside iaclint. Choose another.", coreName)
	}
	if m.Input != InputVersion {
		say("input", "This iaclint asks rules with %q. A pack written for another input, %.40q, would find nothing in it.", InputVersion, m.Input)
	}
	if m.Rego != RegoVersion {
		say("rego", "Rules are written in Rego %q, not %.20q.", RegoVersion, m.Rego)
	}
	if m.Engine != "" {
		if _, err := parseConstraint(m.Engine); err != nil {
			say("iaclint", "%s.", err)
		}
	}
	for _, u := range []struct{ attr, url string }{{"source", m.Source}, {"homepage", m.Homepage}} {
		if u.url != "" && !strings.HasPrefix(u.url, "https://") && !strings.HasPrefix(u.url, "http://") {
			say(u.attr, "%q takes the address of a page, https://….", u.attr)
		}
	}
	for i, d := range m.Dependencies {
		at := "dependency " + fmt.Sprintf("%.80q", d.Name)
		ref, err := ParseRef(d.Source)
		switch {
		case !packName(d.Name):
			say("", "%s: a pack is called OWNER/NAME, as in \"acme/cloud\".", at)
		case i > 0 && m.Dependencies[i-1].Name == d.Name:
			say("", "%s stands there twice.", at)
		case err != nil:
			say("", "%s: %s.", at, err)
		case ref.Kind != OCI || ref.Tag != "" || ref.Digest != "" || ref.Constraint != "":
			say("", "%s: its source is a repository without a version, as in \"oci://registry.example/acme/cloud\"; the version stands in version.", at)
		default:
			if _, err := parseConstraint(d.Version); err != nil {
				say("", "%s: %s.", at, err)
			}
		}
	}
	return diags
}

func packName(s string) bool {
	owner, name, ok := strings.Cut(s, "/")
	return ok && len(s) <= 128 && namePart(owner) && namePart(name)
}

func namePart(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && strings.Trim(s, "-") == s
}

func goodNamespace(s string) bool {
	return s != "" && len(s) <= 64 && s[0] >= 'a' && s[0] <= 'z' && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == "" && s != "lib"
}

// Fits says why the pack is not for this iaclint; nil where it is. A version
// that is none of a release ("0.1.0-dev") counts as that release.
func (m *Manifest) Fits(engine string) error {
	if m.Engine == "" {
		return nil
	}
	c, err := parseConstraint(m.Engine)
	if err != nil {
		return fmt.Errorf("pack %s: %w", m.ID(), err)
	}
	v, ok := parseVersion(engine)
	if !ok {
		return nil // a build without a version
	}
	v.pre = ""
	if !c.allows(v) {
		return fmt.Errorf("pack %s is for iaclint %s, and this is %s", m.ID(), m.Engine, engine)
	}
	return nil
}

// hexDigest is a SHA-256 as OCI writes it.
func hexDigest(s string) bool {
	hex, ok := strings.CutPrefix(s, "sha256:")
	return ok && len(hex) == 64 && strings.Trim(hex, "0123456789abcdef") == ""
}

// repositoryName is what the distribution specification allows.
func repositoryName() *regexp.Regexp {
	return regexp.MustCompile(`^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$`)
}
