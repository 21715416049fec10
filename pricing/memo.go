package pricing

import (
	"encoding/binary"
	"math/big"
	"sync"

	"github.com/zclconf/go-cty/cty"
)

// memo keeps the results of one run by all that went into them. Fleets repeat
// themselves: a hundred equal instances are estimated once. It is safe for
// concurrent use; what is in it is shared and must not be changed.
type memo[T any] struct {
	mu    sync.RWMutex
	known map[string]*T
}

// most bounds what is kept; a plan with more different resources than that is
// estimated without remembering the rest.
const most = 20_000

func (m *memo[T]) get(key []byte) (*T, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	f, ok := m.known[string(key)]
	return f, ok
}

func (m *memo[T]) put(key []byte, f *T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil {
		m.known = map[string]*T{}
	}
	if len(m.known) < most {
		m.known[string(key)] = f
	}
}

// spelt is a value in the form of keys.
type spelt struct {
	text  []byte
	known bool // wholly
}

// spell writes what the card reads into room, each value once: the key of the
// estimate and those of blocks and lets are put together of it.
func (sc *scope) spell(room []byte) []byte {
	sc.selfSpelt, sc.refsSpelt = make([]spelt, len(sc.self)), make([]spelt, len(sc.refs))
	ends := make([]int, 0, len(sc.self)+len(sc.refs))
	take := func(into []spelt, values []cty.Value) {
		for i, v := range values {
			room, into[i].known = appendValue(room, v)
			ends = append(ends, len(room))
		}
	}
	take(sc.selfSpelt, sc.self)
	take(sc.refsSpelt, sc.refs)
	from := 0 // room does not move any more
	for i, to := range ends {
		if i < len(sc.selfSpelt) {
			sc.selfSpelt[i].text = room[from:to:to]
		} else {
			sc.refsSpelt[i-len(sc.selfSpelt)].text = room[from:to:to]
		}
		from = to
	}
	return room
}

// key is all that an estimate rests on: the values the card reads and, where
// one is unknown, the reason that its gaps will give.
func (sc *scope) key(b []byte) []byte {
	for _, s := range []string{sc.card.Type, sc.cloud, sc.region.Name, sc.region.Reason} {
		b = appendText(b, s)
	}
	for _, s := range sc.assumed {
		b = appendText(b, s)
	}
	b = append(b, 'S')
	known := true
	for _, v := range sc.selfSpelt {
		b = append(b, v.text...)
		known = known && v.known
	}
	if !known {
		for _, path := range sc.card.selfPaths {
			if !sc.attr(path).IsWhollyKnown() {
				b = appendText(appendText(append(b, 'W'), path), sc.reason(path))
			}
		}
	}
	b = append(b, 'R')
	for _, v := range sc.refsSpelt {
		b = append(b, v.text...)
	}
	for _, name := range sortedKeys(sc.refWhy) {
		b = appendText(appendText(append(b, 'w'), name), sc.refWhy[name])
	}
	for _, name := range sortedKeys(sc.given) {
		b, _ = appendValue(appendText(append(b, 'U'), name), sc.usage[name])
	}
	return sc.terms.key(b)
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendValue writes a value so that different values differ. It is known
// where nothing in the value is unknown.
func appendValue(b []byte, v cty.Value) (out []byte, known bool) {
	if !v.IsKnown() {
		return append(b, '?'), false
	}
	if v.IsNull() {
		return append(b, '0'), true
	}
	switch ty := v.Type(); {
	case ty == cty.String:
		return appendText(append(b, 's'), v.AsString()), true
	case ty == cty.Bool:
		if v.True() {
			return append(b, 't'), true
		}
		return append(b, 'f'), true
	case ty == cty.Number:
		f := v.AsBigFloat()
		if i, acc := f.Int64(); acc == big.Exact {
			return binary.AppendVarint(append(b, 'i'), i), true
		}
		return appendText(append(b, 'n'), f.Text('p', 0)), true
	case ty.IsObjectType() || ty.IsMapType():
		b, known = binary.AppendUvarint(append(b, 'o'), uint64(v.LengthInt())), true
		for it := v.ElementIterator(); it.Next(); { // in the order of the names
			name, attr := it.Element()
			var whole bool
			b, whole = appendValue(appendText(b, name.AsString()), attr)
			known = known && whole
		}
		return b, known
	case v.CanIterateElements():
		n := v.LengthInt()
		b, known = binary.AppendUvarint(append(b, 'l'), uint64(n)), true
		if n == 0 {
			return b, true
		}
		for it := v.ElementIterator(); it.Next(); {
			_, elem := it.Element()
			var whole bool
			b, whole = appendValue(b, elem)
			known = known && whole
		}
		return b, known
	default:
		return appendText(append(b, 'x'), v.GoString()), v.IsWhollyKnown()
	}
}
