package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// tile is an area of a treemap; those of a group lie together.
type tile struct {
	name  string
	short string // what is drawn of the name
	label string // its amount, as people read it
	area  float64
	tiles []tile
	// others: it is what is left of a longer list.
	others bool
}

// rect is a place on a canvas.
type rect struct{ x, y, w, h float64 }

// squarify fills a place with tiles in their order, as near to squares as they
// come (Bruls, Huizing and van Wijk, 2000). Areas have to be positive.
func squarify(tiles []tile, in rect) []rect {
	out := make([]rect, 0, len(tiles))
	total := 0.0
	for i := range tiles {
		total += tiles[i].area
	}
	scale := in.w * in.h / total
	for start := 0; start < len(tiles); {
		side := min(in.w, in.h)
		end, row := start+1, tiles[start].area*scale
		for end < len(tiles) {
			next := row + tiles[end].area*scale
			if worst(tiles[start:end+1], next, side, scale) > worst(tiles[start:end], row, side, scale) {
				break
			}
			row = next
			end++
		}
		depth := row / side
		at := 0.0
		for _, t := range tiles[start:end] {
			length := t.area * scale / depth
			if in.w >= in.h {
				out = append(out, rect{in.x, in.y + at, depth, length})
			} else {
				out = append(out, rect{in.x + at, in.y, length, depth})
			}
			at += length
		}
		if in.w >= in.h {
			in.x, in.w = in.x+depth, max(in.w-depth, 0)
		} else {
			in.y, in.h = in.y+depth, max(in.h-depth, 0)
		}
		start = end
	}
	return out
}

// worst is the largest ratio of the sides in a row of tiles.
func worst(row []tile, total, side, scale float64) float64 {
	largest, least := row[0].area, row[0].area
	for i := range row {
		largest, least = max(largest, row[i].area), min(least, row[i].area)
	}
	return max(side*side*largest*scale/(total*total), total*total/(side*side*least*scale))
}

// Room a tile needs for a line of text and for the name of its group, in
// pixels of the canvas.
const (
	lineHeight  = 15
	groupHeight = 19
)

// treemap draws groups of tiles on a canvas of w × h. The tables beside it say
// the same in words, so that it is one picture to those who cannot see it.
func (p *sheet) treemap(class markup, title string, groups []tile, w, h float64) {
	p.open("svg", class, attr{"viewBox", "0 0 " + number(w) + " " + number(h)}, attr{"role", "img"}, attr{"aria-label", title})
	for i, place := range squarify(groups, rect{0, 0, w, h}) {
		hue := hues[i%len(hues)]
		if groups[i].others {
			hue = "rest"
		}
		p.group(groups[i], place, hue)
	}
	p.end("svg")
	p.line()
}

// hues are the classes of colours that groups take in turn.
var hues = [...]markup{"h0", "h1", "h2", "h3", "h4", "h5", "h6"}

func (p *sheet) group(g tile, at rect, hue markup) {
	at = inset(at, 1.5)
	head := at.h >= groupHeight+lineHeight && at.w >= 48
	inner := at
	p.open("g", hue)
	if head {
		inner.y, inner.h = at.y+groupHeight, at.h-groupHeight
		p.canvas(rect{at.x, at.y, at.w, groupHeight}, func(w, h float64) {
			p.leaf("rect", "", "", attr{"width", number(w)}, attr{"height", number(h)})
			p.leaf("rect", "head", "", attr{"width", number(w)}, attr{"height", number(h)})
			text := g.name + "  " + g.label
			if room(text, 7.6) > w-12 {
				text = cutTo(g.name, w-12)
			}
			p.words("gn", 6, 13.5, text)
		})
	}
	for i, place := range squarify(g.tiles, inner) {
		p.tile(g, g.tiles[i], inset(place, 0.5))
	}
	p.end("g")
}

