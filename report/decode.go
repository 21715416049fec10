package report

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"unsafe"

	"github.com/iaclint/iaclint/jsonscan"
)

// decoder reads what encoder writes, in one pass over the bytes. encoding/json
// would go over them three times, and copy every string out of them.
//
// It takes a key as the schema writes it and passes over any other; null
// leaves a field empty.
type decoder struct {
	jsonscan.Cursor
	path  []string // of what is wrong, from the inside out
	depth int      // of what is of no type of ours
	room  int      // bytes that lists, tables and values of no type may still take
}

// A document may hold so much by its length, and so much whatever that is: one of
// empty braces would take a hundred times its size.
const roomy, spacious = 4, 64 << 20

// decode reads a document into the struct that out points to. The bytes are
// kept, and must stay as they are.
func decode(data []byte, out any) (*decoder, error) {
	d := &decoder{Cursor: *jsonscan.New(data, 0), room: spacious + roomy*len(data)}
	if err := d.value(reflect.ValueOf(out).Elem()); err != nil {
		return d, err
	}
	if _, err := d.Peek(); err == nil {
		return d, &jsonscan.Error{Kind: jsonscan.Syntax, Offset: d.Offset(), Message: "something follows the document"}
	}
	return d, nil
}

func (d *decoder) value(v reflect.Value) error {
	b, err := d.Peek()
	if err != nil {
		return err
	}
	if b == 'n' {
		v.SetZero()
		return d.Skip()
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return d.value(v.Elem())
	case reflect.Struct:
		if p := planOf(v.Type()); !p.self {
			return d.structure(p, v)
		}
		return d.amount(v.Addr().Interface().(*Money))
	case reflect.Slice:
		return d.sequence(v)
	case reflect.Map:
		return d.table(v)
	case reflect.Interface:
		return d.anything(v, b)
	case reflect.String:
		raw, err := d.Raw("it")
		v.SetString(meant(raw))
		return err
	case reflect.Bool:
		yes, err := d.Bool("it")
		v.SetBool(yes)
		return err
	default:
		return d.number(v)
	}
}

// meant is what a raw string means: a part of the document, where it is written so.
func meant(raw []byte) string {
	if jsonscan.Plain(raw) {
		return part(raw)
	}
	return jsonscan.Text(raw)
}

// part is bytes of the document without a copy of them.
func part(raw []byte) string { return unsafe.String(unsafe.SliceData(raw), len(raw)) }

func (d *decoder) amount(m *Money) error {
	raw, err := d.Raw("it")
	if err == nil && !m.read(part(raw)) {
		err = d.wrong(fmt.Sprintf("%.40q is not a plain decimal number", raw))
	}
	return err
}

func (d *decoder) number(v reflect.Value) error {
	from := d.Pos
	if err := d.Skip(); err != nil {
		return err
	}
	var err error
	if text := part(d.Buf[from:d.Pos]); v.Kind() == reflect.Float64 {
		var f float64
		f, err = strconv.ParseFloat(text, 64)
		v.SetFloat(f)
	} else {
		var n int64
		n, err = strconv.ParseInt(text, 10, 0)
		v.SetInt(n)
	}
	if err != nil {
		return d.wrong("it is not a number that can stand there")
	}
	return nil
}

// wrong is an error of the value that was read last.
func (d *decoder) wrong(what string) error {
	return &jsonscan.Error{Kind: jsonscan.WrongType, Offset: d.Offset(), Message: what}
}

// entry is about what one of a table takes.
const entry = 64

func (d *decoder) take(n int) error {
	if d.room -= n; d.room < 0 {
		return d.wrong("it holds too many values that say nothing")
	}
	return nil
}

func (d *decoder) structure(p *structPlan, v reflect.Value) error {
	if err := d.Open('{', "it"); err != nil {
		return err
	}
	next, seen := 0, uint64(0)
	for first := true; ; first = false {
		key, more, err := d.Key(first)
		if err != nil || !more {
			return err
		}
		i := p.find(key, next)
		if i < 0 {
			if err := d.Skip(); err != nil {
				return err
			}
			continue
		}
		if seen&(1<<i) != 0 {
			return d.wrong(fmt.Sprintf("%q stands there twice", p.fields[i].name))
		}
		seen |= 1 << i
		if err := d.value(v.Field(p.fields[i].index)); err != nil {
			d.path = append(d.path, p.fields[i].name)
			return err
		}
		next = i + 1
	}
}

// find is which field a key names, -1 for none. It looks from one on: they come
// in their order mostly.
func (p *structPlan) find(key []byte, from int) int {
	for i := range p.fields {
		if i += from; i >= len(p.fields) {
			i -= len(p.fields)
		}
		if jsonscan.Equal(key, p.fields[i].name) {
			return i
		}
	}
	return -1
}

func (d *decoder) sequence(v reflect.Value) error {
	if err := d.Open('[', "it"); err != nil {
		return err
	}
	from, size := d.Pos, int(v.Type().Elem().Size())
	for n := 0; ; n++ {
		more, err := d.Next(n == 0)
		if err != nil || !more {
			if n == 0 {
				v.Set(reflect.MakeSlice(v.Type(), 0, 0)) // none, and not nothing
			}
			return err
		}
		if err := d.take(size); err != nil {
			return err
		}
		if n == v.Cap() {
			more := 1
			if n >= many { // how many the rest holds, if they go on like that
				more += min(n*(len(d.Buf)-d.Pos)/(d.Pos-from), d.room/size)
			}
			v.Grow(more)
		}
		v.SetLen(n + 1)
		if err := d.value(v.Index(n)); err != nil {
			d.path = append(d.path, strconv.Itoa(n))
			return err
		}
	}
}

func (d *decoder) table(v reflect.Value) error {
	if err := d.Open('{', "it"); err != nil {
		return err
	}
	v.Set(reflect.MakeMap(v.Type()))
	texts, _ := v.Interface().(map[string]string)
	elem := reflect.New(v.Type().Elem()).Elem()
	for first := true; ; first = false {
		raw, more, err := d.Key(first)
		if err != nil || !more {
			return err
		}
		if err := d.take(entry); err != nil {
			return err
		}
		key := meant(raw)
		elem.SetZero()
		if err := d.value(elem); err != nil {
			d.path = append(d.path, key)
			return err
		}
		if texts != nil { // the usual case, without a detour
			texts[key] = elem.String()
		} else {
			v.SetMapIndex(reflect.ValueOf(key), elem)
		}
	}
}

// anything is a value of no type of ours: what a rule adds to its findings. It
// keeps every digit of a number.
func (d *decoder) anything(v reflect.Value, begins byte) error {
	if d.depth++; d.depth > jsonscan.MaxDepth {
		return d.wrong(fmt.Sprintf("nested deeper than %d", jsonscan.MaxDepth))
	}
	defer func() { d.depth-- }()
	var t reflect.Type
	switch begins {
	case '{':
		t = reflect.TypeFor[map[string]any]()
	case '[':
		t = reflect.TypeFor[[]any]()
	case '"':
		t = reflect.TypeFor[string]()
	case 't', 'f':
		t = reflect.TypeFor[bool]()
	default:
		from := d.Pos
		err := d.Skip()
		v.Set(reflect.ValueOf(json.Number(part(d.Buf[from:d.Pos]))))
		return err
	}
	x := reflect.New(t).Elem()
	err := d.value(x)
	v.Set(x)
	return err
}
