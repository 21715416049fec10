package report

import (
	"encoding/json"
	"io"
	"maps"
	"math"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// encoder writes indented JSON in one pass. encoding/json would marshal the
// whole report, then scan it twice more to compact and to indent; a large plan
// is tens of megabytes of that.
//
// A field with the tag recurs:"true", a pointer or a slice, is the same one in
// elements that are alike; a long list writes it once and copies the bytes.
//
// It differs from encoding/json in what the contract asks for: a nil slice is
// [], a nil map {}, the tag empty:"null" prints an empty string as null, and
// everything a terminal might act on is escaped.
type encoder struct {
	w     io.Writer
	buf   []byte
	depth int
	err   error
	seen  *written // nil: everything is written anew
}

// selfWriting types know their own JSON.
type selfWriting interface {
	appendJSON([]byte) ([]byte, error)
}

const flushAt = 64 << 10

// flush writes what there is; an encoder without a writer keeps it.
func (e *encoder) flush() {
	if e.w == nil {
		return
	}
	if e.err == nil && len(e.buf) > 0 {
		_, e.err = e.w.Write(e.buf)
	}
	e.buf = e.buf[:0]
}

func (e *encoder) value(v any) { e.reflected(reflect.ValueOf(v)) }

func (e *encoder) reflected(v reflect.Value) {
	if e.err != nil {
		return
	}
	if len(e.buf) > flushAt {
		e.flush()
	}
	switch v.Kind() {
	case reflect.Invalid:
		e.buf = append(e.buf, "null"...)
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			e.buf = append(e.buf, "null"...)
			return
		}
		e.reflected(v.Elem())
	case reflect.Struct:
		e.structure(v)
	case reflect.String:
		if v.Type() == reflect.TypeFor[json.Number]() {
			e.buf = append(e.buf, v.String()...)
			return
		}
		e.buf = appendString(e.buf, v.String())
	case reflect.Bool:
		e.buf = strconv.AppendBool(e.buf, v.Bool())
	case reflect.Int, reflect.Int64, reflect.Int32:
		e.buf = strconv.AppendInt(e.buf, v.Int(), 10)
	case reflect.Float64:
		e.float(v)
	case reflect.Slice:
		e.sequence(v)
	case reflect.Map:
		e.table(v)
	default:
		e.other(v)
	}
}

func (e *encoder) float(v reflect.Value) {
	if v.Type() == reflect.TypeFor[Number]() {
		e.self(Number(v.Float()))
		return
	}
	f := v.Float()
	if math.IsNaN(f) || math.IsInf(f, 0) {
		e.self(Number(f)) // says what is wrong
		return
	}
	e.buf = appendFloat(e.buf, f)
}

func (e *encoder) self(v selfWriting) {
	b, err := v.appendJSON(e.buf)
	if err != nil {
		e.err = err
		return
	}
	e.buf = b
}

func (e *encoder) other(v reflect.Value) {
	b, err := json.Marshal(v.Interface())
	if err != nil {
		e.err = err
		return
	}
	e.buf = append(e.buf, b...)
}

func (e *encoder) structure(v reflect.Value) {
	p := planOf(v.Type())
	if p.self {
		e.self(v.Interface().(selfWriting))
		return
	}
	first := true
	for i := range p.fields {
		f := &p.fields[i]
		field := v.Field(f.index)
		if f.omitEmpty && isEmpty(field) {
			continue
		}
		e.open('{', first)
		first = false
		e.buf = append(e.buf, f.key...)
		if f.nullEmpty && field.Len() == 0 {
			e.buf = append(e.buf, "null"...)
			continue
		}
		if f.recurs && e.seen != nil {
			e.again(f, field)
			continue
		}
		e.reflected(field)
	}
	e.close("{}", first)
}

func (e *encoder) sequence(v reflect.Value) {
	n := v.Len()
	if n >= many {
		e.together(v)
		return
	}
	for i := range n {
		e.open('[', i == 0)
		e.reflected(v.Index(i))
	}
	e.close("[]", n == 0)
}

// many elements are written by all processors together, share by share.
const many, handful = 512, 64

