package refresh

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"
)

//go:embed mapping
var mappings embed.FS

// mapping says which rows of one cloud's lists are which keys.
type mapping struct {
	lists    []*list // in the order of their names
	families []family
}

// list is one price list of a cloud (an offer of AWS, a service of Azure or
// Google) and what is taken from it.
type list struct {
	name  string
	rules []*rule
}

// rule is one kind of price.
type rule struct {
	service string // the first part of its keys
	key     template
	where   []condition
	words   map[string]map[string]string
	// unit is what the price counts here; "" means as the catalogue has it.
	unit string
	// units are the list's units, and how many of each make one of ours; nil
	// where the list's units are read by their words (Azure).
	units  map[string]decimal.Decimal
	known  bool            // only keys that the catalogue has
	region *template       // of the price, where it is not the row's
	from   decimal.Decimal // where the row's tiers begin, in our unit
	over   decimal.Decimal // the price is for so many of our units; 0 is 1
	terms  map[string]string
}

// What a mapping file may hold.
type mappingFile struct {
	Words    []wordsBlock  `hcl:"words,block"`
	Lists    []listBlock   `hcl:"list,block"`
	Families []familyBlock `hcl:"family,block"`
}

type wordsBlock struct {
	Name  string            `hcl:"name,label"`
	Words map[string]string `hcl:"are"`
}

type listBlock struct {
	Name   string       `hcl:"name,label"`
	Prices []priceBlock `hcl:"price,block"`
}

type priceBlock struct {
	Key    string            `hcl:"key,label"`
	Where  map[string]string `hcl:"where,optional"`
	Term   map[string]string `hcl:"term,optional"`
	Unit   string            `hcl:"unit,optional"`
	Units  map[string]string `hcl:"units,optional"`
	Known  bool              `hcl:"known,optional"`
	Region string            `hcl:"region,optional"`
	From   string            `hcl:"tier_from,optional"`
	Over   string            `hcl:"over,optional"`
}

// loadMapping reads the mapping of a cloud.
func loadMapping(cloud string) (*mapping, error) { return readMapping(mappings, "mapping/"+cloud) }

func readMapping(fsys fs.FS, dir string) (*mapping, error) {
	names, err := fs.Glob(fsys, path.Join(dir, "*.hcl"))
	if err != nil {
		return nil, err
	}
	m := &mapping{}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		file, diags := hclsyntax.ParseConfig(text, name, hcl.InitialPos)
		if diags.HasErrors() {
			return nil, diags
		}
		var in mappingFile
		if diags := gohcl.DecodeBody(file.Body, &hcl.EvalContext{Variables: map[string]cty.Value{}}, &in); diags.HasErrors() {
			return nil, diags
		}
		if err := m.add(in); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	slices.SortFunc(m.lists, func(a, b *list) int { return strings.Compare(a.name, b.name) })
	return m, nil
}

func (m *mapping) add(in mappingFile) error {
	words := map[string]map[string]string{}
	for _, w := range in.Words {
		words[w.Name] = w.Words
	}
	for _, l := range in.Lists {
		to := m.list(l.Name)
		for _, p := range l.Prices {
			r, err := p.rule(words)
			if err != nil {
				return fmt.Errorf("price %q: %w", p.Key, err)
			}
			// A key that begins with {service} has the list's own name there.
			if r.service, _, _ = strings.Cut(p.Key, "/"); r.service == "{service}" {
				r.service = slug(l.Name)
			}
			to.rules = append(to.rules, r)
		}
	}
	for _, f := range in.Families {
		m.list(f.List)
		m.families = append(m.families, family(f))
	}
	return nil
}

// list returns the list of a name, which files may share.
func (m *mapping) list(name string) *list {
	for _, l := range m.lists {
		if l.name == name {
			return l
		}
	}
	l := &list{name: name}
	m.lists = append(m.lists, l)
	return l
}
