package provider

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
)

// The columns of lockin/<name>.tsv, in order. A dash stands for "none", lines
// that begin with # are comments; lists have semicolons between their items.
const (
	colServiceName = iota
	colServiceTypes
	colWhen     // selector: path=pattern|pattern
	colScores   // interface, engine, data, coupling as four digits: 2102
	colInherent // inherent, or a dash
	colWhy
	colAlternatives
	colEffort
	colNote
	serviceColumns
)

// grades is one lock-in table, read as a whole when it is first asked for: it
// is short.
type grades struct {
	read func() gradeBook
}

type gradeBook struct {
	rows   []Service
	byType map[string][]*Service // rows by type, in the order of the table
	diags  hcl.Diagnostics
}

func gradesOf(stem string) *grades {
	name := "lockin/" + stem + ".tsv"
	return &grades{read: sync.OnceValue(func() gradeBook { return readGrades(name, text(name)) })}
}

func readGrades(name, content string) gradeBook {
	book := gradeBook{byType: map[string][]*Service{}}
	n, offset := 0, 0
	for line := range strings.Lines(content) {
		n++
		start := offset
		offset += len(line)
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		s, err := readService(line)
		if err != nil {
			book.diags = append(book.diags, &hcl.Diagnostic{
				Severity: hcl.DiagError,
				Summary:  "Lock-in line cannot be read",
				Detail:   err.Error(),
				Subject: &hcl.Range{
					Filename: name,
					Start:    hcl.Pos{Line: n, Column: 1, Byte: start},
					End:      hcl.Pos{Line: n, Column: len(line) + 1, Byte: start + len(line)},
				},
			})
			continue
		}
		s.lock = s.lockIn()
		book.rows = append(book.rows, s)
	}
	for i := range book.rows {
		s := &book.rows[i]
		for _, t := range s.Types {
			book.byType[t] = append(book.byType[t], s)
		}
	}
	return book
}

func readService(line string) (Service, error) {
	fields := strings.Split(line, "\t")
	if len(fields) != serviceColumns {
		return Service{}, slip("The line has %d fields with tabs between them; %d are wanted.", len(fields), int(serviceColumns))
	}
	for i, f := range fields {
		if f == "-" {
			fields[i] = ""
		}
	}
	s := Service{
		Name:         fields[colServiceName],
		Types:        list(fields[colServiceTypes]),
		When:         fields[colWhen],
		Inherent:     fields[colInherent] == "inherent",
		Why:          fields[colWhy],
		Alternatives: list(fields[colAlternatives]),
		Effort:       fields[colEffort],
		Note:         fields[colNote],
	}
	if err := s.score(fields[colScores]); err != nil {
		return Service{}, err
	}
	var err error
	s.when, err = readSelector(s.When)
	return s, err
}

// slip is the detail of a diagnostic: whole sentences, unlike other errors.
func slip(format string, args ...any) error {
	return fmt.Errorf(format, args...)
}

// score reads the four sub-scores.
func (s *Service) score(digits string) error {
	limits := [...]int{3, 2, 2, 2}
	if len(digits) != len(limits) {
		return slip("The scores %q should be four digits: interface, engine, data, coupling.", digits)
	}
	for i, to := range []*int{&s.Interface, &s.Engine, &s.Data, &s.Coupling} {
		n, err := strconv.Atoi(digits[i : i+1])
		if err != nil || n > limits[i] {
			return slip("Digit %d of the scores %q should be between 0 and %d.", i+1, digits, limits[i])
		}
		*to = n
	}
	return nil
}