// together writes a long sequence in rounds: each processor a share into room
// of its own, and then the shares in their order.
func (e *encoder) together(v reflect.Value) {
	e.buf = append(e.buf, '[')
	e.depth++
	parts := make([]encoder, runtime.GOMAXPROCS(0))
	for from := 0; from < v.Len() && e.err == nil; from += handful * len(parts) {
		var wg sync.WaitGroup
		for i := range parts {
			wg.Go(func() {
				parts[i].buf, parts[i].depth = parts[i].buf[:0], e.depth
				if parts[i].seen == nil {
					parts[i].seen = &written{places: map[occurrence]extent{}}
				}
				parts[i].elements(v, from+i*handful, min(from+(i+1)*handful, v.Len()))
			})
		}
		wg.Wait()
		for i := range parts {
			if e.err == nil {
				e.err = parts[i].err
			}
			e.flush()
			e.buf = append(e.buf, parts[i].buf...)
		}
	}
	e.close("[]", false)
}

func (e *encoder) elements(v reflect.Value, from, to int) {
	for i := from; i < to; i++ {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		e.newline()
		e.reflected(v.Index(i))
	}
}

func (e *encoder) table(v reflect.Value) {
	if m, ok := v.Interface().(map[string]string); ok {
		for i, key := range slices.Sorted(maps.Keys(m)) {
			e.open('{', i == 0)
			e.buf = append(appendString(e.buf, key), ": "...)
			e.buf = appendString(e.buf, m[key])
		}
		e.close("{}", len(m) == 0)
		return
	}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	for i, key := range keys {
		e.open('{', i == 0)
		e.buf = append(appendString(e.buf, key.String()), ": "...)
		e.reflected(v.MapIndex(key))
	}
	e.close("{}", len(keys) == 0)
}

// open begins an element: the bracket before the first, a comma before others.
func (e *encoder) open(bracket byte, first bool) {
	if first {
		e.buf = append(e.buf, bracket)
		e.depth++
	} else {
		e.buf = append(e.buf, ',')
	}
	e.newline()
}

func (e *encoder) close(brackets string, empty bool) {
	if empty {
		e.buf = append(e.buf, brackets...)
		return
	}
	e.depth--
	e.newline()
	e.buf = append(e.buf, brackets[1])
}

func (e *encoder) newline() {
	e.buf = append(e.buf, '\n')
	for range e.depth {
		e.buf = append(e.buf, "  "...)
	}
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map, reflect.String:
		return v.Len() == 0
	}
	return v.IsZero()
}

// structPlan is how one struct type is written, worked out once.
type structPlan struct {
	self   bool
	fields []fieldPlan
}

type fieldPlan struct {
	index     int
	name      string
	key       string // `"name": `
	omitEmpty bool
	nullEmpty bool
	recurs    bool
}

var structPlans sync.Map // reflect.Type to *structPlan

func planOf(t reflect.Type) *structPlan {
	if p, ok := structPlans.Load(t); ok {
		return p.(*structPlan)
	}
	p := &structPlan{self: t.Implements(reflect.TypeFor[selfWriting]())}
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}
		p.fields = append(p.fields, fieldPlan{
			index:     i,
			name:      name,
			key:       `"` + name + `": `,
			omitEmpty: options == "omitempty",
			nullEmpty: t.Field(i).Tag.Get("empty") == "null",
			recurs:    t.Field(i).Tag.Get("recurs") == "true",
		})
	}
	structPlans.Store(t, p)
	return p
}

// appendString quotes s. Controls, invisible and direction-changing characters
// become \u escapes: the value is the same and a terminal that shows the JSON
// stays as it was. Bytes that are no UTF-8 become U+FFFD.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < 0x7f && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if c >= utf8.RuneSelf && !(r == utf8.RuneError && size == 1) && !hidden(r) {
			i += size
			continue
		}
		b = append(b, s[start:i]...)
		b = appendEscaped(b, r)
		i += size
		start = i
	}
	b = append(b, s[start:]...)
	return append(b, '"')
}

func appendEscaped(b []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(b, '\\', byte(r))
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	if r > 0xffff {
		r -= 0x10000
		return appendUnit(appendUnit(b, 0xd800+r>>10), 0xdc00+r&0x3ff)
	}
	return appendUnit(b, r)
}

func appendUnit(b []byte, r rune) []byte {
	const hex = "0123456789abcdef"
	return append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}
