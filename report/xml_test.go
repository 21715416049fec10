package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// element is what a format's schema says of one of its elements.
type element struct {
	inside   string            // the element it stands in, "" for the root
	required []string          // attributes
	optional []string          // attributes
	values   map[string]string // of attributes: "int", or the words allowed with | between
	text     bool
}

// junitElements are those of the JUnit schema that Jenkins publishes with its
// xUnit plugin, of which GitLab and Azure Pipelines read a part.
var junitElements = map[string]element{
	"testsuites": {inside: "", required: []string{"tests", "failures", "errors"}, optional: []string{"name", "skipped"}, values: map[string]string{"tests": "int", "failures": "int", "errors": "int", "skipped": "int"}},
	"testsuite":  {inside: "testsuites", required: []string{"name", "tests", "failures", "errors", "skipped"}, values: map[string]string{"tests": "int", "failures": "int", "errors": "int", "skipped": "int"}},
	"testcase":   {inside: "testsuite", required: []string{"name", "classname"}, optional: []string{"file", "line"}, values: map[string]string{"line": "int"}},
	"failure":    {inside: "testcase", required: []string{"message", "type"}, text: true},
	"error":      {inside: "testcase", required: []string{"message", "type"}, text: true},
	"skipped":    {inside: "testcase", required: []string{"message"}},
}

// checkstyleElements are those that Checkstyle's XMLLogger writes.
var checkstyleElements = map[string]element{
	"checkstyle": {inside: "", required: []string{"version"}},
	"file":       {inside: "checkstyle", required: []string{"name"}},
	"error": {inside: "file", required: []string{"severity", "message", "source"}, optional: []string{"line", "column"},
		values: map[string]string{"line": "int", "severity": "error|warning|info|ignore"}},
}

// readXML holds a document to its elements and gives the texts in it.
func readXML(elements map[string]element, out []byte) (texts []string, err error) {
	d := xml.NewDecoder(bytes.NewReader(out))
	var open []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			def, ok := elements[name]
			switch inside := last(open); {
			case !ok:
				return nil, fmt.Errorf("there is no element %s", name)
			case def.inside != inside:
				return nil, fmt.Errorf("%s stands in %q", name, inside)
			}
			attributes, err := def.attributes(token)
			if err != nil {
				return nil, err
			}
			texts = append(texts, attributes...)
			open = append(open, name)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if text := string(token); strings.TrimSpace(text) != "" {
				if !elements[last(open)].text {
					return nil, fmt.Errorf("%s holds text: %q", last(open), text)
				}
				texts = append(texts, text)
			}
		case xml.ProcInst:
			if token.Target != "xml" || len(texts) > 0 {
				return nil, fmt.Errorf("an instruction for %q", token.Target)
			}
		default:
			return nil, fmt.Errorf("%T has no business here", token)
		}
	}
	return texts, nil
}

func (e element) attributes(start xml.StartElement) (texts []string, err error) {
	var have []string
	for _, a := range start.Attr {
		name := a.Name.Local
		if !slices.Contains(e.required, name) && !slices.Contains(e.optional, name) || slices.Contains(have, name) {
			return nil, fmt.Errorf("%s has an attribute %s", start.Name.Local, name)
		}
		have = append(have, name)
		switch allowed := e.values[name]; {
		case allowed == "int":
			if n, err := strconv.Atoi(a.Value); err != nil || n < 0 {
				return nil, fmt.Errorf("%s of %s is %q", name, start.Name.Local, a.Value)
			}
		case allowed != "" && !slices.Contains(strings.Split(allowed, "|"), a.Value):
			return nil, fmt.Errorf("%s of %s is %q", name, start.Name.Local, a.Value)
		}
		texts = append(texts, a.Value)
	}
	for _, name := range e.required {
		if !slices.Contains(have, name) {
			return nil, fmt.Errorf("%s has no %s", start.Name.Local, name)
		}
	}
	return texts, nil
}

func last(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1]
}

