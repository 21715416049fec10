package functions

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// fileFunctions is about how many functions a module has for itself.
const fileFunctions = 20

// functions are those that depend on where the module is. Templates call the
// functions of table.
func (f Files) functions(table map[string]function.Function) map[string]function.Function {
	out := map[string]function.Function{
		"abspath": ofText(func(name string) (string, error) {
			if !filepath.IsAbs(name) {
				name = filepath.Join(f.Work, name)
			}
			return filepath.ToSlash(filepath.Clean(name)), nil
		}),
		"basename":       ofText(func(name string) (string, error) { return path.Base(name), nil }),
		"dirname":        ofText(func(name string) (string, error) { return path.Dir(name), nil }),
		"file":           f.asked("file", cty.String, f.text),
		"filebase64":     f.asked("filebase64", cty.String, f.content(base64.StdEncoding.EncodeToString)),
		"fileexists":     f.asked("fileexists", cty.Bool, f.exists),
		"fileset":        f.asked("fileset", cty.Set(cty.String), f.glob, "pattern"),
		"pathexpand":     pathExpand(),
		"templatefile":   f.templateFile(table, nil),
		"templatestring": f.templateString(table, nil),
	}
	for name, d := range digests() {
		out["file"+name] = f.asked("file"+name, cty.String, f.content(d.of))
	}
	return out
}

// asked is a function of a file's name. What is outside is unknown, with a
// note.
func (f Files) asked(caller string, ty cty.Type, impl func(name string, rest []string) (cty.Value, error), more ...string) function.Function {
	spec := &function.Spec{
		Params:       []function.Parameter{param("path", cty.String)},
		Type:         function.StaticReturnType(ty),
		RefineResult: notNull,
	}
	for _, name := range more {
		spec.Params = append(spec.Params, param(name, cty.String))
	}
	spec.Impl = func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		rest := make([]string, len(more))
		for i := range more {
			rest[i] = args[i+1].AsString()
		}
		v, err := impl(args[0].AsString(), rest)
		switch {
		case errors.Is(err, errOutside):
			f.outside(caller)
			return cty.UnknownVal(ty), nil
		case err != nil:
			return cty.NilVal, about(0, err)
		}
		return v, nil
	}
	return function.New(spec)
}

// outside tells of a call that was not answered. The name is left out: it may
// be sensitive.
func (f Files) outside(name string) {
	if f.Note != nil {
		f.Note("A path given to " + name)
	}
}

func (f Files) text(name string, _ []string) (cty.Value, error) {
	data, err := f.read(name)
	if err != nil {
		return cty.NilVal, err
	}
	if !utf8.Valid(data) {
		return cty.NilVal, fmt.Errorf("%q is not UTF-8; filebase64 reads such files", name)
	}
	return cty.StringVal(string(data)), nil
}

func (f Files) content(write func([]byte) string) func(string, []string) (cty.Value, error) {
	return func(name string, _ []string) (cty.Value, error) {
		data, err := f.read(name)
		if err != nil {
			return cty.NilVal, err
		}
		return cty.StringVal(write(data)), nil
	}
}

// exists is true for regular files only; for anything else that is there the
// question is an error, as in Terraform.
func (f Files) exists(name string, _ []string) (cty.Value, error) {
	f, at := f.at(name)
	path, err := f.locate(at)
	if errors.Is(err, fs.ErrNotExist) {
		return cty.False, nil
	}
	if err != nil {
		return cty.NilVal, forUser(name, err)
	}
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return cty.NilVal, forUser(name, err)
	case !info.Mode().IsRegular():
		return cty.NilVal, fmt.Errorf("%q is not a regular file", name)
	}
	return cty.True, nil
}

// pathExpand knows nothing of anybody's home.
func pathExpand() function.Function {
	return from(cty.String, func(args []string) (cty.Value, error) {
		rest, tilde := strings.CutPrefix(args[0], "~")
		switch {
		case !tilde:
			return cty.StringVal(args[0]), nil
		case rest != "" && rest[0] != '/' && rest[0] != '\\':
			return cty.NilVal, function.NewArgErrorf(0, "only ~ and ~/... can be expanded, not the home of another user")
		}
		return cty.UnknownVal(cty.String), nil
	}, "path")
}
