package parser

import "github.com/iaclint/iaclint/jsonscan"

// interner keeps one copy of strings that come again and again.
type interner map[string]string

// raw interns what a raw JSON string means.
func (t interner) raw(raw []byte) string {
	if s, ok := t[string(raw)]; ok {
		return s
	}
	s := jsonscan.Text(raw)
	if s == string(raw) {
		t[s] = s
	} else {
		t[string(raw)] = s
	}
	return s
}

// maxRecent is how many strings recent keeps, and how long ones.
const (
	maxRecent = 1024
	maxWord   = 64
)

// recent is raw for strings without end: it forgets all when it has many.
func (t *interner) recent(raw []byte) string {
	if len(raw) > maxWord {
		return jsonscan.Text(raw)
	}
	if *t == nil {
		*t = interner{}
	} else if len(*t) >= maxRecent {
		clear(*t)
	}
	return t.raw(raw)
}
