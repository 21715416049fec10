package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
)

// usageSlips are what is wrong with usage files, as all projects of a run saw
// them. Unmatched entries may speak of a project that could not be read.
type usageSlips struct {
	slips, unmatched hcl.Diagnostics
	sources          map[string]*hcl.File // for quoting their lines
}

// mostUnmatched bounds how many entries of a file that match nothing are said
// one by one: a file may be shared by projects that are checked apart.
const mostUnmatched = 10

// mostCompared bounds the addresses looked through for the nearest.
const mostCompared = 5_000

// slips says what of the files is not heeded and why, in their order.
func (u *usages) slips() usageSlips {
	out := usageSlips{sources: map[string]*hcl.File{}}
	for i, f := range u.files {
		name := projectName(f.Name)
		out.sources[name] = &hcl.File{Bytes: f.Source}
		var unmatched []config.UsageEntry
		for n, e := range f.Entries {
			types := u.types[entryAt{i, n}]
			switch {
			case len(e.Values) == 0: // nothing that anybody could miss
				continue
			case len(types) == 0:
				unmatched = append(unmatched, e)
				continue
			}
			out.slips = append(out.slips, u.entrySlips(name, e, usageAt{entryAt{i, n}, ""}, types)...)
		}
		out.unmatched = append(out.unmatched, u.unmatched(name, unmatched)...)
	}
	return out
}

// entrySlips are those of an entry that speaks of some resources. A key that
// any of their types has is right.
func (u *usages) entrySlips(file string, e config.UsageEntry, at usageAt, types []string) hcl.Diagnostics {
	var diags hcl.Diagnostics
	missed := map[usageKeyAt]int{}
	var order []usageKeyAt
	for _, typ := range types {
		at.typ = typ
		f := u.fit(at)
		for _, k := range f.unknown {
			if missed[k]++; missed[k] == 1 {
				order = append(order, k)
			}
		}
		for _, w := range f.wrong {
			diags = append(diags, usageWarning(file, w.at, "Usage value does not fit", fmt.Sprintf("%s of %s %s", w.key, typ, ended(w.why))))
		}
	}
	for _, k := range order {
		if missed[k] == len(types) {
			diags = append(diags, usageWarning(file, k.at, "Unknown usage key", u.unknownKey(k.key, types)))
		}
	}
	slices.SortStableFunc(diags, func(a, b *hcl.Diagnostic) int { return a.Subject.Start.Line - b.Subject.Start.Line })
	return slices.CompactFunc(diags, func(a, b *hcl.Diagnostic) bool { return a.Subject.Start == b.Subject.Start && a.Detail == b.Detail })
}

func ended(text string) string {
	if strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}

// unknownKey names the nearest key there is.
func (u *usages) unknownKey(key string, types []string) string {
	var known []string
	for _, typ := range types {
		specs, _ := u.known(typ)
		known = append(known, dotted(specs)...)
	}
	what := strings.Join(types, ", ")
	if len(types) > 3 {
		what = fmt.Sprintf("None of %s and %d more", strings.Join(types[:3], ", "), len(types)-3)
	}
	if len(known) == 0 {
		return fmt.Sprintf("%s has no usage keys: nothing of it is billed by use here.", what)
	}
	verb := "has no usage key"
	if len(types) > 1 {
		verb = "have the usage key"
		if len(types) <= 3 {
			what = "None of " + what
		}
	}
	return fmt.Sprintf("%s %s %q. %s", what, verb, key, nearestKey(key, append(known, PurchaseUsageKeys()...)))
}

func nearestKey(key string, known []string) string {
	slices.Sort(known)
	known = slices.Compact(known)
	if near := config.Nearest(key, known); near != "" {
		return fmt.Sprintf("Did you mean %q?", near)
	}
	last := key[strings.LastIndexByte(key, '.')+1:]
	for _, name := range known {
		if strings.HasSuffix(name, "."+last) {
			return fmt.Sprintf("Did you mean %q?", name)
		}
	}
	return "It may have " + someOf(known) + "."
}

// unmatched says which entries of a file speak of nothing that is there.
func (u *usages) unmatched(file string, entries []config.UsageEntry) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for i, e := range entries {
		if i == mostUnmatched && len(entries) > mostUnmatched+1 {
			diags = append(diags, usageWarning(file, e.Range, "Usage matches nothing", fmt.Sprintf("The same is true of this entry and of %d after it.", len(entries)-i-1)))
			break
		}
		detail := fmt.Sprintf("There is no resource at %s.", e.Pattern)
		switch {
		case e.Default:
			detail = fmt.Sprintf("There is no resource of type %s.", e.Pattern)
		case strings.Contains(e.Pattern, "*"):
			detail = fmt.Sprintf("No address matches %s.", e.Pattern)
		case len(u.all) <= mostCompared:
			if near := config.Nearest(e.Pattern, u.all); near != "" {
				detail += fmt.Sprintf(" Did you mean %s?", near)
			}
		}
		diags = append(diags, usageWarning(file, e.Range, "Usage matches nothing", detail))
	}
	return diags
}

func usageWarning(file string, at hcl.Range, summary, detail string) *hcl.Diagnostic {
	at.Filename = file
	return &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: summary, Detail: detail, Subject: &at}
}
