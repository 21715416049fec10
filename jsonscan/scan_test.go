package jsonscan

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"
)

func TestFaults(t *testing.T) {
	deep := strings.Repeat("[", 200_000)
	for _, test := range []struct {
		doc    string
		kind   Kind
		offset int64
	}{
		{`{"a": NaN}`, NotNumber, 6},
		{`{"a": -Infinity}`, NotNumber, 6},
		{`{'a': 1}`, Syntax, 1},
		{`{"a": 1`, Truncated, 7},
		{`{"a": "x`, Truncated, 8},
		{`{"a": [1, 2}`, Syntax, 11},
		{deep, TooDeep, MaxDepth},
		{"{\"a\": \"\x01\"}", Syntax, 7},
		{`{"a": 01}`, Syntax, 7},
	} {
		c := New([]byte(test.doc), 0)
		err := c.Skip()
		var e *Error
		if !errors.As(err, &e) || e.Kind != test.kind || e.Offset != test.offset {
			t.Errorf("%.40s: %v, want kind %d at byte %d", test.doc, err, test.kind, test.offset)
		}
	}
}

func TestRepeatedKeys(t *testing.T) {
	for doc, conflict := range map[string]string{
		`{"a": 1, "a": 2}`:                          `an object holds the key "a" twice, with different values`,
		`[{"x": {"a": 1, "\u0061": 2}}]`:            `an object holds the key "a" twice, with different values`,
		`{"a": {"b": [1, {"c": 2}]}, "a": {"b":1}}`: `an object holds the key "a" twice, with different values`,
		`{"a": [true], "b": null, "a": [true]}`:     "",
	} {
		c := New([]byte(doc), 0)
		c.Unique = true
		if err := c.Skip(); err != nil || !c.Repeated {
			t.Errorf("%s: %v, repeated %v", doc, err, c.Repeated)
		}
		c.Pos = 0
		err := c.Conflict()
		var e *Error
		if (conflict == "") != (err == nil) || err != nil && (!errors.As(err, &e) || e.Message != conflict || e.Kind != Repeated) {
			t.Errorf("%s: conflict %v, want %q", doc, err, conflict)
		}
	}
}

func TestUniqueInLargeObjects(t *testing.T) {
	var b strings.Builder
	for i := range 100 {
		b.WriteString(`"k` + strconv.Itoa(i) + `":{"k0":0},`)
	}
	for last, want := range map[string]bool{`"k100":0`: false, `"k57":0`: true} {
		c := New([]byte("{"+b.String()+last+"}"), 0)
		c.Unique = true
		if err := c.Skip(); err != nil || c.Repeated != want {
			t.Errorf("with %s: %v, repeated %v", last, err, c.Repeated)
		}
	}
}

// TestWalk walks a document with a window smaller than its values.
func TestWalk(t *testing.T) {
	doc := `  {"list": [ "one", "tw\u006f", [3], {} ], "n": null, "yes": true, "rest": {"deep": [1,2,3]}} `
	r := newReader(strings.NewReader(doc), 0, int64(len(doc)), 4)
	var got []string
	must := func(f func() error) {
		t.Helper()
		if err := r.Do(f); err != nil {
			t.Fatal(err)
		}
	}
	must(func() error { return r.Open('{', "it") })
	for first := true; ; first = false {
		var key string
		var ok bool
		must(func() error {
			k, more, err := r.Key(first)
			key, ok = string(k), more
			return err
		})
		if !ok {
			break
		}
		if key != "list" {
			from := r.Offset()
			if err := r.Pass(); err != nil {
				t.Fatal(err)
			}
			got = append(got, key+"="+doc[from:r.Offset()])
			continue
		}
		must(func() error { return r.Open('[', "list") })
		for first := true; ; first = false {
			must(func() (err error) { ok, err = r.Next(first); return err })
			if !ok {
				break
			}
			var elem []byte
			must(func() error {
				if _, err := r.Peek(); err != nil {
					return err
				}
				from := r.Pos
				err := r.Skip()
				elem = bytes.Clone(r.Buf[from:r.Pos])
				return err
			})
			got = append(got, string(elem))
		}
	}
	want := `"one"|"tw\u006f"|[3]|{}|n= null|yes= true|rest= {"deep": [1,2,3]}`
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("walked\n%s, want\n%s", s, want)
	}
}

func TestWrongType(t *testing.T) {
	_, err := New([]byte(` {"a":1}`), 100).Raw("address")
	var e *Error
	if !errors.As(err, &e) || e.Kind != WrongType || e.Offset != 101 || e.Message != "address is an object, not a text" {
		t.Errorf("got %v", err)
	}
}

func BenchmarkSkip(b *testing.B) {
	one := `{"address":"module.a[\"b\"].aws_instance.c[0]","values":{"instance_type":"m5.large","ami":"ami-0123456789abcdef0","tags":{"Name":"web","Team":"payments"},"root_block_device":[{"volume_size":100,"encrypted":true,"iops":null}],"user_data":null,"monitoring":false}},`
	doc := []byte("[" + strings.Repeat(one, 4000) + "null]")
	c := New(doc, 0)
	for _, unique := range []bool{false, true} {
		b.Run("unique="+strconv.FormatBool(unique), func(b *testing.B) {
			c.Unique = unique
			b.SetBytes(int64(len(doc)))
			for b.Loop() {
				c.Pos = 0
				if err := c.Skip(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestSame(t *testing.T) {
	cases := []struct {
		a, b string
		want bool
	}{
		{`name`, `name`, true},
		{`name`, `names`, false},
		{`name`, `n\u0061me`, true},
		{`\u00e9`, "\u00e9", true},
		{"\xff", "\xfe", true}, // both become U+FFFD
		{`a\/b`, `a/c`, false},
	}
	for _, c := range cases {
		if got := Same([]byte(c.a), []byte(c.b)); got != c.want {
			t.Errorf("Same(%q, %q) is %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
