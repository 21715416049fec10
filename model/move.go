package model

import "strings"

// Move is a moved block: what stood at one address stands at another now.
type Move struct {
	Module   string // it is written in, without instance keys: "module.a.module.b"; "" for the root
	From, To string // addresses within that module: "aws_instance.a", `module.net["x"]`
}

// Previous lists where a resource was before, the latest place first: at the
// address the plan itself names, and where moved blocks of the source say. In
// source, count added to a block or taken away moves it as Terraform does.
func (p *Plan) Previous(r *Resource) []string {
	var out []string
	seen := map[string]bool{r.Address: true}
	add := func(address string) {
		if address != "" && !seen[address] && len(out) < mostMoves {
			seen[address] = true
			out = append(out, address)
		}
	}
	add(r.PreviousAddress)
	for i := -1; i < len(out); i++ {
		at := r.Address
		if i >= 0 {
			at = out[i]
		}
		for _, m := range p.Moves {
			add(m.before(at))
		}
		if !r.FromSource {
			continue
		}
		if bare, counted := strings.CutSuffix(at, "[0]"); counted {
			add(bare)
		} else if !strings.HasSuffix(at, "]") {
			add(at + "[0]")
		}
	}
	return out
}

// mostMoves bounds how far back a resource is followed.
const mostMoves = 16

// before is where the move takes an address from; "" when it is not about it.
func (m Move) before(address string) string {
	// The quick answer for nearly every address: what it leads to is part of one,
	// all but a last key.
	if to, _, _ := strings.Cut(m.To, "["); !strings.Contains(address, to) {
		return ""
	}
	at := steps(address)
	var prefix []string
	if m.Module != "" {
		in := steps(m.Module)
		if len(at) < len(in) {
			return ""
		}
		prefix = at[:len(in)]
		for i, step := range in {
			if name, _ := cutKey(prefix[i]); name != step {
				return ""
			}
		}
		at = at[len(in):]
	}
	to, from := steps(m.To), steps(m.From)
	if len(at) < len(to) {
		return ""
	}
	last := len(to) - 1
	for i, step := range to[:last] {
		if at[i] != step {
			return ""
		}
	}
	key := ""
	if at[last] != to[last] {
		// A block without a key stands for all of its instances, which keep theirs.
		name, k := cutKey(at[last])
		if _, fixed := cutKey(from[len(from)-1]); name != to[last] || fixed != "" {
			return ""
		}
		key = k
	}
	out := append(append([]string{}, prefix...), from...)
	out[len(out)-1] += key
	return strings.Join(append(out, at[len(to):]...), ".")
}

// steps cuts an address at its dots, those of keys left alone.
func steps(address string) []string {
	var out []string
	start, open := 0, false
	for i := 0; i < len(address); i++ {
		switch c := address[i]; {
		case open && c == '\\':
			i++
		case c == '"':
			open = !open
		case c == '.' && !open:
			out = append(out, address[start:i])
			start = i + 1
		}
	}
	return append(out, address[start:])
}

func cutKey(step string) (name, key string) {
	if i := strings.IndexByte(step, '['); i >= 0 {
		return step[:i], step[i:]
	}
	return step, ""
}
