// Package provider knows what a cloud calls things: where a resource says its
// region, where its tags are and what the provider adds to them, which service
// a resource type belongs to and whether it is billed, and how hard that
// service is to leave.
//
// All of it is data beside this file: <name>.hcl says how a provider speaks,
// types/<name>.tsv lists its resource types, lockin/<name>.tsv grades its
// services (README.md has the columns). The files are found by walking the folder, so a new cloud is new
// files and no Go. Nothing is read before it is asked for, and everything is
// safe for concurrent use.
package provider

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
)

// Provider is one Terraform provider this version knows.
type Provider struct {
	stem   string // of the files it is described in
	facts  facts
	types  *table
	grades *grades
}

// Name is the provider's short name, the prefix of its types: "aws".
func (p *Provider) Name() string { return p.facts.Name }

// Cloud is the cloud as the catalogue names it: "aws", "azure", "gcp". It is
// "" for a vendor whose prices the catalogue does not hold.
func (p *Provider) Cloud() string { return p.facts.Cloud }

// Of returns the provider of a full name ("registry/hashicorp/aws", whichever
// the registry; "hashicorp/google-beta") or of the short name old plans and
// states write ("aws"), and nil when it is none we know.
func Of(fullName string) *Provider { return (*Books)(nil).Of(fullName) }

// All returns every provider we know, by name.
func All() []*Provider { return shelf().all }

// Diagnostics returns the slips in the embedded files that describe providers
// and grade their services; a test holds it empty.
func Diagnostics() hcl.Diagnostics {
	diags := slices.Clone(shelf().diags)
	for _, p := range All() {
		diags = append(diags, p.grades.read().diags...)
	}
	return diags
}

// FreeByProvider says why nothing of a provider costs money, for those whose
// resources exist only in the state or on the machine that runs Terraform.
func FreeByProvider(fullName string) (reason string, ok bool) {
	return (*Books)(nil).FreeByProvider(fullName)
}

// source drops the registry of a full name, and the namespaces that Terraform
// writes when it only knew the short name.
func source(fullName string) string {
	parts := strings.Split(strings.ToLower(fullName), "/")
	if n := len(parts); n >= 2 && parts[n-2] != "-" {
		return parts[n-2] + "/" + parts[n-1]
	}
	return parts[len(parts)-1]
}

// Books is everything that is known of providers: what is inside, and what lies
// over it ([Over]). A nil Books is what is inside.
type Books struct {
	all     []*Provider
	byName  map[string]*Provider // "hashicorp/aws" and "aws"
	free    map[string]string    // the same keys -> reason
	diags   hcl.Diagnostics
	layered []string // names of providers that a layer speaks of
}

// Of is the package's own Of, with what lies over it.
func (b *Books) Of(fullName string) *Provider {
	if b == nil {
		b = shelf()
	}
	return b.byName[source(fullName)]
}

// FreeByProvider is the package's own, with what lies over it.
func (b *Books) FreeByProvider(fullName string) (reason string, ok bool) {
	if b == nil {
		b = shelf()
	}
	reason, ok = b.free[source(fullName)]
	return reason, ok
}

// Clouds are the clouds, as price keys name them, of the providers that the
// layers speak of, sorted.
func (b *Books) Clouds() []string {
	var out []string
	for name, p := range b.unique() {
		if p.Cloud() != "" && slices.Contains(b.layered, name) {
			out = append(out, p.Cloud())
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Layered are the names of the providers that the layers speak of, sorted.
func (b *Books) Layered() []string { return b.layered }

var shelf = sync.OnceValue(func() *Books {
	b := &Books{byName: map[string]*Provider{}, free: map[string]string{}}
	entries, err := data.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("provider: embedded folder: %s", err)) // cannot happen: it is part of the binary
	}
	for _, e := range entries {
		stem, isHCL := strings.CutSuffix(e.Name(), ".hcl")
		if !isHCL {
			continue
		}
		f, diags := read(e.Name())
		b.diags = append(b.diags, diags...)
		types, grades := tableOf(stem), gradesOf(stem)
		for _, facts := range f.Providers {
			p := &Provider{stem: stem, facts: facts, types: types, grades: grades}
			b.all = append(b.all, p)
			for _, key := range keys(facts.Names) {
				b.byName[key] = p
			}
		}
		for _, free := range f.Free {
			for _, key := range keys(free.Names) {
				b.free[key] = free.Reason
			}
		}
	}
	slices.SortFunc(b.all, func(x, y *Provider) int { return strings.Compare(x.Name(), y.Name()) })
	return b
})

// keys are the names a provider answers to: namespace and type, and the type
// alone.
func keys(names []string) []string {
	out := slices.Clone(names)
	for _, n := range names {
		_, short, _ := strings.Cut(n, "/")
		out = append(out, short)
	}
	return out
}
