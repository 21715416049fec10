package report

// detail is how much of a page is shown.
type detail struct {
	roots     int  // root modules
	same      bool // also those in which nothing changes
	resources int  // those that change most
	findings  int  // the heaviest
	prose     bool // what rules say and advise
	gaps      int  // reasons for what is not known
	notes     bool // the list below the totals
	totals    bool
	// allocation is who pays, which a page gives up first.
	allocation bool
}

// whole is all of a page. Where nothing folds a page is short by itself.
func (c *comment) whole() detail {
	d := detail{roots: 200, same: true, resources: 200, findings: 200, prose: true, gaps: 100, notes: true, totals: true, allocation: true}
	if c.o.NoDetails {
		d.roots, d.resources, d.findings, d.gaps, d.allocation = 50, 10, 20, 10, false
	}
	return d
}

// cuts are the ways to make a page shorter, in the order they are tried. Each
// takes what the ones before it left and leaves n of something: as much of it as
// fits, but not less than least.
var cuts = [...]struct {
	least int
	leave func(d *detail, n int)
}{
	{0, func(d *detail, n int) { d.allocation = false }},
	{0, func(d *detail, n int) { d.same = false }},
	{10, func(d *detail, n int) { d.resources = min(d.resources, n) }},
	{0, func(d *detail, n int) { d.prose = false }},
	{10, func(d *detail, n int) { d.findings = min(d.findings, n) }},
	{5, func(d *detail, n int) { d.gaps = min(d.gaps, n) }},
	{0, func(d *detail, n int) {
		d.resources, d.findings, d.gaps = min(d.resources, n), min(d.findings, n), min(d.gaps, n)
	}},
	{0, func(d *detail, n int) { d.roots = min(d.roots, n) }},
	{0, func(d *detail, n int) { d.notes = false }},
	{0, func(d *detail, n int) { d.totals = false }},
}

// mostOf is more than any detail has of anything.
const mostOf = 200

// fit is as much of the page as the limit allows.
func (c *comment) fit() string {
	d := c.whole()
	text := c.page(d)
	for _, cut := range cuts {
		if characters(text) <= c.o.Limit {
			break
		}
		if fits, ok := c.most(d, cut.least, cut.leave); ok {
			// What a later cut made room for, more resources may take.
			all := c.whole().resources
			d, _ = c.most(fits, fits.resources, func(d *detail, n int) { d.resources = min(n, all) })
		} else {
			cut.leave(&d, cut.least)
		}
		text = c.page(d)
	}
	if characters(text) > c.o.Limit {
		return c.verdict() + "\n"
	}
	return text
}

// most is d with as much left as fits; false when not even the least does.
func (c *comment) most(d detail, least int, leave func(*detail, int)) (detail, bool) {
	fits := d
	leave(&fits, least)
	if characters(c.page(fits)) > c.o.Limit {
		return d, false
	}
	for tooMuch := mostOf + 1; tooMuch-least > max(1, least/16); { // near enough
		n, more := (least+tooMuch)/2, d
		leave(&more, n)
		if characters(c.page(more)) <= c.o.Limit {
			least, fits = n, more
		} else {
			tooMuch = n
		}
	}
	return fits, true
}

// characters counts as the forge does that counts most: in UTF-16 units, which
// are never fewer than code points.
func characters(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}
