package trust

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// What a policy says of packs that none of its rules matches.
const (
	Deny  = "deny"
	Warn  = "warn"
	Allow = "allow-unsigned"
)

// Policy is whose signature is wanted for which packs. The zero value is that
// of a machine without one: packs of registries and repositories are refused,
// folders are let in.
type Policy struct {
	Path    string // of the file; "" without one
	Default string // Deny, Warn or Allow
	Rules   []Rule // the first that matches counts
	// Files holds the source for quoting it in diagnostics.
	Files map[string]*hcl.File

	places   Places
	rootFile string // of another instance of Sigstore; "" for the public one
	opened   *root
}

// Rule says whose signature counts for some packs: that of any one of the keys
// or identities.
type Rule struct {
	Match    string // pattern over repositories, or over folders ("./packs/*")
	Keys     []*Key
	Keyless  []Identity
	Local    bool // folders, trusted as the tree they lie in
	Unsigned bool // trusted as it is named and pinned; for git, which has no signatures
	Range    hcl.Range
}

// Identity is who may sign without a key of their own.
type Identity struct {
	Issuer  string         // who vouches for it, exactly
	Subject string         // the address or URI, exactly; "" where there is a Pattern
	Pattern *regexp.Regexp // over the whole of it
}

func (i Identity) matches(s Signer) bool {
	if s.Kind != Keyless || s.Issuer != i.Issuer {
		return false
	}
	if i.Pattern != nil {
		return i.Pattern.MatchString(s.Identity)
	}
	return s.Identity == i.Subject
}

// largest is the size of the largest file that a policy may be, or name.
const largest = 1 << 20

// Load reads the policy in force, from the first of the places that has one;
// the Policy of a machine without one is the zero value's. Slips in the file
// are diagnostics; an error is a file that cannot be read, or that lies where
// it must not.
func Load(places Places) (*Policy, hcl.Diagnostics, error) {
	name, err := places.find()
	if err != nil {
		return nil, nil, err
	}
	p := &Policy{Path: name, Default: Deny, places: places, Files: map[string]*hcl.File{}}
	if name == "" {
		return p, nil, nil
	}
	src, err := places.read(name)
	if err != nil {
		return nil, nil, err
	}
	file, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	p.Files[name] = &hcl.File{Bytes: src}
	if diags.HasErrors() {
		return p, diags, nil
	}
	r := &reader{policy: p, diags: diags}
	r.file(file.Body)
	return p, r.diags, nil
}

// reader fills a Policy and collects what is wrong on the way.
type reader struct {
	policy *Policy
	diags  hcl.Diagnostics
}

func (r *reader) errorf(at hcl.Range, summary, detail string, args ...any) {
	r.diags = r.diags.Append(&hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: fmt.Sprintf(detail, args...), Subject: &at})
}

// content is the attributes and blocks of a body, of those names only.
func (r *reader) content(b hcl.Body, attributes []string, blocks ...string) *hcl.BodyContent {
	schema := &hcl.BodySchema{}
	for _, name := range attributes {
		schema.Attributes = append(schema.Attributes, hcl.AttributeSchema{Name: name})
	}
	for _, typ := range blocks {
		schema.Blocks = append(schema.Blocks, hcl.BlockHeaderSchema{Type: typ})
	}
	content, diags := b.Content(schema)
	r.diags = append(r.diags, diags...)
	return content
}

func (r *reader) file(b hcl.Body) {
	blocks := r.content(b, nil, "trust").Blocks
	if len(blocks) != 1 && !r.diags.HasErrors() {
		at := b.MissingItemRange()
		if len(blocks) > 1 {
			at = blocks[1].DefRange
		}
		r.errorf(at, "Not one trust block", "A trust policy is one block: trust { default = \"deny\" ... }.")
	}
	for _, block := range blocks {
		c := r.content(block.Body, []string{"default", "trusted_root"}, "policy")
		if a := c.Attributes["default"]; a != nil {
			r.policy.Default = r.text(a)
			if d := r.policy.Default; d != Deny && d != Warn && d != Allow {
				r.errorf(a.Expr.Range(), "No such default", "What no policy speaks of can be \"deny\", \"warn\" or \"allow-unsigned\".")
			}
		}
		if a := c.Attributes["trusted_root"]; a != nil {
			r.policy.rootFile = r.beside(r.text(a))
		}
		for _, p := range c.Blocks {
			r.rule(p)
		}
	}
}

func (r *reader) rule(block *hcl.Block) {
	out := Rule{Range: block.DefRange}
	c := r.content(block.Body, []string{"match", "keys", "local", "unsigned"}, "keyless")
	if a := c.Attributes["match"]; a != nil {
		out.Match = r.text(a)
		if why := badPattern(out.Match); why != "" {
			r.errorf(a.Expr.Range(), "Pattern that matches nothing", "%s", why)
		}
	} else {
		r.errorf(block.DefRange, "Policy without match", "Say which packs it speaks of, for instance match = \"registry.example/platform/*\".")
	}
	if a := c.Attributes["keys"]; a != nil {
		out.Keys = r.keys(a)
	}
	for _, k := range c.Blocks {
		out.Keyless = append(out.Keyless, r.identity(k))
	}
	out.Local, out.Unsigned = r.truth(c.Attributes["local"]), r.truth(c.Attributes["unsigned"])
	ways := 0
	for _, way := range []bool{len(out.Keys)+len(out.Keyless) > 0, out.Local, out.Unsigned} {
		if way {
			ways++
		}
	}
	if ways != 1 && !r.diags.HasErrors() {
		r.errorf(block.DefRange, "Policy without a way to trust", "Give it keys and keyless blocks, or local = true, or unsigned = true.")
	}
	r.policy.Rules = append(r.policy.Rules, out)
}

