package config

import (
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Project is a root module with what it is given: a folder may be several
// projects, one for each file of variables.
type Project struct {
	Name string
	Path string // slash path below Root, "." for Root itself
	// VarFiles are slash paths below Root, the last wins.
	VarFiles []string
	// Vars are variables by name, as they would be written behind --var: a
	// string plain, anything else as an expression.
	Vars      map[string]string
	Workspace string // "" for the default one
	Tool      string // "terraform", "tofu" or "" for whichever the files are for
	Range     hcl.Range
}

func (d *decoder) project(b *hclsyntax.Block, c *Config) {
	p := Project{Name: b.Labels[0], Path: ".", Vars: map[string]string{}, Range: b.DefRange()}
	var files []string
	d.body(b.Body, "in a project", settings{
		"path":      d.projectPath(&p),
		"var_files": d.texts(&files, relativePath),
		"vars":      d.object(nil, "variable", shape{kind: isAny}, func(name string, item hclsyntax.ObjectConsItem, v cty.Value) { d.variable(&p, name, item, v) }),
		"workspace": d.text(&p.Workspace),
		"tool":      d.oneOf(&p.Tool, "terraform", "tofu"),
	}, nil, nil)
	if strings.TrimSpace(p.Name) == "" {
		d.errorf(b.DefRange(), "Name missing", "A project has a name to be shown by.")
	}
	for _, f := range files {
		file := path.Join(p.Path, f)
		if reason := localPath(file); reason != "" {
			d.errorf(b.Body.Attributes["var_files"].Expr.Range(), "Wrong value", "%q takes %s; %q in %s is not.", "var_files", reason, f, p.Path)
			return
		}
		p.VarFiles = append(p.VarFiles, file)
	}
	c.Projects = append(c.Projects, p)
}

func (d *decoder) projectPath(p *Project) setting {
	return setting{shape{kind: isText}, func(a *hclsyntax.Attribute) {
		var at string
		d.text(&at).store(a)
		switch {
		case at == "": // has been said, unless it is the empty string
			if v, diags := a.Expr.Value(nil); !diags.HasErrors() && v.RawEquals(cty.StringVal("")) {
				d.wrong(a, "a folder; \".\" is that of the configuration.")
			}
		case localPath(at) != "":
			d.wrong(a, "%s; %q is not.", localPath(at), at)
		default:
			p.Path = path.Clean(at)
		}
	}}
}

// relativePath is for files that are named from a project's folder, which may
// be reached by way of "..".
func relativePath(s string) string {
	if s == "" || strings.Contains(s, `\`) || strings.Contains(s, ":") || path.IsAbs(s) {
		return "files with / from the project's folder"
	}
	return ""
}

func (d *decoder) variable(p *Project, name string, item hclsyntax.ObjectConsItem, v cty.Value) {
	switch {
	case !hclsyntax.ValidIdentifier(name):
		d.errorf(item.KeyExpr.Range(), "Not a variable", "%q is not the name of a variable.", name)
	case v.IsNull():
		d.errorf(item.ValueExpr.Range(), "Wrong value", "The variable %q takes a value; to give it none, leave it out.", name)
	case v.Type() == cty.String:
		p.Vars[name] = v.AsString()
	default:
		p.Vars[name] = asWritten(v)
	}
}
