package parser

import "github.com/iaclint/iaclint/parser/internal/jsonscan"

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
