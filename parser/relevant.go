package parser

import (
	"slices"
	"strings"
	"sync"

	"github.com/iaclint/iaclint/jsonscan"
	"github.com/iaclint/iaclint/model"
)

// pending are the attributes that what the plan changes rests on, however many
// locals lie between, and that are themselves known only after apply. Plans
// from Terraform 1.2 and OpenTofu on list them; that list is all they say of
// locals.
type pending struct {
	once sync.Once
	told bool // the plan has such a list, or is of a version that leaves out an empty one
	list []pendingAttribute
}

type pendingAttribute struct {
	module    string // as written, without instance keys
	resource  string // "aws_ebs_volume.data"
	attribute string // dotted; "" for the resource as a whole
}

// pendingChoices are those attributes that an amount or a kind could be made
// of. Ids and addresses, of which most of the list is, are passed over.
func (g *graph) pendingChoices() *pending {
	p := &g.pending
	p.once.Do(func() {
		doc := g.config.doc
		old := doc.format == "" || strings.HasPrefix(doc.format, "0.") || doc.format == "1.0"
		at, ok := doc.sections["relevant_attributes"]
		if p.told = ok || !old && doc.version != ""; !ok {
			return
		}
		raw, err := doc.in.part(at)
		if err == nil {
			err = p.read(jsonscan.New(raw, at.off))
		}
		if err != nil {
			p.told, p.list = false, nil
			return
		}
		if len(p.list) > 0 {
			blocks := g.blocks()
			p.list = slices.DeleteFunc(p.list, func(a pendingAttribute) bool { return !g.open(a, blocks) })
		}
	})
	return p
}

// blocks are the resources of each block, by its address.
func (g *graph) blocks() map[string][]*model.Resource {
	out := map[string][]*model.Resource{}
	for _, r := range g.resources {
		at := joinAddress(withoutKeys(r.Module), r.Type+"."+r.Name)
		out[at] = append(out[at], r)
	}
	return out
}

func (p *pending) read(c *jsonscan.Cursor) error {
	if null, err := c.Null(); null || err != nil {
		return err
	}
	if err := c.Open('[', "relevant_attributes"); err != nil {
		return err
	}
	for first := true; ; first = false {
		ok, err := c.Next(first)
		if err != nil || !ok {
			return err
		}
		var address, attribute string
		err = fields(c, "a relevant attribute", func(key []byte) (bool, error) {
			switch string(key) {
			case "resource":
				return true, textField(c, "resource", &address)
			case "attribute":
				return true, stepsField(c, &attribute)
			}
			return false, nil
		})
		if err != nil {
			return err
		}
		parts := steps(withoutKeys(address))
		n := 2
		if len(parts) > 2 && parts[len(parts)-3] == "data" {
			n = 3
		}
		if len(parts) < n {
			continue
		}
		at := len(parts) - n
		if attribute == "" || choice(attribute) || carrier(attribute) {
			p.list = append(p.list, pendingAttribute{strings.Join(parts[:at], "."), strings.Join(parts[at:], "."), attribute})
		}
	}
}

// stepsField reads a path of names and positions. Positions are left out.
func stepsField(c *jsonscan.Cursor, into *string) error {
	if null, err := c.Null(); null || err != nil {
		return err
	}
	if err := c.Open('[', "attribute"); err != nil {
		return err
	}
	var names []string
	for first := true; ; first = false {
		ok, err := c.Next(first)
		if err != nil || !ok {
			*into = strings.Join(names, ".")
			return err
		}
		if b, err := c.Peek(); err != nil || b != '"' {
			if err == nil {
				err = c.Skip()
			}
			if err != nil {
				return err
			}
			continue
		}
		raw, err := c.Raw("a step")
		if err != nil {
			return err
		}
		names = append(names, jsonscan.Text(raw))
	}
}

// open reports whether an attribute is not known, or with a resource as a whole
// any that an amount could be made of. A data source is known when
// it was read while planning.
func (g *graph) open(a pendingAttribute, blocks map[string][]*model.Resource) bool {
	if data, ok := strings.CutPrefix(a.resource, "data."); ok {
		return !g.config.doc.wasRead(a.module, data)
	}
	list := blocks[joinAddress(a.module, a.resource)]
	return len(list) == 0 || slices.ContainsFunc(list, func(r *model.Resource) bool {
		if r.After == nil {
			return false
		}
		defer r.After.Release()
		unknown := func(path string) bool { return !model.Get(r.After, path).IsWhollyKnown() }
		if a.attribute != "" {
			return unknown(a.attribute)
		}
		return slices.ContainsFunc(r.After.Names(), func(name string) bool { return (choice(name) || carrier(name)) && unknown(name) })
	})
}

// wasRead reports whether a data source was read while planning. Those that
// are to be read later stand among the changes.
func (d *document) wasRead(module, resource string) bool {
	return d.has("prior_state") && !d.reads[joinAddress(module, "data."+resource)]
}

func joinAddress(module, resource string) string {
	if module == "" {
		return resource
	}
	return module + "." + resource
}
