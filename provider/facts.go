package provider

import (
	"regexp"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"
	"github.com/hashicorp/hcl/v2/hclparse"
)

// file is what a .hcl file of this folder may hold.
type file struct {
	Providers []facts `hcl:"provider,block"`
	Free      []free  `hcl:"free,block"`
}

// free names providers whose resources cost nothing.
type free struct {
	Names  []string `hcl:"names"`
	Reason string   `hcl:"reason"`
}

// facts is one provider block.
type facts struct {
	Name   string   `hcl:"name,label"`
	Names  []string `hcl:"names"` // namespace/type, without the registry
	Cloud  string   `hcl:"cloud,optional"`
	Region *regions `hcl:"region,block"`
	Tags   *tagging `hcl:"tags,block"`

	Inherited []inherited `hcl:"inherited,block"`
}

// inherited says of a type where an attribute comes from that the resource
// does not have itself: the engine of a replica is its source's.
type inherited struct {
	Type      string   `hcl:"type,label"`
	Attribute string   `hcl:"attribute"`
	From      []string `hcl:"from"` // references to what has it
}

// regions says where a region is written and how to read it.
type regions struct {
	// Pattern has as its first group the region in a value (a zone, say); a
	// value it does not match is a place of its own kind ("us", "global").
	Pattern       string   `hcl:"pattern,optional"`
	Configuration []string `hcl:"configuration,optional"` // of the provider block, in order
	Environment   []string `hcl:"environment,optional"`   // where else it may come from, unseen by a plan
	From          []from   `hcl:"from,block"`             // of any resource, in order
	Parents       []string `hcl:"parents,optional"`       // references to follow when all else fails

	pattern *regexp.Regexp
	telling []from // those of From that have a pattern
}

// from is an attribute any resource of the provider may say its region in.
type from struct {
	Attribute string `hcl:"attribute,label"`
	// Pattern, when set, has the region as its first group; a value it does
	// not match says nothing.
	Pattern string `hcl:"pattern,optional"`
	// Within says that the place lies in the provider's region whatever it is,
	// so that not knowing it hides nothing.
	Within bool `hcl:"within,optional"`

	pattern *regexp.Regexp
}

// tagging says where tags are and what the provider adds.
type tagging struct {
	Defaults string  `hcl:"defaults,optional"` // path in the provider block
	Styles   []style `hcl:"attribute,block"`
}

// style is how one tags attribute works.
type style struct {
	Attribute string `hcl:"attribute,label"`
	// Merged is the computed attribute that shows own tags and defaults.
	Merged string `hcl:"merged,optional"`
	// Unreached is true when provider defaults do not reach this attribute.
	Unreached bool `hcl:"unreached,optional"`
	// Blocks is true for a list of blocks with key and value.
	Blocks bool `hcl:"blocks,optional"`
}

// read decodes one embedded file. A slip in it is a diagnostic, and what could
// be read is kept.
func read(name string) (file, hcl.Diagnostics) { return readFacts(text(name), name) }

func readFacts(src, name string) (file, hcl.Diagnostics) {
	var f file
	parsed, diags := hclparse.NewParser().ParseHCL([]byte(src), name)
	if parsed == nil {
		return f, diags
	}
	diags = append(diags, gohcl.DecodeBody(parsed.Body, nil, &f)...)
	for i := range f.Providers {
		r := f.Providers[i].Region
		if r == nil {
			continue
		}
		r.pattern = compile(r.Pattern, parsed, &diags)
		for j := range r.From {
			src := &r.From[j]
			if src.pattern = compile(src.Pattern, parsed, &diags); src.pattern != nil {
				r.telling = append(r.telling, *src)
			}
		}
	}
	return f, diags
}

// compile returns nil for "" and for a pattern that does not compile.
func compile(pattern string, in *hcl.File, diags *hcl.Diagnostics) *regexp.Regexp {
	if pattern == "" {
		return nil
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		*diags = append(*diags, &hcl.Diagnostic{
			Severity: hcl.DiagError,
			Summary:  "Pattern does not compile",
			Detail:   "The pattern " + pattern + " is no regular expression: " + err.Error() + ".",
			Subject:  in.Body.MissingItemRange().Ptr(),
		})
		return nil
	}
	return re
}
