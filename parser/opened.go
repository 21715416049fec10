package parser

import (
	"bytes"
	"slices"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/jsonscan"
)

// opened is a body at hand. It comes from a pool and goes back on Release.
type opened struct {
	buf     []byte
	values  []member
	unknown []member
	secret  []member

	allUnknown, allSecret bool

	masked    []string // paths of what is sensitive, when they are told
	maskKnown bool

	cursor jsonscan.Cursor // one for all, for its room
	words  interner
	path   []byte // room
}

// window is a part of the input that is read ahead, while bodies are asked for
// one after the other: a call of the system for each would be dear.
type window struct {
	in  *input
	off int64 // of buf
	end int64 // where the last part that was asked for ended
	buf []byte
}

// windows are apart from bodies: of those many are at hand at a time, and each
// processor goes through the input in one place.
var windows = sync.Pool{New: func() any { return new(window) }}

// ahead is how much is read ahead.
const ahead = 64 << 10

// read fills b from the input.
func (w *window) read(in *input, b []byte, off int64) (int, error) {
	near := in == w.in && off >= w.off && off < w.end+ahead
	w.in, w.end = in, off+int64(len(b))
	if near && w.end > w.off+int64(len(w.buf)) && len(b) < ahead {
		if w.buf == nil {
			w.buf = make([]byte, ahead)
		}
		w.off, w.buf = off, w.buf[:min(ahead, in.end-off)]
		got, err := in.src.ReadAt(w.buf, off)
		if w.buf = w.buf[:got]; got < len(b) {
			w.buf = w.buf[:0]
			return got, err
		}
	}
	if near && w.end <= w.off+int64(len(w.buf)) {
		return copy(b, w.buf[off-w.off:]), nil
	}
	w.off, w.buf = off, w.buf[:0]
	return in.src.ReadAt(b, off)
}

func (o *opened) at(from, to int) *jsonscan.Cursor {
	o.cursor.Reset(o.buf[from:to], 0)
	return &o.cursor
}

// member is one attribute of an opened body.
type member struct {
	key      []byte // raw
	plain    bool   // key holds no escapes: it is what it means
	from, to int    // of its value in buf
	open     bool   // nothing in it is a secret by what it says
	done     bool
	v        cty.Value // when done
}

// named reports whether two members have one name.
func (m *member) named(other member) bool { return jsonscan.Same(m.key, other.key) }

var pool = sync.Pool{New: func() any { return new(opened) }}

func (o *opened) marks(members []member, all bool, name string) (*marks, error) {
	if all {
		return &marks{all: true}, nil
	}
	m := find(members, name)
	if m == nil {
		return nil, nil
	}
	return readMarks(o.at(m.from, m.to))
}

// marked is whether there may be a mark on an attribute, or below it.
func (o *opened) marked(members []member, name string) bool {
	m := find(members, name)
	return m != nil && bytes.Contains(o.buf[m.from:m.to], []byte("true"))
}

// inTheOpen is whether no text or number of an attribute is one of the secrets,
// and no number is beyond what a decoder takes.
func (o *opened) inTheOpen(m *member, s *secrets) bool {
	w := masker{secrets: s, path: o.path[:0]}
	c := o.at(m.from, m.to)
	err := w.walk(c, nil, nil)
	o.path = w.path
	m.open = err == nil && len(w.paths) == 0 && !c.Huge
	return m.open
}

func find(members []member, name string) *member {
	for i := range members {
		if m := &members[i]; string(m.key) == name || !m.plain && jsonscan.Equal(m.key, name) {
			return m
		}
	}
	return nil
}

// tooLarge is a buffer that is not worth keeping for the next body.
const tooLarge = 256 << 10

func (o *opened) forget() {
	clear(o.values)
	clear(o.unknown)
	clear(o.secret)
	*o = opened{buf: o.buf[:0], values: o.values[:0], unknown: o.unknown[:0], secret: o.secret[:0], cursor: o.cursor, words: o.words, path: o.path}
	if cap(o.buf) > tooLarge {
		o.buf = nil
	}
}

// read fetches the three parts and indexes them. They mostly stand side by
// side in the input; then one call fetches them all.
func (o *opened) read(b *body) error {
	parts := [...]struct {
		at   span
		into *[]member
		all  *bool
	}{
		{b.values, &o.values, new(bool)},
		{b.unknown, &o.unknown, &o.allUnknown},
		{b.secret, &o.secret, &o.allSecret},
	}
	var low, high, sum int64
	for _, p := range parts {
		if p.at.n == 0 {
			continue
		}
		if sum == 0 || p.at.off < low {
			low = p.at.off
		}
		high = max(high, p.at.off+p.at.n)
		sum += p.at.n
	}
	o.buf = o.buf[:0]
	together := high-low <= sum+4096
	if together {
		if err := o.fetch(b.from.in, span{low, high - low}); err != nil {
			return err
		}
	} else {
		o.buf = slices.Grow(o.buf, int(sum))
	}
	for _, p := range parts {
		if p.at.n == 0 {
			continue
		}
		at := int(p.at.off - low)
		if !together {
			at = len(o.buf)
			if err := o.fetch(b.from.in, p.at); err != nil {
				return err
			}
		}
		if err := o.index(at, at+int(p.at.n), p.into, p.all); err != nil {
			return err
		}
	}
	return nil
}

// fetch appends a part of the input to buf.
func (o *opened) fetch(in *input, at span) error {
	n := len(o.buf)
	o.buf = slices.Grow(o.buf, int(at.n))[:n+int(at.n)]
	w := windows.Get().(*window)
	got, err := w.read(in, o.buf[n:], at.off)
	windows.Put(w)
	if got == int(at.n) {
		return nil
	}
	return err
}

// index notes the members of the object in buf[from:to]; all is set when there
// is true instead.
func (o *opened) index(from, to int, into *[]member, all *bool) error {
	c := o.at(0, to)
	c.Pos = from
	b, err := c.Peek()
	if err != nil {
		return err
	}
	if b != '{' {
		*all = b == 't'
		return c.Skip()
	}
	c.Pos++
	for first := true; ; first = false {
		key, ok, err := c.Key(first)
		if err != nil || !ok {
			return err
		}
		start := c.Pos
		if err := c.Skip(); err != nil {
			return err
		}
		*into = append(*into, member{key: key, plain: jsonscan.Plain(key), from: start, to: c.Pos})
	}
}