func TestJUnit(t *testing.T) {
	for name, r := range samples() {
		out := formatted(t, "junit", r)
		if _, err := readXML(junitElements, out); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var doc struct {
			Tests    int `xml:"tests,attr"`
			Failures int `xml:"failures,attr"`
			Skipped  int `xml:"skipped,attr"`
			Suites   []struct {
				Tests    int `xml:"tests,attr"`
				Failures int `xml:"failures,attr"`
				Skipped  int `xml:"skipped,attr"`
				Cases    []struct {
					Failure *string `xml:"failure"`
					Skipped *string `xml:"skipped"`
				} `xml:"testcase"`
			} `xml:"testsuite"`
		}
		if err := xml.Unmarshal(out, &doc); err != nil {
			t.Fatal(err)
		}
		tests, failures, skipped := 0, 0, 0
		for _, s := range doc.Suites {
			f, k := 0, 0
			for _, c := range s.Cases {
				if c.Failure != nil {
					f++
				}
				if c.Skipped != nil {
					k++
				}
			}
			if s.Tests != len(s.Cases) || s.Failures != f || s.Skipped != k {
				t.Errorf("%s: a suite says %d tests, %d failures, %d skipped and has %d, %d, %d", name, s.Tests, s.Failures, s.Skipped, len(s.Cases), f, k)
			}
			tests, failures, skipped = tests+s.Tests, failures+f, skipped+k
		}
		if doc.Tests != tests || doc.Failures != failures || doc.Skipped != skipped || len(doc.Suites) < len(r.Projects) {
			t.Errorf("%s: the suites do not add up", name)
		}
		if (failures > 0) != (r.Summary.ExitCode == 1) {
			t.Errorf("%s: %d failures, and the run ends with %d", name, failures, r.Summary.ExitCode)
		}
	}
	golden(t, "formats/platform.junit", string(formatted(t, "junit", platform())))
}

// What could not be checked is an error each, whatever it says, and nothing that
// was there before fails because of it.
func TestJUnitErrors(t *testing.T) {
	r := platform()
	before := strings.Count(string(formatted(t, "junit", r)), "<failure ")
	r.Summary.ExitCode = exitBroken
	r.Diagnostics = append(r.Diagnostics,
		Diagnostic{Severity: "error", Summary: "Rule could not be asked", Detail: "Pack acme/house has a mistake in its rule."},
		Diagnostic{Severity: "error", Summary: `"/><x>`, Detail: "]]>\x1b[31m</testcase>", File: `a"b.rego`, Line: 3})
	out := formatted(t, "junit", r)
	texts, err := readXML(junitElements, out)
	if err != nil {
		t.Fatal(err)
	}
	text := string(out)
	if !slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, "Pack acme/house has a mistake") }) || strings.ContainsRune(text, 0x1b) {
		t.Errorf("%s", text)
	}
	if n := strings.Count(text, "<error "); n != 2 || strings.Count(text, `errors="2"`) != 2 || strings.Count(text, "<failure ") != before {
		t.Errorf("%d errors, %d failures, before %d:\n%s", n, strings.Count(text, "<failure "), before, text)
	}
}

func TestCheckstyle(t *testing.T) {
	for name, r := range samples() {
		out := formatted(t, "checkstyle", r)
		if _, err := readXML(checkstyleElements, out); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var doc struct {
			Files []struct {
				Name   string `xml:"name,attr"`
				Errors []struct {
					Line string `xml:"line,attr"`
				} `xml:"error"`
			} `xml:"file"`
		}
		if err := xml.Unmarshal(out, &doc); err != nil {
			t.Fatal(err)
		}
		n, seen := 0, map[string]bool{}
		for _, f := range doc.Files {
			if n += len(f.Errors); seen[f.Name] {
				t.Errorf("%s: %s is there twice", name, f.Name)
			}
			seen[f.Name] = true
		}
		if want := len(standing(gather(r))); n != want {
			t.Errorf("%s: %d of %d findings", name, n, want)
		}
	}
	golden(t, "formats/platform.checkstyle", string(formatted(t, "checkstyle", platform())))
}

// The readers refuse what is wrong.
func TestXMLReaderRefuses(t *testing.T) {
	for name, doc := range map[string]string{
		"another element":     `<checkstyle version="1"><img/></checkstyle>`,
		"another place":       `<file name="x"/>`,
		"another attribute":   `<checkstyle version="1" onload="x"/>`,
		"a missing attribute": `<checkstyle/>`,
		"another word":        `<checkstyle version="1"><file name="a"><error severity="high" message="" source=""/></file></checkstyle>`,
		"text":                `<checkstyle version="1">x</checkstyle>`,
		"a comment":           `<checkstyle version="1"><!-- x --></checkstyle>`,
		"a control":           "<checkstyle version=\"\x01\"/>",
	} {
		if _, err := readXML(checkstyleElements, []byte(doc)); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}
