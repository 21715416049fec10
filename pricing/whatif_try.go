package pricing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

// candidate is another value of an attribute, and the change that sets it.
type candidate struct {
	from, to cty.Value
	why      string
	change   Change
}

// proposal is a value to try, and what it is to the one that is there.
type proposal struct {
	to  cty.Value
	why string
}

// propose finds other values by the word of a row. now is null where nobody set
// the attribute, and never unknown.
func (e *Estimator) propose(row attempt, cloud string, now cty.Value) []proposal {
	switch row.try {
	case "machine":
		return e.tryMachine(cloud, now, row.args)
	case "custom":
		return tryCustom(now)
	case "ladder":
		return tryLadder(now, row.args)
	case "values":
		return tryValues(now, row.args)
	case "flip":
		return tryFlip(now)
	case "step":
		return tryStep(now, row.args)
	case "scale":
		return tryScale(now, slices.Contains(row.args, "up"))
	default:
		return nil
	}
}

// candidates are the other values a row proposes for an attribute of a
// resource. A list of names is tried with one name; of several blocks all get a
// value that does not rest on the one that is there.
func (e *Estimator) candidates(row attempt, r *model.Resource) []candidate {
	now := model.Get(r.After, row.path)
	if slices.Contains(r.After.Sensitive(), row.path) || !now.IsKnown() && (r.Configured == nil || r.Configured(row.path)) {
		return nil
	}
	if !now.IsKnown() {
		now = nullValue
	}
	list := !now.IsNull() && now.CanIterateElements() && (now.Type().IsTupleType() || now.Type().IsListType())
	if list {
		if now.LengthInt() == 0 || !now.IsWhollyKnown() {
			return nil
		}
		now = now.AsValueSlice()[0]
	}
	name, rest, nested := strings.Cut(row.path, ".")
	blocks := 1
	if top := r.After.Attr(name); nested && top.IsKnown() && !top.IsNull() && top.CanIterateElements() && !top.Type().IsObjectType() && !top.Type().IsMapType() {
		blocks = max(1, top.LengthInt())
	}
	if blocks > 1 && row.try != "values" {
		return nil
	}
	var out []candidate
	for _, p := range e.propose(row, r.Facts.Cloud, now) {
		if p.to.RawEquals(now) {
			continue
		}
		c := candidate{from: now, to: p.to, why: p.why, change: Change{row.path: p.to}}
		if list {
			c.change[row.path] = cty.TupleVal([]cty.Value{p.to})
		}
		if blocks > 1 {
			c.change = Change{}
			for i := range blocks {
				c.change[fmt.Sprintf("%s.%d.%s", name, i, rest)] = p.to
			}
		}
		out = append(out, c)
	}
	return out
}

func (e *Estimator) tryMachine(cloud string, now cty.Value, prefixes []string) []proposal {
	if !plain(now, cty.String) {
		return nil
	}
	prefix, machine := "", now.AsString()
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(machine, p); ok {
			prefix, machine = p, rest
			break
		}
	}
	var out []proposal
	for _, way := range []struct {
		next func(cloud, machine string) (string, bool)
		why  string
	}{
		{e.facts.Smaller, "next size down"}, {e.facts.Bigger, "next size up"}, {e.facts.Successor, "newer family"}, {e.facts.ArmTwin, "Arm"},
	} {
		if name, ok := way.next(cloud, machine); ok {
			out = append(out, proposal{cty.StringVal(prefix + name), way.why})
		}
	}
	return out
}

// tryCustom takes …custom-CPUS-MEMORY apart. One of an odd number of vCPUs, or
// of two, has no half.
func tryCustom(now cty.Value) []proposal {
	if !plain(now, cty.String) {
		return nil
	}
	parts := strings.Split(now.AsString(), "-")
	if len(parts) < 3 || !slices.Contains(parts, "custom") {
		return nil
	}
	head := strings.Join(parts[:len(parts)-2], "-")
	cpus, err := strconv.Atoi(parts[len(parts)-2])
	memory, err2 := strconv.Atoi(parts[len(parts)-1])
	if err != nil || err2 != nil {
		return nil
	}
	named := func(cpus, memory int, why string) proposal {
		return proposal{cty.StringVal(fmt.Sprintf("%s-%d-%d", head, cpus, memory)), why}
	}
	out := []proposal{named(2*cpus, 2*memory, "twice as large")}
	if cpus%4 == 0 && memory%512 == 0 {
		out = slices.Insert(out, 0, named(cpus/2, memory/2, "half as large"))
	}
	return out
}

func tryLadder(now cty.Value, steps []string) []proposal {
	text, number := textOf(now)
	at := slices.IndexFunc(steps, func(s string) bool { return strings.EqualFold(s, text) })
	if at < 0 {
		return nil
	}
	var out []proposal
	if at > 0 {
		out = append(out, proposal{valueOf(steps[at-1], number), "next size down"})
	}
	if at < len(steps)-1 {
		out = append(out, proposal{valueOf(steps[at+1], number), "next size up"})
	}
	return out
}

func tryValues(now cty.Value, values []string) []proposal {
	text, number := textOf(now)
	var out []proposal
	for _, v := range values {
		if !strings.EqualFold(v, text) {
			out = append(out, proposal{to: valueOf(v, number)})
		}
	}
	return out
}

func tryFlip(now cty.Value) []proposal {
	if now.IsNull() {
		return []proposal{{to: cty.True}}
	}
	if now.Type() != cty.Bool {
		return nil
	}
	return []proposal{{to: now.Not()}}
}

func tryStep(now cty.Value, args []string) []proposal {
	n, ok := integerOf(now)
	step, err := strconv.ParseInt(args[0], 10, 64)
	if !ok || err != nil {
		return nil
	}
	var out []proposal
	if n-step >= 1 {
		out = append(out, proposal{cty.NumberIntVal(n - step), fmt.Sprintf("%d fewer", step)})
	}
	return append(out, proposal{cty.NumberIntVal(n + step), fmt.Sprintf("%d more", step)})
}

func tryScale(now cty.Value, up bool) []proposal {
	n, ok := integerOf(now)
	if !ok || n < 1 {
		return nil
	}
	var out []proposal
	if n%2 == 0 && !up {
		out = append(out, proposal{cty.NumberIntVal(n / 2), "half"})
	}
	return append(out, proposal{cty.NumberIntVal(2 * n), "twice"})
}

// textOf is a text or a number as text; "" for anything else.
func textOf(v cty.Value) (text string, number bool) {
	switch {
	case plain(v, cty.String):
		return v.AsString(), false
	case plain(v, cty.Number):
		return v.AsBigFloat().Text('f', -1), true
	}
	return "", false
}

func valueOf(text string, number bool) cty.Value {
	if n, err := strconv.ParseInt(text, 10, 64); number && err == nil {
		return cty.NumberIntVal(n)
	}
	return cty.StringVal(text)
}

// integerOf is a whole number that is well below any limit.
func integerOf(v cty.Value) (int64, bool) {
	if !plain(v, cty.Number) {
		return 0, false
	}
	n, exact := v.AsBigFloat().Int64()
	return n, exact == 0 && n >= 0 && n < 1<<40
}
