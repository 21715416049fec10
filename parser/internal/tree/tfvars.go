package tree

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Variables reads what the root module in a folder is given in the files that
// are read without being named: terraform.tfvars, terraform.tfvars.json,
// *.auto.tfvars and *.auto.tfvars.json in name order. The last value of a name
// counts. Errors say what was left out.
func (l *Loader) Variables(dir string) (map[string]*Expression, hcl.Diagnostics) {
	out := map[string]*Expression{}
	var diags hcl.Diagnostics
	dir, why := l.real(dir)
	if why != "" {
		return out, hcl.Diagnostics{failure(dir, "Folder cannot be read", "No values for variables are read: %s.", why)}
	}
	for _, name := range l.automatic(dir) {
		src, real, d := l.open(path.Join(dir, name))
		if d != nil {
			diags = append(diags, d)
			continue
		}
		given, more := l.values(real, src)
		diags = append(diags, more...)
		maps.Copy(out, given)
	}
	return out, diags
}

// VariableFile reads a file of variables that is named: a path of this machine,
// which may lie anywhere.
func (l *Loader) VariableFile(name string) (map[string]*Expression, hcl.Diagnostics) {
	at := filepath.ToSlash(name)
	if real, err := filepath.EvalSymlinks(name); err == nil {
		if real, err = filepath.Abs(real); err == nil {
			if below, ok := l.below(real); ok {
				at = below
			}
		}
	}
	src, d := read(name, at)
	if d != nil {
		d.Severity = hcl.DiagError // it was asked for
		return nil, hcl.Diagnostics{d}
	}
	return l.values(at, src)
}

// values are those in the text of a file of variables.
func (l *Loader) values(name string, src []byte) (map[string]*Expression, hcl.Diagnostics) {
	s := &source{name: name, json: strings.HasSuffix(name, ".json")}
	s.parse(src)
	l.mu.Lock()
	l.files[name] = &hcl.File{Bytes: src}
	l.mu.Unlock()
	given, diags := s.given()
	return given, append(slices.Clip(s.diags), diags...)
}

// automatic is the files of a folder that are read without being named.
func (l *Loader) automatic(dir string) []string {
	entries, err := os.ReadDir(l.path(dir))
	if err != nil {
		return nil // Module has said so
	}
	var first, auto []string
	for _, e := range entries {
		name := e.Name()
		base := strings.TrimSuffix(name, ".json")
		switch {
		case base == "terraform.tfvars":
			first = append(first, name)
		case strings.HasSuffix(base, ".auto.tfvars"):
			auto = append(auto, name)
		}
	}
	slices.Sort(first)
	return append(first, auto...)
}

// given is the values in a file of variables. Texts in JSON are not templates
// here.
func (s *source) given() (map[string]*Expression, hcl.Diagnostics) {
	out := map[string]*Expression{}
	var diags hcl.Diagnostics
	if s.root != nil {
		j := jsonReader{literal: true}
		for _, top := range many(s.root) {
			for _, m := range pairs(top) {
				if name := constantText(m.Key); name != "//" {
					out[name] = newExpression(j.value(m.Value))
				}
			}
		}
		return out, nil
	}
	if s.file == nil {
		return nil, nil
	}
	body := s.file.Body.(*hclsyntax.Body)
	for _, b := range body.Blocks {
		diags = append(diags, slip(hcl.DiagError, b.Range(), "Block among values", "A file of variables holds only NAME = VALUE. This block is left out."))
	}
	for name, attr := range body.Attributes {
		x := newExpression(attr.Expr)
		if _, more := x.Value(nil); more.HasErrors() {
			diags = append(diags, slip(hcl.DiagError, attr.Range(), "Value that is not constant", "The value of %s may refer to nothing and call no functions: %s It is left out.", name, more[0].Detail))
			continue
		}
		out[name] = x
	}
	slices.SortFunc(diags, func(a, b *hcl.Diagnostic) int { return a.Subject.Start.Byte - b.Subject.Start.Byte })
	return out, diags
}
