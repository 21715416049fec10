package report

import "strings"

// shorten fits an address into n cells and keeps what tells it apart: first
// the outer modules go, then all of the innermost but its key, then the end of
// the type. Name and keys stay as long as they can.
//
//	module.a.module.net["x"].aws_nat_gateway.this[0]
//	…module.net["x"].aws_nat_gateway.this[0]
//	…["x"].aws_nat_gateway.this[0]
//	…["x"].aws_na….this[0]
//	aws_na….this[0]
func (s *screen) shorten(address string, n int) string {
	address = inert(address)
	if s.cells(address) <= n {
		return address
	}
	steps := splitAddress(address)
	local := steps[len(steps)-1]
	for i := 1; i < len(steps)-1; i++ {
		if short := "…" + strings.Join(steps[i:], "."); s.cells(short) <= n {
			return short
		}
	}
	outer := ""
	if len(steps) > 1 {
		outer = "…"
		module := steps[len(steps)-2]
		if key := strings.IndexByte(module, '['); key >= 0 {
			if short := s.local("…"+module[key:]+".", local, n); short != "" {
				return short
			}
		}
	}
	for _, prefix := range []string{outer, ""} {
		if short := s.local(prefix, local, n); short != "" {
			return short
		}
	}
	return s.cutMiddle(local, n)
}

// local is prefix and the local part of an address, its type cut where that
// makes it fit; "" when too little of the type would be left.
func (s *screen) local(prefix, local string, n int) string {
	if s.cells(prefix+local) <= n {
		return prefix + local
	}
	kind, name, ok := strings.Cut(local, ".")
	room := n - s.cells(prefix+"."+name)
	if !ok || room < leastType {
		return ""
	}
	return prefix + s.cut(kind, room) + "." + name
}

// leastType is how much of a type is worth showing: "aws_na…".
const leastType = 7

// cut keeps the first n cells of text, ending in an ellipsis.
func (s *screen) cut(text string, n int) string {
	if s.cells(text) <= n {
		return text
	}
	used := 0
	for i, r := range text {
		w := s.measure.RuneWidth(r)
		if used+w > n-1 {
			return text[:i] + "…"
		}
		used += w
	}
	return text
}

// cutMiddle keeps both ends, the second half a little longer.
func (s *screen) cutMiddle(text string, n int) string {
	runes := []rune(text)
	head := max((n-1)/3, 1)
	tail := max(n-1-head, 1)
	if len(runes) <= n {
		return s.cut(text, n)
	}
	out := string(runes[:head]) + "…" + string(runes[len(runes)-tail:])
	return s.cut(out, n)
}

// splitAddress cuts an address into its module steps and the resource:
// module.a["x.y"], module.b, aws_x.y["k"]. Dots inside keys do not count.
func splitAddress(address string) []string {
	var steps []string
	start, quoted, dots := 0, false, 0
	for i := 0; i < len(address); i++ {
		switch c := address[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case c == '.' && !quoted:
			if dots++; dots == 2 && strings.HasPrefix(address[start:], "module.") {
				steps = append(steps, address[start:i])
				start, dots = i+1, 0
			}
		}
	}
	return append(steps, address[start:])
}
