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
	for _, v := range sc.self {
		b = appendValue(b, v)
		known = known && v.IsWhollyKnown()
	}
	if !known {
		for _, path := range sc.card.selfPaths {
			if !sc.attr(path).IsWhollyKnown() {
				b = appendText(appendText(append(b, 'W'), path), sc.reason(path))
			}
		}
	}
	b = append(b, 'R')
	for _, v := range sc.refs {
		b = appendValue(b, v)
	}
	for _, name := range sortedKeys(sc.refWhy) {
		b = appendText(appendText(append(b, 'w'), name), sc.refWhy[name])
	}
	for _, name := range sortedKeys(sc.given) {
		b = appendValue(appendText(append(b, 'U'), name), sc.usage[name])
	}
	return sc.terms.key(b)
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendValue writes a value so that different values differ.
func appendValue(b []byte, v cty.Value) []byte {
	if !v.IsKnown() {
		return append(b, '?')
	}
	if v.IsNull() {
		return append(b, '0')
	}
	switch ty := v.Type(); {
	case ty == cty.String:
		return appendText(append(b, 's'), v.AsString())
	case ty == cty.Bool:
		if v.True() {
			return append(b, 't')
		}
		return append(b, 'f')
	case ty == cty.Number:
		f := v.AsBigFloat()
		if i, acc := f.Int64(); acc == big.Exact {
			return binary.AppendVarint(append(b, 'i'), i)
		}
		return appendText(append(b, 'n'), f.Text('p', 0))
	case ty.IsObjectType() || ty.IsMapType():
		b = binary.AppendUvarint(append(b, 'o'), uint64(v.LengthInt()))
		for it := v.ElementIterator(); it.Next(); { // in the order of the names
			name, attr := it.Element()
			b = appendValue(appendText(b, name.AsString()), attr)
		}
		return b
	case v.CanIterateElements():
		b = binary.AppendUvarint(append(b, 'l'), uint64(v.LengthInt()))
		for it := v.ElementIterator(); it.Next(); {
			_, elem := it.Element()
			b = appendValue(b, elem)
		}
		return b
	default:
		return appendText(append(b, 'x'), v.GoString())
	}
}
