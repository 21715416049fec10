package compare

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iaclint/iaclint/report"
)

// What happens to resources from one side to the other: a line for each of the
// comparison, as said writes it.
func TestResources(t *testing.T) {
	type list = []report.Resource
	for name, c := range map[string]struct {
		base, head list
		plan       bool // the head is a plan
		want       string
	}{
		"added, removed, changed, kept": {
			base: list{res("a.gone", "1", "no-op"), res("a.kept", "2", "no-op"), res("a.size", "3", "no-op")},
			head: list{res("a.kept", "2", "no-op"), res("a.new", "4", "no-op"), res("a.size", "5", "no-op")},
			want: "delete a.gone 1>0\nno-op a.kept 2>2\ncreate a.new ?>4\nupdate a.size 3>5\n",
		},
		"moved by a block, its size changed": {
			base: list{res("a.old", "1", "no-op")},
			head: list{res("a.new", "2", "no-op", earlierAt("a.old"))},
			want: "update a.new 1>2 was a.old\n",
		},
		"moved and nothing else": {
			base: list{res("a.old", "1", "no-op")},
			head: list{res("a.new", "1", "no-op", earlierAt("a.middle", "a.old"))},
			want: "no-op a.new 1>1 was a.old\n",
		},
		"a chain: base is half way": {
			base: list{res("a.middle", "1", "no-op", was("a.old"))},
			head: list{res("a.new", "1", "no-op", earlierAt("a.middle", "a.old"))},
			want: "no-op a.new 1>1 was a.middle\n",
		},
		"keys of for_each renamed without a block": {
			base: list{res(`a.x["one"]`, "1", "no-op"), res(`a.x["two"]`, "1", "no-op")},
			head: list{res(`a.x["one"]`, "1", "no-op"), res(`a.x["zwei"]`, "1", "no-op")},
			want: "no-op a.x[\"one\"] 1>1\ndelete a.x[\"two\"] 1>0\ncreate a.x[\"zwei\"] ?>1\n",
		},
		"keys of for_each renamed with one": {
			base: list{res(`a.x[0]`, "1", "no-op"), res(`a.x[1]`, "2", "no-op")},
			head: list{res(`a.x["one"]`, "1", "no-op", earlierAt(`a.x[0]`)), res(`a.x["two"]`, "2", "no-op", earlierAt(`a.x[1]`))},
			want: "no-op a.x[\"one\"] 1>1 was a.x[0]\nno-op a.x[\"two\"] 2>2 was a.x[1]\n",
		},
		"count added, and taken away": {
			base: list{res("a.x", "1", "no-op"), res("a.y[0]", "2", "no-op"), res("a.y[1]", "2", "no-op")},
			head: list{res("a.x[0]", "1", "no-op"), res("a.x[1]", "1", "no-op"), res("a.y", "2", "no-op")},
			want: "no-op a.x[0] 1>1 was a.x\ncreate a.x[1] ?>1\nno-op a.y 2>2 was a.y[0]\ndelete a.y[1] 2>0\n",
		},
		"a block beside what still stands there moves nothing": {
			base: list{res("a.new", "1", "no-op"), res("a.old", "2", "no-op")},
			head: list{res("a.new", "1", "no-op", earlierAt("a.old"))},
			want: "no-op a.new 1>1\ndelete a.old 2>0\n",
		},
		"a plan shifts a row of places": {
			base: list{res("a.a", "1", "no-op"), res("a.b", "2", "no-op")},
			head: list{res("a.b", "1", "no-op", was("a.a")), res("a.c", "2", "no-op", was("a.b"))},
			plan: true,
			want: "no-op a.b 1>1 was a.a\nno-op a.c 2>2 was a.b\n",
		},
		"both plans make the move": {
			base: list{res("a.a", "5", "create"), res("a.b", "1", "no-op", was("a.a"))},
			head: list{res("a.a", "5", "create"), res("a.b", "1", "no-op", was("a.a"))},
			plan: true,
			want: "no-op a.a 5>5\nno-op a.b 1>1\n",
		},
		"the move has been made": {
			base: list{res("a.b", "1", "no-op")},
			head: list{res("a.b", "1", "no-op", was("a.a"))},
			plan: true,
			want: "no-op a.b 1>1\n",
		},
		"replaced where only the head does it": {
			base: list{res("a.both", "1", "delete create"), res("a.head", "1", "no-op"), res("a.was", "1", "create delete")},
			head: list{res("a.both", "1", "delete create"), res("a.head", "1", "create delete"), res("a.was", "1", "no-op")},
			plan: true,
			want: "no-op a.both 1>1\ncreate+delete a.head 1>1\nno-op a.was 1>1\n",
		},
		"a plan updates what cannot be seen, unless both do": {
			base: list{res("a.both", "1", "update"), res("a.head", "1", "no-op")},
			head: list{res("a.both", "1", "update"), res("a.head", "1", "update")},
			plan: true,
			want: "no-op a.both 1>1\nupdate a.head 1>1\n",
		},
		"deleted by a plan": {
			base: list{res("a.base", "1", "delete"), res("a.both", "2", "delete"), res("a.head", "3", "no-op")},
			head: list{res("a.base", "1", "create"), res("a.both", "0", "delete"), res("a.head", "0", "delete")},
			plan: true,
			want: "create a.base ?>1\ndelete a.head 3>0\n",
		},
		"forgotten: it goes on costing": {
			base: list{res("a.head", "1", "no-op"), res("a.was", "2", "forget")},
			head: list{res("a.head", "1", "forget"), res("a.was", "2", "forget")},
			plan: true,
			want: "forget a.head 1>1\nno-op a.was 2>2\n",
		},
		"forgotten by the base and gone": {
			base: list{res("a.was", "2", "forget")},
			want: "delete a.was 2>0\n",
		},
		"unknown on either side": {
			base: list{res("a.both", "", "no-op"), res("a.then", "1", "no-op"), res("a.now", "", "no-op"), res("a.gone", "", "no-op")},
			head: list{res("a.both", "", "no-op"), res("a.then", "", "no-op"), res("a.now", "2", "no-op"), res("a.new", "", "no-op")},
			want: "no-op a.both ?>?\ndelete a.gone ?>0\ncreate a.new ?>?\nupdate a.now ?>2\nupdate a.then 1>?\n",
		},
		"deposed objects stand beside": {
			base: list{res("a.x", "1", "no-op"), res("a.x", "2", "no-op", deposed("ab"))},
			head: list{res("a.x", "1", "no-op"), res("a.x", "0", "delete", deposed("ab"))},
			plan: true,
			want: "no-op a.x 1>1\ndelete a.xab 2>0\n",
		},
		"tagged otherwise": {
			base: list{res("a.x", "1", "no-op", tagged("web"))},
			head: list{res("a.x", "1", "no-op", tagged("api"))},
			want: "update a.x 1>1\n",
		},
		"tags nobody can compare": {
			base: list{res("a.x", "1", "no-op", tagged("web"))},
			head: list{res("a.x", "1", "no-op", tagged("web"), func(r *report.Resource) { r.Tags["goog-added"] = "1" })},
			plan: true,
			want: "no-op a.x 1>1\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			input := map[bool]string{false: "source", true: "plan-json"}[c.plan]
			base, head := of(project("p", "source", c.base...)), of(project("p", input, c.head...))
			if strings.Contains(name, "plan") || strings.Contains(name, "forgotten") {
				base.Projects[0].Input = input
			}
			got := diff(t, base, head, sides)
			if d := cmp.Diff(c.want, said(got)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}
