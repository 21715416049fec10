package report

import (
	"reflect"
	"unsafe"
)

// written is what was written lately of the fields that recur.
type written struct {
	places map[occurrence]extent
	text   []byte
}

// occurrence is one value in one place: the same value stands deeper elsewhere.
type occurrence struct {
	field *fieldPlan
	at    unsafe.Pointer
	n     int // of a slice
	depth int
}

// extent is a part of written.text.
type extent struct{ from, to int }

// lately is how many bytes are kept: the parts of some hundred different
// resources.
const lately = 256 << 10

// again writes a field that recurs. Only an encoder without a writer may: its
// buffer is not flushed half way.
func (e *encoder) again(f *fieldPlan, v reflect.Value) {
	key := occurrence{field: f, at: v.UnsafePointer(), depth: e.depth}
	if v.Kind() == reflect.Slice {
		key.n = v.Len()
	}
	if known, ok := e.seen.places[key]; ok {
		e.buf = append(e.buf, e.seen.text[known.from:known.to]...)
		return
	}
	start := len(e.buf)
	e.reflected(v)
	fresh := e.buf[start:]
	if e.err != nil || len(fresh) < worthwhile {
		return
	}
	if len(e.seen.text)+len(fresh) > lately {
		clear(e.seen.places)
		e.seen.text = e.seen.text[:0]
	}
	from := len(e.seen.text)
	e.seen.text = append(e.seen.text, fresh...)
	e.seen.places[key] = extent{from, len(e.seen.text)}
}

// worthwhile is from how many bytes on copying beats writing: "null" does not.
const worthwhile = 16
