package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// readGitLab holds a code quality report to the schema, and its fingerprints to
// being different: GitLab shows the first of those that are equal.
func readGitLab(t testing.TB, s *jsonschema.Schema, name string, out []byte) []qualityIssue {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := s.Validate(doc); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	var issues []qualityIssue
	if err := json.Unmarshal(out, &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, issue := range issues {
		if seen[issue.Fingerprint] {
			t.Errorf("%s: two entries have the fingerprint %s", name, issue.Fingerprint)
		}
		seen[issue.Fingerprint] = true
	}
	return issues
}

func gitlabSchema(t testing.TB) *jsonschema.Schema {
	return compiledIn(t, "testdata/formats/code-quality.schema.json")
}

func compiledIn(t testing.TB, file string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestGitLab(t *testing.T) {
	s := gitlabSchema(t)
	for name, r := range samples() {
		issues := readGitLab(t, s, name, formatted(t, "gitlab", r))
		if want := len(standing(gather(r))); len(issues) != want {
			t.Errorf("%s: %d of %d findings", name, len(issues), want)
		}
	}
	golden(t, "formats/platform.gitlab", string(formatted(t, "gitlab", platform())))
	// The same plan twice: the keys differ, and stay as they are.
	twice := platform()
	twice.Projects = append(twice.Projects, twice.Projects[0])
	twice.Projects[1].Name = "payments/copy"
	a := readGitLab(t, s, "twice", formatted(t, "gitlab", twice))
	b := readGitLab(t, s, "once", formatted(t, "gitlab", platform()))
	if a[0].Fingerprint != b[0].Fingerprint {
		t.Error("the first finding has another fingerprint when there is a second project")
	}
	for _, issue := range b {
		if begin := issue.Location.Lines.Begin; begin == 1 && !strings.HasPrefix(issue.Description, "(line not known)") {
			t.Errorf("line 1 stands for one that is not known, and nothing says so: %s", issue.Description)
		}
	}
	for name, doc := range map[string]string{
		"no line":       `[{"description":"x","check_name":"x","fingerprint":"` + digest("") + `","severity":"info","location":{"path":"a"}}]`,
		"our severity":  `[{"description":"x","check_name":"x","fingerprint":"` + digest("") + `","severity":"high","location":{"path":"a","lines":{"begin":1}}}]`,
		"a root object": `{}`,
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(doc))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(value) == nil {
			t.Errorf("the schema accepts %s", name)
		}
	}
}

// The page on formats has a row for each.
func TestFormatsPage(t *testing.T) {
	page := readFile(t, "../docs/formats.md")
	for name := range Formats {
		if !strings.Contains(page, "\n| `"+name+"` |") {
			t.Errorf("docs/formats.md has no row for %s", name)
		}
	}
}
