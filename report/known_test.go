package report

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Where one side knows more of a cost than the other, each format with a change in
// it says so.
func TestAChangeOfWhichOneSideKnowsMore(t *testing.T) {
	r := besides()
	n := 0
	for _, p := range collect(r) {
		if p.halfKnown() {
			n++
		}
	}
	if n < 2 {
		t.Fatalf("%d resources of the sample are such", n)
	}
	count := plural(n, "resource", "resources") + " one side knows more"
	for name, want := range map[string]string{
		"github":      count,
		"azure":       count,
		"html":        count,
		"sarif":       `"iaclint/resourcesKnownBetterOnOneSide": ` + strconv.Itoa(n),
		"openmetrics": `iaclint_project_resources_uneven{project="payments/prod"} ` + strconv.Itoa(n),
	} {
		if out := string(formatted(t, name, r)); !strings.Contains(out, want) {
			t.Errorf("%s lacks %q", name, want)
		}
	}
	r.Compared = nil // a plan, which has a before too
	if out := text(t, r, Options{Width: 200}); !strings.Contains(out, count) || !strings.Contains(out, " ≥ ") {
		t.Errorf("text lacks %q:\n%s", count, out)
	}
}

func TestCSVSaysWhatAChangeIs(t *testing.T) {
	r := besides()
	resources := r.Projects[0].Resources
	c := &resources[0].Cost
	rows, err := csv.NewReader(strings.NewReader(string(formatted(t, "csv", r)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	is, why := slices.Index(rows[0], "monthly_cost_change_is"), slices.Index(rows[0], "not_known")
	for i, want := range map[int]string{0: "at least", 3: "exact", 7: "", 8: "at most"} {
		if got := rows[i+1][is]; got != want {
			t.Errorf("%s: %q, want %q", resources[i].Address, got, want)
		}
	}
	if !strings.Contains(rows[8][why], "before: all: value known only after apply") {
		t.Errorf("why nothing is known before: %q", rows[8][why])
	}
	c.BeforeStatus = ""
	for _, step := range []struct {
		actions []string
		want    string
	}{{[]string{"update"}, "about"}, {[]string{"create"}, "at least"}, {[]string{"delete"}, "at most"}, {[]string{"delete", "create"}, "about"}} {
		resources[0].Actions = step.actions
		if got := (placed{Resource: &resources[0]}).sureness(); got != step.want {
			t.Errorf("%v: %q, want %q", step.actions, got, step.want)
		}
	}
}
