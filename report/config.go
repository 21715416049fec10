package report

import (
	"fmt"
	"io"
	"strings"
)

// ConfigShown is what is set and where it comes from: what `iaclint config show`
// says.
type ConfigShown struct {
	SchemaVersion string         `json:"schema_version"`
	File          string         `json:"file" empty:"null"`
	Layers        []string       `json:"layers"` // files it is made of, the lowest first
	Settings      []Setting      `json:"settings"`
	Blocks        []ConfigBlock  `json:"blocks"` // all but those of one rule
	Rules         []RuleSettings `json:"rules"`
}

// Setting is a value in force.
type Setting struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
	From  Origin `json:"from"`
}

// Origin is where a value comes from.
type Origin struct {
	Kind string `json:"kind"` // file, flag or default
	File string `json:"file" empty:"null"`
	Line int    `json:"line"`
	Flag string `json:"flag,omitempty"` // beside a file: it adds to what the file says
}

// ConfigBlock is a block of the configuration that is not about one rule.
type ConfigBlock struct {
	Block    string    `json:"block"`
	Name     string    `json:"name,omitempty"`
	Settings []Setting `json:"settings"`
}

// RuleSettings is what is set of one rule, its parameters included.
type RuleSettings struct {
	Rule     string    `json:"rule"`
	Aliases  []string  `json:"aliases"`
	Set      bool      `json:"set"` // a file names it
	Settings []Setting `json:"settings"`
}

// WriteConfig prints it, without the rules that no file names.
func WriteConfig(w io.Writer, c *ConfigShown, o Options) error {
	s := newScreen(w, o)
	switch {
	case c.File == "":
		s.paragraph(0, span{"No configuration  ", s.strong}, 2, "every setting has its default", s.dim)
	case len(c.Layers) > 1:
		s.paragraph(0, span{c.File + "  ", s.strong}, 2, "over "+strings.Join(reversed(c.Layers[:len(c.Layers)-1]), ", "), s.dim)
	default:
		s.line(span{c.File, s.strong})
	}
	s.line()
	s.settings(c.Settings)
	for _, b := range c.Blocks {
		head := b.Block
		if b.Name != "" {
			head += fmt.Sprintf(" %q", b.Name)
		}
		s.line()
		s.line(span{head, s.strong})
		s.settings(b.Settings)
	}
	for _, r := range c.Rules {
		if !r.Set {
			continue
		}
		s.line()
		s.line(span{fmt.Sprintf("rule %q", r.Rule), s.strong}, span{trimLead("  ", strings.Join(r.Aliases, ", ")), s.dim})
		s.settings(r.Settings)
	}
	s.line()
	s.paragraph(0, span{}, 0, "Rules that no file names are as they come: iaclint rules list shows them, --format json what holds for each.", s.dim)
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing the configuration: %w", err)
	}
	return nil
}

func trimLead(lead, text string) string {
	if text == "" {
		return ""
	}
	return lead + text
}

func reversed(list []string) []string {
	out := make([]string, 0, len(list))
	for i := range list {
		out = append(out, list[len(list)-1-i])
	}
	return out
}

func (s *screen) settings(list []Setting) {
	for _, set := range list {
		style := s.note
		if set.From.Kind == "default" {
			style = s.dim
		}
		left := []span{pad(2), {fmt.Sprintf("%-22s ", set.Name), nil}, plain(s.cut(inHCL(set.Value), max(s.width-27, 20)))}
		s.edges(left, []span{{set.From.text(), style}}, 27)
	}
}

// text is "base.hcl:3", "--fail-on", "base.hcl:3 and --usage" or "default".
func (o Origin) text() string {
	switch o.Kind {
	case "file":
		place := fmt.Sprintf("%s:%d", o.File, o.Line)
		if o.Flag != "" {
			place += " and " + o.Flag
		}
		return place
	case "flag":
		return o.Flag
	}
	return o.Kind
}
