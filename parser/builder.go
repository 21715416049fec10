package parser

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/jsonscan"
	"github.com/iaclint/iaclint/model"
)

// builder makes resources of what the first pass found.
type builder struct {
	doc       *document
	resources []*model.Resource

	// Room for resources and bodies, taken a handful at a time.
	room   []model.Resource
	bodies []body
}

const handful = 128

func (b *builder) resource(id *identity) *model.Resource {
	if len(b.room) == 0 {
		b.room = make([]model.Resource, handful)
	}
	r := &b.room[0]
	b.room = b.room[1:]
	r.Address, r.Type, r.Name = id.address, id.typ, id.name
	r.Module, r.Index, r.Deposed = id.module, id.index, id.deposed
	r.ProviderName = id.provider
	if r.Module == "" && strings.HasPrefix(r.Address, "module.") {
		r.Module = strings.TrimSuffix(modulePrefix(r.Address), ".")
	}
	b.resources = append(b.resources, r)
	return r
}

func (b *builder) body(values, unknown, secret span) *body {
	if len(b.bodies) == 0 {
		b.bodies = make([]body, handful)
	}
	o := &b.bodies[0]
	b.bodies = b.bodies[1:]
	o.from, o.values, o.unknown, o.secret = b.doc.source, values, unknown, secret
	if secret.n > 0 {
		b.doc.marked = append(b.doc.marked, o)
	}
	return o
}

// change makes a resource of a resource change.
func (b *builder) change(ch *change) {
	r := b.resource(&ch.identity)
	r.PreviousAddress, r.ActionReason, r.Imported = ch.previous, ch.reason, ch.imported
	r.Actions = b.list(ch.actions, r.Address)
	if ch.before.n > 0 {
		r.Before = b.body(ch.before, span{}, ch.secretBefore)
	}
	switch {
	case ch.after.n > 0, ch.unknown.n > 0, r.Before == nil && r.Has(model.Create):
		// What is created exists, also where the plan shows nothing of it.
		r.After = b.body(ch.after, ch.unknown, ch.secretAfter)
	case !r.Has(model.Delete) && r.Before != nil:
		// Forgotten, or an action we do not know: it is still there.
		r.After = r.Before
	}
}

var nothing = []model.Action{model.NoOp}

// list is the actions of a change. The first resource with one we do not know
// is noted.
func (b *builder) list(set *actionSet, address string) []model.Action {
	if set == nil || len(set.list) == 0 {
		return nothing
	}
	for _, a := range set.list {
		if !set.noted && !slices.Contains(knownActions, a) {
			set.noted = true
			b.doc.note("Unknown action", fmt.Sprintf("The plan wants to %s %s, an action this version of iaclint does not know. It is kept as it is.", quoteKey(string(a)), address))
		}
	}
	return set.list
}

var knownActions = []model.Action{model.NoOp, model.Create, model.Read, model.Update, model.Delete, model.Forget}

// element makes a resource of an element of planned_values.
func (b *builder) element(at span) error {
	raw, err := b.doc.in.part(at)
	if err != nil {
		return err
	}
	c := jsonscan.New(raw, at.off)
	c.Unique = true
	if err := b.there(c); err != nil || !c.Repeated {
		return err
	}
	return b.doc.repeated(raw, at.off, "planned_values")
}

// values makes resources of all the values of a state.
func (b *builder) values(at span) error {
	if at.n == 0 {
		return nil
	}
	r := jsonscan.NewReader(b.doc.in.src, at.off, at.off+at.n)
	return walkValues(r, "values", &b.doc.outputs, b.value)
}

func (b *builder) value(r *jsonscan.Reader) error {
	return b.there(&r.Cursor)
}

// there makes a resource of one that exists and is left alone. It may be
// called twice for one element: it adds nothing before the element is read.
func (b *builder) there(c *jsonscan.Cursor) error {
	var v stateValue
	if err := b.doc.stateValue(c, &v); err != nil {
		return err
	}
	if !v.managed() {
		return nil
	}
	r := b.resource(&v.identity)
	r.Actions = nothing
	r.After = b.body(v.values, span{}, v.secret)
	r.Before = r.After
	return nil
}
