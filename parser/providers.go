package parser

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// providerBlocks is the provider configurations of a plan.
type providerBlocks struct {
	byKey map[string]*model.Provider
}

// readProviders works out region and default tags of every provider
// configuration.
func (d *document) readProviders(opt Options) providerBlocks {
	out := providerBlocks{byKey: map[string]*model.Provider{}}
	if d.config == nil {
		return out
	}
	for _, key := range slices.Sorted(maps.Keys(d.config.providers)) {
		out.byKey[key] = d.config.providerBlock(d.config.providers[key], opt)
	}
	return out
}

func (b providerBlocks) list() []*model.Provider {
	var out []*model.Provider
	for _, key := range slices.Sorted(maps.Keys(b.byKey)) {
		out = append(out, b.byKey[key])
	}
	return out
}

// of finds the configuration that serves a resource. A module without a block
// of its own has its parent's: Terraform shows an empty one for it, or none.
func (b providerBlocks) of(g *config, key string) *model.Provider {
	for at := key; ; {
		p := g.providers[at]
		if p != nil && (p.module == "" || p.expressions.n > 0) {
			return b.byKey[at]
		}
		path, name, nested := cutProvider(at)
		if !nested {
			return b.byKey[key]
		}
		if above, _, ok := cutLastModule(path); ok {
			at = above + ":" + name
		} else {
			at = name
		}
	}
}

// cutProvider splits "module.a.module.b:aws.west" at its colon.
func cutProvider(key string) (path, name string, nested bool) {
	if i := strings.LastIndexByte(key, ':'); i >= 0 {
		return key[:i], key[i+1:], true
	}
	return "", key, false
}

// cutLastModule splits "module.a.module.b" into "module.a" and "b".
func cutLastModule(path string) (above, name string, ok bool) {
	i := strings.LastIndex(path, ".module.")
	if i < 0 {
		return "", strings.TrimPrefix(path, "module."), false
	}
	return path[:i], path[i+len(".module."):], true
}

func (g *config) providerBlock(c *providerConfig, opt Options) *model.Provider {
	p := &model.Provider{
		Key: c.key, Type: c.name, FullName: c.fullName, Alias: c.alias,
		Module: withoutKeys(c.module), Version: c.version,
		Region: model.Region{Basis: model.FromNothing},
	}
	if p.FullName == "" {
		p.FullName = c.name // before Terraform 0.13 the name was all there was
	}
	facts := opt.Providers.Of(p.FullName)
	if facts == nil {
		return p
	}
	block := providerArguments{config: g, block: c, module: g.at(p.Module), hides: map[string]string{}}
	block.list, block.raw = g.expressions(c.expressions)
	p.Region = facts.RegionFromConfig(block.value)
	if p.Region.Name == "" {
		for _, name := range slices.Sorted(maps.Keys(block.hides)) {
			p.Region.Reason = fmt.Sprintf("provider %s: %s is %s, which has no constant value", c.key, name, block.hides[name])
			break
		}
		if name := opt.DefaultRegion[facts.Cloud()]; name != "" {
			p.Region = model.Region{Name: name, Basis: model.FromDefault}
		}
	}
	block.derived = ""
	clear(block.hides)
	p.DefaultTags = facts.DefaultTags(block.value)
	for _, path := range slices.Sorted(maps.Keys(block.hides)) {
		block.derived = block.hides[path]
	}
	if block.derived != "" {
		// The plan says which variable the tags rest on, not what is done with
		// it: there may be more of them.
		p.DefaultTags.Complete = false
		p.DefaultTags.Why = "provider " + c.key + ": default tags are made of " + block.derived
	}
	return p
}

// providerArguments answers what a provider block says.
type providerArguments struct {
	config  *config
	block   *providerConfig
	module  *module
	list    []expression
	raw     []byte
	hides   map[string]string // argument -> what hides its value
	derived string            // the last variable a value was taken from
}

// value is the argument at a dotted path: null when absent, unknown when it
// has no constant value.
func (a *providerArguments) value(path string) cty.Value {
	if e, ok := lookFor(a.list, path); ok {
		if a.module == nil {
			return cty.DynamicVal
		}
		v, hides := a.config.value(a.module, e, a.raw, 0)
		if hides != "" {
			a.hides[path] = hides
		} else if e.value.n == 0 {
			a.derived = strings.Join(distinct(e.references), ", ")
		}
		return v
	}
	// A block of which nothing but constants stands in one piece.
	for _, e := range a.list {
		if strings.HasPrefix(path, e.path+".") {
			v, _ := a.config.value(a.module, e, a.raw, 0)
			return model.Descend(v, path[len(e.path)+1:])
		}
	}
	return cty.NullVal(cty.DynamicPseudoType)
}