func (r *reader) identity(block *hcl.Block) (out Identity) {
	c := r.content(block.Body, []string{"issuer", "identity", "identity_pattern"})
	if a := c.Attributes["issuer"]; a != nil {
		out.Issuer = r.text(a)
	}
	exact, pattern := c.Attributes["identity"], c.Attributes["identity_pattern"]
	if exact != nil {
		out.Subject = r.text(exact)
	}
	if pattern != nil {
		re, err := regexp.Compile(`\A(?:` + r.text(pattern) + `)\z`)
		if err != nil {
			r.errorf(pattern.Expr.Range(), "Pattern that cannot be read", "%s.", err)
			re = regexp.MustCompile(`\A[^\s\S]\z`) // matches nothing
		}
		out.Pattern = re
	}
	if out.Issuer == "" || (exact == nil) == (pattern == nil) || exact != nil && out.Subject == "" {
		r.errorf(block.DefRange, "Identity that is not complete", "It takes an issuer, and either identity (exactly) or identity_pattern (a regular expression over the whole of it).")
	}
	return out
}

func (r *reader) keys(a *hcl.Attribute) (out []*Key) {
	for _, name := range r.texts(a) {
		src, err := r.policy.places.read(r.beside(name))
		if err != nil {
			r.errorf(a.Expr.Range(), "Key cannot be read", "%s.", err)
			continue
		}
		k, err := ReadKey(src)
		if err != nil {
			r.errorf(a.Expr.Range(), "Key cannot be read", "%s: %s.", name, err)
			continue
		}
		out = append(out, k)
	}
	if len(out) == 0 && !r.diags.HasErrors() {
		r.errorf(a.Expr.Range(), "No keys", "An empty list of keys trusts nobody; leave it out.")
	}
	return out
}

// beside is a path in the policy, from the policy's folder.
func (r *reader) beside(name string) string {
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(filepath.Dir(r.policy.Path), filepath.FromSlash(name))
}

// value of an attribute: plain, without functions and variables.
func (r *reader) value(a *hcl.Attribute, want cty.Type) cty.Value {
	v, diags := a.Expr.Value(nil)
	r.diags = append(r.diags, diags...)
	if diags.HasErrors() {
		return cty.NilVal
	}
	v, err := convert.Convert(v, want)
	if err != nil || v.IsNull() || !v.IsWhollyKnown() {
		r.errorf(a.Expr.Range(), "Value of another kind", "%s takes %s.", a.Name, want.FriendlyName())
		return cty.NilVal
	}
	return v
}

func (r *reader) text(a *hcl.Attribute) string {
	if v := r.value(a, cty.String); v != cty.NilVal {
		return v.AsString()
	}
	return ""
}

func (r *reader) texts(a *hcl.Attribute) (out []string) {
	v := r.value(a, cty.List(cty.String))
	if v == cty.NilVal {
		return nil
	}
	for _, e := range v.AsValueSlice() {
		if e.IsNull() {
			r.errorf(a.Expr.Range(), "Value of another kind", "%s takes texts.", a.Name)
			return nil
		}
		out = append(out, e.AsString())
	}
	return out
}

func (r *reader) truth(a *hcl.Attribute) bool {
	if a == nil {
		return false
	}
	v := r.value(a, cty.Bool)
	return v != cty.NilVal && v.True()
}

// place says where a rule stands.
func (p *Policy) place(r *Rule) string {
	return fmt.Sprintf("%s:%d", filepath.Base(p.Path), r.Range.Start.Line)
}

// home is where a policy of the user would lie.
func (p *Policy) home() string {
	if p.places.User == "" {
		return "the file trust.hcl of your configuration folder"
	}
	return p.places.User
}

// root is the keys and certificates of Sigstore, read once.
func (p *Policy) root() (*root, error) {
	if p.opened != nil {
		return p.opened, nil
	}
	src, name := publicRoot(), "the trusted root of Sigstore's public instance"
	if p.rootFile != "" {
		var err error
		if src, err = p.places.read(p.rootFile); err != nil {
			return nil, err
		}
		name = p.rootFile
	}
	opened, err := readRoot(src)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be used: %w", name, err)
	}
	p.opened = opened
	return opened, nil
}

// UseRoot takes the keys and certificates of another instance of Sigstore, a
// trusted_root.json, before those that the policy names.
func (p *Policy) UseRoot(file string) { p.rootFile, p.opened = file, nil }

// example is a policy for a pack that none speaks of. What it takes from the
// signatures is not verified, and says so.
func example(ref string, bundles [][]byte) string {
	who := "    keys  = [\"cosign.pub\"]\n"
	for _, raw := range bundles {
		b, err := readBundle(raw)
		if err != nil || b.certificate == nil {
			continue
		}
		if s, err := subject(b.certificate); err == nil {
			who = fmt.Sprintf("    keyless { # what the signature says of itself; check that it is who it should be\n      issuer   = %s\n      identity = %s\n    }\n", quoted(s.Issuer), quoted(s.Identity))
			break
		}
	}
	if isLocal(ref) {
		who = "    local = true\n"
	}
	return fmt.Sprintf("trust {\n  policy {\n    match = %s\n%s  }\n}", quoted(ref), who)
}

// quoted is a text as HCL writes it, on one line and of plain letters.
func quoted(s string) string {
	s = fmt.Sprintf("%+q", s)
	return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(s)
}

// readFile reads a whole file that is not too large.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is no regular file", name)
	case info.Size() > largest:
		return nil, fmt.Errorf("%s is larger than %d bytes", name, largest)
	}
	out := make([]byte, info.Size())
	n, err := f.Read(out)
	if err != nil && info.Size() > 0 {
		return nil, err
	}
	return out[:n], nil
}
