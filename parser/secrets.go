package parser

import (
	"strings"

	"github.com/iaclint/iaclint/jsonscan"
)

// secrets are texts that may not be shown wherever they turn up: a plan marks
// a secret where the configuration passes it on, not where a provider copies
// it. A nil *secrets holds none.
type secrets struct {
	texts map[string]struct{}
	// long says of each length below its own whether some text has it; longer ones
	// share the last place. Most texts are told by that from all secrets.
	long [64]bool
}

const (
	// minDeclared is the shortest text of a sensitive variable that is looked
	// for elsewhere: a sensitive "no" or "10" is a secret in its place only.
	minDeclared = 4
	// minMarked is the same for an attribute that is marked sensitive. Those
	// are marked by the provider's schema too, whole documents at a time.
	minMarked = 6
)

func (s *secrets) has(text string) bool {
	if s == nil || len(text) < minDeclared || len(s.texts) == 0 {
		return false
	}
	if !s.long[min(len(text), len(s.long)-1)] {
		return false
	}
	_, ok := s.texts[text]
	return ok
}

func (s *secrets) add(text string) {
	if s.texts == nil {
		s.texts = map[string]struct{}{}
	}
	s.texts[text] = struct{}{}
	s.long[min(len(text), len(s.long)-1)] = true
}

// declare takes every text and number inside the value of a sensitive
// variable.
func (s *secrets) declare(raw []byte) error {
	return s.collect(jsonscan.New(raw, 0), &marks{all: true}, func(text string) bool { return len(text) >= minDeclared })
}

// mark takes the texts inside a value that are marked sensitive, but for those
// that are public words: a parameter store holds regions and sizes too, and
// hiding "eu-west-1" everywhere would hide nothing and cost every estimate.
func (s *secrets) mark(c *jsonscan.Cursor, m *marks) error {
	return s.collect(c, m, func(text string) bool { return len(text) >= minMarked && !public(text) })
}

func (s *secrets) collect(c *jsonscan.Cursor, m *marks, take func(string) bool) error {
	b, err := c.Peek()
	if err != nil {
		return err
	}
	if m == nil {
		return c.Skip()
	}
	switch b {
	case '{':
		c.Pos++
		for first := true; ; first = false {
			key, ok, err := c.Key(first)
			if err != nil || !ok {
				return err
			}
			if err := s.collect(c, m.field(jsonscan.Text(key)), take); err != nil {
				return err
			}
		}
	case '[':
		c.Pos++
		for i := 0; ; i++ {
			ok, err := c.Next(i == 0)
			if err != nil || !ok {
				return err
			}
			if err := s.collect(c, m.elem(i), take); err != nil {
				return err
			}
		}
	case '"':
		raw, err := c.Raw("")
		if err == nil && m.all {
			if text := jsonscan.Text(raw); take(text) {
				s.add(text)
			}
		}
		return err
	case 't', 'f', 'n':
		return c.Skip()
	}
	from := c.Pos
	err = c.Skip()
	if text := string(c.Buf[from:c.Pos]); err == nil && m.all && take(text) {
		s.add(text)
	}
	return err
}

// public reports whether a text is a word anybody may know: a plain word, a
// number, a region or zone ("eu-west-1", "europe-west4-a"), a size
// ("db.m5.large", "n2-standard-4", "Standard_D2s_v3").
func public(text string) bool {
	letters, others := 0, 0
	for _, r := range text {
		switch {
		case r >= 'a' && r <= 'z':
			letters++
		case r >= '0' && r <= '9', r == '-', r == '.', r == '_', r >= 'A' && r <= 'Z':
			others++
		default:
			return false
		}
	}
	if others == 0 || strings.Trim(text, "0123456789.-") == "" {
		return true
	}
	if strings.HasPrefix(text, "Standard_") || strings.HasPrefix(text, "Premium_") {
		return len(text) < 32
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '-' || r == '.' })
	if len(parts) < 2 || len(parts) > 5 {
		return false
	}
	return knownWords(parts)
}

// knownWords reports whether every part of a name is of a region or a size.
func knownWords(parts []string) bool {
	for _, p := range parts {
		word := strings.TrimRight(p, "0123456789")
		word = strings.TrimLeft(word, "0123456789")
		if len(word) <= 2 || strings.Contains(vocabulary, " "+word+" ") {
			continue
		}
		// Families of machines: m5ad, c6gn, r6idn.
		if len(p) <= 5 && p[0] >= 'a' && p[0] <= 'z' && strings.ContainsAny(p, "0123456789") && !strings.ContainsAny(p, "_") {
			continue
		}
		return false
	}
	return true
}

const vocabulary = " east west north south central northeast southeast northwest southwest gov iso isob asia europe us" +
	" australia southamerica northamerica africa me il ap eu ca sa af mx" +
	" nano micro small medium large xlarge metal flex cache search kafka standard highmem highcpu megamem ultramem custom tier "
