package catalogue

import (
	"strconv"
	"strings"
)

// table is one of the small tables as its text: a header, then lines sorted
// without regard to case, the key columns first. Fields hold no quotes and no
// commas, so a line is cut where it is read and nothing is parsed beforehand.
type table string

// find returns the line whose first columns are the keys.
func (t table) find(keys ...string) (line, bool) {
	l, _ := t.seek(strings.Join(keys, ",") + ",")
	return l, l != ""
}

// seek returns the first line with the prefix, and what follows it; "" when
// there is none.
func (t table) seek(prefix string) (line, table) {
	body := t.body()
	lo, hi := 0, len(body) // line starts; body[hi:] is at or past the prefix
	for lo < hi {
		mid := (lo + hi) / 2
		start := strings.LastIndexByte(body[lo:mid], '\n') + 1 + lo
		end := strings.IndexByte(body[start:], '\n') + 1 + start
		if compareFold(body[start:end-1], prefix) < 0 {
			lo = end
		} else {
			hi = start
		}
	}
	l, rest := table(body[lo:]).cut()
	if !hasPrefixFold(string(l), prefix) {
		return "", ""
	}
	return l, rest
}

// body is the text without its header.
func (t table) body() string {
	_, body, _ := strings.Cut(string(t), "\n")
	return body
}

// cut takes the first line off a body.
func (t table) cut() (line, table) {
	l, rest, _ := strings.Cut(string(t), "\n")
	return line(l), table(rest)
}

// lines yields every line, in order.
func (t table) lines(yield func(line) bool) {
	for l, rest := table(t.body()).cut(); l != ""; l, rest = rest.cut() {
		if !yield(l) {
			return
		}
	}
}

// line is what is left of a line; its methods take fields off the front.
type line string

func (l *line) str() string {
	field, rest, _ := strings.Cut(string(*l), ",")
	*l = line(rest)
	return field
}

// num reads a number; an empty field is 0, which no fact of these tables is.
func (l *line) num() float64 {
	field := l.str()
	if field == "" {
		return 0
	}
	n, err := strconv.ParseFloat(field, 64)
	if err != nil {
		panic("catalogue: unchecked table: " + err.Error()) // check in load.go let it pass
	}
	return n
}

func compareFold(a, b string) int {
	for i := range min(len(a), len(b)) {
		if x, y := lower(a[i]), lower(b[i]); x != y {
			return int(x) - int(y)
		}
	}
	return len(a) - len(b)
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && compareFold(s[:len(prefix)], prefix) == 0
}

func equalFold(a, b string) bool { return len(a) == len(b) && compareFold(a, b) == 0 }

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}
