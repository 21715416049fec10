package parser

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// finder looks for references in values, where the configuration does not say
// what they refer to. It reads as little of each resource as it can: there may
// be very many.
type finder struct {
	graph *graph
	edges []edge
	open  []string // nouns of the paths that could not be told
}

type edge struct{ from, to *model.Resource }

// group looks at all instances of a block.
func (f *finder) group(gr *group) {
	if gr.config == nil {
		for _, r := range gr.members {
			f.everything(r)
		}
		return
	}
	list := f.graph.written(gr)
	var open []string
	constants := false
	for _, e := range list {
		constants = constants || e.constant()
	}
	for _, l := range f.graph.linksOf(gr) {
		if name, _, _ := strings.Cut(l.path, "."); l.open && !descriptive(name) {
			open = append(open, l.path)
		}
	}
	if constants && len(gr.members) > 0 {
		f.constants(gr)
	}
	for _, r := range gr.members {
		f.unfollowed(r, open)
		f.dynamic(r, list)
	}
}

// descriptive attributes name nothing.
func descriptive(name string) bool {
	return strings.HasPrefix(name, "tags") || strings.HasSuffix(name, "labels") || name == "description"
}

// naming attributes say what a resource itself is called. That something else
// has the same name is no reference.
func naming(path string) bool {
	switch path {
	case "id", "arn", "self_link", "name", "identifier":
		return true
	}
	return false
}

// constants compares what the configuration writes out with the names of
// resources, once for all instances.
func (f *finder) constants(gr *group) {
	for _, c := range f.graph.mentions(gr.config) {
		to, _ := f.graph.holders(gr.members[0], c.path, c.text)
		for _, r := range gr.members {
			f.add(r, to)
		}
	}
}

// mention is a text in a constant that identifies some resource.
type mention struct{ path, text string }

// mentioning reports whether an expression is a constant that may mention
// something.
func mentioning(e expression) bool { return e.value.n > 0 && !naming(e.path) }

// mentions are those of a block, looked for once however many groups it has.
func (g *graph) mentions(r *resourceConfig) []mention {
	r.telling.Do(func() {
		list, raw := g.config.resourceExpressions(r), r.raw
		r.raw = nil
		if !slices.ContainsFunc(list, mentioning) {
			return
		}
		if raw == nil {
			list, raw = g.config.expressions(r.expressions)
		}
		for _, e := range list {
			if !mentioning(e) {
				continue
			}
			eachText(raw[e.value.off:e.value.off+e.value.n], func(text []byte) {
				if _, ok := g.byValue[string(text)]; ok {
					r.constant = append(r.constant, mention{e.path, string(text)})
				}
			})
		}
	})
	return r.constant
}

// unfollowed reads the attributes whose references could not be followed.
func (f *finder) unfollowed(r *model.Resource, paths []string) {
	if len(paths) == 0 {
		return
	}
	o := side(r)
	defer o.Release()
	for _, path := range paths {
		name, rest, _ := strings.Cut(path, ".")
		if !f.point(r, path, o.Attr(name), rest) {
			f.open = append(f.open, stemOf(path))
		}
	}
}

// dynamic looks at lists of objects that nobody wrote: what a dynamic block
// made, or the provider filled in.
func (f *finder) dynamic(r *model.Resource, written []expression) {
	b, ok := side(r).(*body)
	if !ok || !f.graph.mayName(b.texts) {
		return
	}
	defer b.Release()
	b.lists(func(key, raw []byte) {
		for _, e := range written {
			if name, _, _ := strings.Cut(e.path, "."); name == string(key) {
				return
			}
		}
		eachText(raw, func(text []byte) {
			if _, ok := f.graph.byValue[string(text)]; ok {
				to, _ := f.graph.holders(r, string(key), string(text))
				f.add(r, to)
			}
		})
	})
}

// everything reads all attributes, where there is no configuration.
func (f *finder) everything(r *model.Resource) {
	o := side(r)
	defer o.Release()
	for _, name := range o.Names() {
		if naming(name) || descriptive(name) {
			continue
		}
		if !f.point(r, name, o.Attr(name), "") {
			f.open = append(f.open, stemOf(name))
		}
	}
}

// point notes whom the texts in v name; complete is false when that cannot be
// told of all.
func (f *finder) point(r *model.Resource, path string, v cty.Value, rest string) (complete bool) {
	told := true
	complete = known(v, rest, func(text string) {
		to, ok := f.graph.holders(r, path, text)
		told = told && ok
		f.add(r, to)
	})
	return complete && told
}

func (f *finder) add(from *model.Resource, to []*model.Resource) {
	for _, t := range to {
		f.edges = append(f.edges, edge{from, t})
	}
}

// lists calls f with every attribute that is a list of objects with something
// in it, as it stands in the input. What it yields may be secret.
// It reports whether the body could be read.
func (b *body) lists(f func(key, raw []byte)) (sound bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	o, err := b.load()
	if err != nil {
		return false
	}
	for _, m := range o.values {
		c := o.at(m.from, m.to)
		if first, err := c.Peek(); err != nil || first != '[' {
			continue
		}
		c.Pos++
		if first, err := c.Peek(); err == nil && first == '{' {
			f(m.key, o.buf[m.from:m.to])
		}
	}
	return true
}

// eachText calls f with every string value inside raw, without decoding it; a
// string with escapes in it names nothing.
func eachText(raw []byte, f func(text []byte)) {
	for i := 0; i < len(raw); i++ {
		if raw[i] != '"' {
			continue
		}
		end := i + 1
		for end < len(raw) && raw[end] != '"' {
			if raw[end] == '\\' {
				end++
			}
			end++
		}
		next := end + 1
		for next < len(raw) && (raw[next] == ' ' || raw[next] == '\n' || raw[next] == '\r' || raw[next] == '\t') {
			next++
		}
		isKey := next < len(raw) && raw[next] == ':'
		if !isKey && end <= len(raw) {
			f(raw[i+1 : min(end, len(raw))])
		}
		i = end
	}
}
