package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// contents is the first page: what there is, by cloud.
func contents(clouds []cloud) string {
	var b strings.Builder
	b.WriteString("# Resources\n\nWhat iaclint knows of each resource type: what is billed and by which price, which usage it takes, what it assumes, and an\nexample with its figures. These pages are made from the [cards](../../pricing/cards/README.md), the tables of\n[types](../../provider/README.md) and the [catalogue](../../pricing/catalogue/README.md) by `go generate ./provider`.\n\n")
	statuses := []string{"priced", "not priced yet", "billed through another", "free", "not judged yet"}
	fmt.Fprintf(&b, "| | %s | types |\n|---|%s--:|\n", strings.Join(statuses, " | "), strings.Repeat("--:|", len(statuses)))
	for _, c := range clouds {
		n := map[string]int{}
		for _, t := range c.types {
			n[t.status()]++
		}
		fmt.Fprintf(&b, "| [%s](%s/README.md) |", c.title, c.name)
		for _, s := range statuses {
			fmt.Fprintf(&b, " %d |", n[s])
		}
		fmt.Fprintf(&b, " %d |\n", len(c.types))
	}
	b.WriteString("\nWhat is not priced yet, and what nobody has judged, is a gap in every report, with its reason: never a zero.\n`iaclint catalogue coverage` prints these numbers.\n")
	return b.String()
}

// index lists the types of a cloud by service.
func (c cloud) index() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n[All clouds](../README.md)\n", c.title)
	services := map[string][]typ{}
	for _, t := range c.types {
		services[t.facts.Service] = append(services[t.facts.Service], t)
	}
	names := slices.Sorted(maps.Keys(services))
	if names[0] == "" {
		names = append(names[1:], "")
	}
	for _, name := range names {
		if title := name; title == "" {
			b.WriteString("\n## Without a service\n\n")
		} else {
			fmt.Fprintf(&b, "\n## %s\n\n", title)
		}
		c.service(&b, services[name])
	}
	return b.String()
}

func (c cloud) service(b *strings.Builder, types []typ) {
	var rows, free []string
	for _, status := range []string{"priced", "not priced yet", "billed through another", "not judged yet"} {
		for _, t := range types {
			if t.status() == status {
				rows = append(rows, fmt.Sprintf("| %s | %s | %s |", c.link(t), status, c.summary(t)))
			}
		}
	}
	for _, t := range types {
		if t.status() == "free" {
			free = append(free, "`"+t.name+"`")
		}
	}
	if len(rows) > 0 {
		fmt.Fprintf(b, "| type | | |\n|---|---|---|\n%s\n", strings.Join(rows, "\n"))
	}
	if len(free) > 0 {
		if len(rows) > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(b, "Free: %s\n", strings.Join(free, ", "))
	}
}

func (c cloud) link(t typ) string {
	if t.card == nil {
		return "`" + t.name + "`"
	}
	return fmt.Sprintf("[%s](%s.md)", t.name, t.name)
}

// summary is what is billed, through what, or why nobody knows.
func (c cloud) summary(t typ) string {
	if t.card == nil {
		through := ""
		if t.facts.BilledThrough != "" {
			through = "`" + t.facts.BilledThrough + "`"
			if t.facts.Reason != "" {
				through += ": "
			}
		}
		return cell(through + t.facts.Reason)
	}
	var names []string
	for _, r := range c.billRows(t.card, "", nil) {
		names = append(names, r[0])
	}
	const most = 5
	if len(names) > most {
		names = append(names[:most], "…")
	}
	return strings.Join(names, ", ")
}
