package rewrite

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

// Module is the source in one folder, and what has been set in it so far.
// Nothing is written to the disk.
type Module struct {
	dir   string
	files []*File
	json  bool // it has files in JSON too
}

// File is a file of source before and after.
type File struct {
	Path          string
	Before, After []byte
	broken        bool // it does not parse
	link          bool // it is a link to somewhere else
}

// Value is what an argument is to be. Path is dotted, below the resource; a
// number is the place among nested blocks of one name, from 0, and may be left
// out for the first.
type Value struct {
	Path  string
	Value cty.Value // a string, a number or a bool
}

// largest is far above what anybody writes by hand.
const largest = 4 << 20

// Read reads the files of a module's folder.
func Read(dir string) (*Module, error) {
	list, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	m := &Module{dir: dir}
	for _, e := range list {
		name := e.Name()
		switch ext := filepath.Ext(strings.TrimSuffix(name, ".json")); {
		case ext != ".tf" && ext != ".tofu" || e.IsDir() || strings.HasPrefix(name, "."):
			continue
		case strings.HasSuffix(name, ".json"):
			m.json = true
			continue
		}
		f := &File{Path: filepath.Join(dir, name), link: !e.Type().IsRegular()}
		if info, err := os.Stat(f.Path); err != nil || !info.Mode().IsRegular() || info.Size() > largest {
			continue
		}
		if f.Before, err = os.ReadFile(f.Path); err != nil {
			return nil, err
		}
		f.After = f.Before
		_, diags := hclsyntax.ParseConfig(f.Before, f.Path, hcl.InitialPos)
		f.broken = diags.HasErrors()
		m.files = append(m.files, f)
	}
	return m, nil
}

// Changed are the files that are not what they were, by path.
func (m *Module) Changed() []*File {
	return slices.DeleteFunc(slices.Clone(m.files), func(f *File) bool { return bytes.Equal(f.Before, f.After) })
}

// Undo takes back all that was set.
func (m *Module) Undo() {
	for _, f := range m.files {
		f.After = f.Before
	}
}

// Set gives arguments of a resource their values, all of them or none. The
// error says why it cannot, as the end of a sentence about the resource.
func (m *Module) Set(kind, name string, values []Value) error {
	f, err := m.find(kind, name)
	if err != nil {
		return err
	}
	src := f.After
	for _, v := range values {
		if src, err = set(src, kind, name, v); err != nil {
			return err
		}
	}
	start, end := blockOf(f.After, kind, name)
	if was := f.After[start:end]; bytes.Equal(hclwrite.Format(was), was) {
		start, end = blockOf(src, kind, name)
		src = slices.Concat(src[:start], hclwrite.Format(src[start:end]), src[end:])
	}
	for _, v := range values {
		if !holds(src, kind, name, v) {
			return fmt.Errorf("%s cannot be set where it stands", v.Path)
		}
	}
	f.After = src
	return nil
}

// find is the one file that a resource is written in.
func (m *Module) find(kind, name string) (*File, error) {
	var found *File
	for _, f := range m.files {
		if f.broken {
			continue
		}
		body := parse(f.After)
		for _, b := range body.Blocks {
			if b.Type != "resource" || !slices.Equal(b.Labels, []string{kind, name}) {
				continue
			}
			if found != nil {
				return nil, errors.New("it is written in more than one place")
			}
			found = f
		}
	}
	switch {
	case found == nil && m.json:
		return nil, errors.New("it is written in JSON")
	case found == nil:
		return nil, errors.New("its block is not in the folder")
	case found.link:
		return nil, errors.New("its file is a link")
	}
	return found, nil
}

// blockOf is where the text of a resource begins and ends; nowhere in source
// that does not parse.
func blockOf(src []byte, kind, name string) (start, end int) {
	body := parse(src)
	if body == nil {
		return 0, 0
	}
	for _, b := range body.Blocks {
		if b.Type == "resource" && slices.Equal(b.Labels, []string{kind, name}) {
			return b.TypeRange.Start.Byte, b.CloseBraceRange.End.Byte
		}
	}
	return 0, 0
}

// parse reads source that is known to parse; nil where it does not.
func parse(src []byte) *hclsyntax.Body {
	file, diags := hclsyntax.ParseConfig(src, "", hcl.InitialPos)
	if diags.HasErrors() {
		return nil
	}
	return file.Body.(*hclsyntax.Body)
}

// holds is whether a value is what the source says now.
func holds(src []byte, kind, name string, v Value) bool {
	body := parse(src)
	if body == nil {
		return false
	}
	at, attr, err := walk(body, kind, name, v.Path)
	if err != nil || at.Attributes[attr] == nil {
		return false
	}
	got, diags := at.Attributes[attr].Expr.Value(nil)
	return !diags.HasErrors() && got.RawEquals(v.Value)
}