// tile is a rectangle with as much of its name and amount as has room. The
// canvas it lies on cuts what goes beyond.
func (p *sheet) tile(g, t tile, at rect) {
	p.canvas(at, func(w, h float64) {
		p.leaf("title", "", t.name+": "+t.label+" ("+g.name+")")
		p.leaf("rect", "", "", attr{"width", number(w)}, attr{"height", number(h)})
		if h < lineHeight+3 || w < 34 {
			return
		}
		p.words("tn", 6, 14.5, cutTo(t.short, w-12))
		if h >= 2*lineHeight+5 && room(t.label, 6.7) <= w-10 {
			p.words("ta", 6, 14.5+lineHeight, t.label)
		}
	})
}

func (p *sheet) canvas(at rect, draw func(w, h float64)) {
	if at.w <= 0 || at.h <= 0 {
		return
	}
	p.open("svg", "", attr{"x", number(at.x)}, attr{"y", number(at.y)}, attr{"width", number(at.w)}, attr{"height", number(at.h)})
	draw(at.w, at.h)
	p.end("svg")
}

func (p *sheet) words(class markup, x, y float64, text string) {
	if text != "" {
		p.leaf("text", class, text, attr{"x", number(x)}, attr{"y", number(y)})
	}
}

func inset(r rect, by float64) rect {
	return rect{r.x + by, r.y + by, max(r.w-2*by, 0), max(r.h-2*by, 0)}
}

// room is what text takes at so many pixels a character, on the safe side.
func room(text string, each float64) float64 { return each * float64(utf8.RuneCountInString(text)) }

// cutTo is a name that fits into so many pixels, cut if it has to be; "" where
// not even five characters would be left. An amount is never cut.
func cutTo(name string, pixels float64) string {
	if room(name, 7.6) <= pixels {
		return name
	}
	if n := int(pixels / 7.6); n >= 5 {
		return clip(name, n)
	}
	return ""
}

// mapped makes groups of tiles by outermost module, or by service where there
// are hardly any modules; within, resources by themselves where they are few,
// else types. size and label are of what is drawn: money or carbon.
func mapped(all []placed, size func(*sum) float64, label func(*sum) string) []tile {
	group := outermost
	if len(sumBy(all, outermost)) < 3 {
		group = serviceOf
	}
	alone := len(all) <= 80
	key := typeOf
	if alone {
		key = func(r *placed) string { return r.Address }
	}
	members := map[string][]placed{}
	for i := range all {
		name := group(&all[i])
		members[name] = append(members[name], all[i])
	}
	var groups []tile
	for _, g := range drawn(sumBy(all, group), 12, size) {
		t := tile{name: g.name, label: label(g), area: size(g), others: g.others}
		inside := members[g.name]
		if g.others {
			t.tiles = []tile{{name: g.name, short: g.name, label: label(g), area: size(g)}}
		}
		for _, s := range drawn(sumBy(inside, key), 13, size) {
			t.tiles = append(t.tiles, tile{name: s.name, short: tileName(s, alone), label: label(s), area: size(s)})
		}
		groups = append(groups, t)
	}
	return groups
}

// drawn are the n largest sums of some size, and one of the others.
func drawn(list []*sum, n int, size func(*sum) float64) []*sum {
	list = slices.DeleteFunc(list, func(s *sum) bool { return !(size(s) > 0) || math.IsInf(size(s), 0) })
	slices.SortStableFunc(list, func(a, b *sum) int { return cmp.Or(cmp.Compare(size(b), size(a)), cmp.Compare(a.name, b.name)) })
	top, rest, merged := topOf(list, n)
	if rest == nil {
		return top
	}
	rest.name, rest.others = plural(merged, "other", "others"), true
	return append(slices.Clip(top), rest)
}

// tileName is what tells a tile from others of its group, without the cloud.
func tileName(s *sum, alone bool) string {
	if s.others {
		return s.name
	}
	steps := splitAddress(s.name)
	kind, name, _ := strings.Cut(steps[len(steps)-1], ".")
	if _, bare, ok := strings.Cut(kind, "_"); ok {
		kind = bare
	}
	switch {
	case alone:
		return kind + "." + name
	case s.n > 1:
		return kind + " × " + thousands(strconv.Itoa(s.n))
	}
	return kind
}
