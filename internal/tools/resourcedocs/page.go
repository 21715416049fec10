package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/pricing"
)

// page is what there is to say of one type.
func (c cloud) page(t typ) string {
	var b strings.Builder
	d := t.card
	fmt.Fprintf(&b, "# %s\n\n", t.name)
	head := []string{t.status(), fmt.Sprintf("[card](../../../pricing/cards/%s/%s.hcl)", c.name, t.name)}
	if t.facts.Service != "" {
		head = slices.Insert(head, 0, t.facts.Service)
	}
	fmt.Fprintf(&b, "%s\n\n", strings.Join(head, " · "))
	if d.Intro != "" {
		fmt.Fprintf(&b, "%s\n\n", prose(d.Intro))
	}
	c.bills(&b, d)
	usage(&b, d)
	assumed(&b, d)
	c.follows(&b, d)
	c.carbon(&b, d)
	example(&b, t)
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// bills are the dimensions of the bill, those of pieces among them.
func (c cloud) bills(b *strings.Builder, d *pricing.Description) {
	rows := c.billRows(d, "", nil)
	if len(rows) == 0 {
		return
	}
	b.WriteString("## What is billed\n\n| line | unit | price key | regions |\n|---|---|---|---|\n")
	for _, r := range rows {
		fmt.Fprintf(b, "| %s |\n", strings.Join(r[:], " | "))
	}
	b.WriteString("\nKeys are without cloud and region. *Regions* is how many have a price for any key of the line.\n\n")
	var hints []string
	for _, bill := range d.Bills {
		if bill.Hint != "" {
			hints = append(hints, fmt.Sprintf("- %s: %s", bill.Name, bill.Hint))
		}
	}
	if len(hints) > 0 {
		fmt.Fprintf(b, "Not known:\n\n%s\n\n", strings.Join(hints, "\n"))
	}
}

type billRow [4]string

func (c cloud) billRows(d *pricing.Description, within string, above []string) (rows []billRow) {
	for _, bill := range d.Bills {
		keys := c.keys(d, bill)
		unit := bill.Unit
		if byUse(d, bill) {
			unit += ", by use"
		}
		rows = append(rows, billRow{cell(within + bill.Name), unit, code(keys), c.prices.say(keys)})
	}
	for _, p := range d.Parts {
		inner, ok := c.byName[p.Card]
		switch {
		case c.isType(p.Card):
			rows = append(rows, billRow{cell(within + p.Name), fmt.Sprintf("as [%s](%s.md)", p.Card, p.Card), "", ""})
		case ok && !slices.Contains(above, p.Card):
			rows = append(rows, c.billRows(inner, within+p.Name+": ", append(above, p.Card))...)
		}
	}
	return rows
}

// byUse reports whether a line has no quantity as long as no use is given.
func byUse(d *pricing.Description, bill pricing.Billed) bool {
	return slices.ContainsFunc(d.Usage, func(u pricing.UsageKey) bool { return u.Default == "" && slices.Contains(bill.Usage, u.Name) })
}

// keys are those of a bill, or those its examples have where the card holds no
// names.
func (c cloud) keys(d *pricing.Description, bill pricing.Billed) []string {
	if !slices.ContainsFunc(bill.Keys, func(k string) bool { return strings.HasPrefix(k, "<") }) {
		return bill.Keys
	}
	var keys []string
	for _, x := range d.Examples {
		for _, l := range slices.Concat(x.Lines, x.Unused) {
			if l.PriceKey != "" && (l.Name == bill.Name || strings.HasPrefix(l.Name, bill.Name+" ")) {
				parts := strings.SplitN(l.PriceKey, "/", 4)
				keys = append(keys, parts[1]+"/"+parts[3])
			}
		}
	}
	for _, k := range bill.Keys {
		if !strings.HasPrefix(k, "<") {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func usage(b *strings.Builder, d *pricing.Description) {
	if len(d.Usage) == 0 {
		return
	}
	b.WriteString("## Usage\n\n| key | unit | what | without it |\n|---|---|---|---|\n")
	for _, u := range d.Usage {
		without := "its unit price is shown, no money"
		switch u.Default {
		case "":
		case "null":
			without = "–"
		default:
			without = "`" + u.Default + "`"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", u.Name, cell(u.Unit), cell(u.Description), without)
	}
	b.WriteString("\n")
}

func assumed(b *strings.Builder, d *pricing.Description) {
	if len(d.Assumed) == 0 {
		return
	}
	b.WriteString("## Taken where nobody says\n\n")
	for _, a := range d.Assumed {
		fmt.Fprintf(b, "- `%s`: %s\n", a.Path, a.Why)
	}
	b.WriteString("\n")
}

func (c cloud) follows(b *strings.Builder, d *pricing.Description) {
	if len(d.Refs) == 0 {
		return
	}
	b.WriteString("## Looks at\n\n")
	said := map[string]bool{}
	for _, r := range d.Refs {
		line := fmt.Sprintf("- `%s`", r.Path)
		switch {
		case r.Path == "":
			line = "- " + c.links(r.By) + " that points to it"
		case len(r.Types) > 0:
			line += ": " + c.links(r.Types)
		}
		if !said[line] {
			said[line] = true
			b.WriteString(line + "\n")
		}
	}
	b.WriteString("\n")
}

// links are types with their pages, where they have one.
func (c cloud) links(types []string) string {
	out := make([]string, len(types))
	for i, t := range types {
		out[i] = "`" + t + "`"
		if _, ok := c.byName[t]; ok && c.isType(t) {
			out[i] = fmt.Sprintf("[%s](%s.md)", t, t)
		}
	}
	return strings.Join(out, ", ")
}

func (c cloud) carbon(b *strings.Builder, d *pricing.Description) {
	if len(d.Hardware) == 0 {
		return
	}
	b.WriteString("## Carbon\n\n")
	words := map[string]string{"machine": "a machine, by its type", "vcpu": "vCPUs and memory", "storage": "storage"}
	for _, h := range d.Hardware {
		what := words[h.Kind]
		if h.Kind == "gap" {
			what = "not known"
			if h.Gap != "" {
				what += ": " + h.Gap
			}
		}
		fmt.Fprintf(b, "- %s: %s\n", h.Name, what)
	}
	b.WriteString("\n")
}
