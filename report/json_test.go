package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

var sameMoney = cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) })

func encode(t *testing.T, doc any) string {
	t.Helper()
	var b bytes.Buffer
	if err := EncodeJSON(&b, doc); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestJSONGolden(t *testing.T) {
	golden(t, "platform.json", encode(t, platform()))
	golden(t, "empty.json", encode(t, &Report{SchemaVersion: SchemaVersion, Tool: Tool{"iaclint", "0.1.0"}, Currency: "USD", Projects: []Project{{Input: "source"}}}))
}

// Every field of every struct is set, so that none can be forgotten by the
// encoder or by the reader.
func TestJSONRoundTrip(t *testing.T) {
	var full Report
	fill(reflect.ValueOf(&full).Elem(), 1)
	full.SchemaVersion = SchemaVersion
	text := encode(t, &full)
	back, err := ReadJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for i := range full.Diagnostics {
		full.Diagnostics[i].Snippet = "" // never leaves the process
	}
	if diff := cmp.Diff(&full, back, sameMoney); diff != "" {
		t.Errorf("read back differently (-wrote +read):\n%s", diff)
	}
	if again := encode(t, back); again != text {
		t.Error("writing what was read gives other bytes")
	}
}

// The standard encoder agrees on keys, order and values, apart from what the
// contract changes on purpose (no nil slices or empty strings here).
func TestJSONAgreesWithStandardEncoder(t *testing.T) {
	var full Report
	fill(reflect.ValueOf(&full).Elem(), 1)
	want, err := json.MarshalIndent(&full, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want)+"\n", encode(t, &full)); diff != "" {
		t.Errorf("(-standard +ours):\n%s", diff)
	}
}

// fill sets every exported field below v to something that is not zero.
func fill(v reflect.Value, n int) {
	switch v.Interface().(type) {
	case Money:
		v.Set(reflect.ValueOf(Money{decimal.New(int64(1234567+n), -5)}))
		return
	case map[string]any:
		v.Set(reflect.ValueOf(map[string]any{"b": "text", "a": []any{true, nil, json.Number("1.500000000000000000006")}}))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("json") == "-" {
				continue // not saved
			}
			fill(v.Field(i), n+i)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n+i)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for _, key := range []string{"z", "k"} {
			elem := reflect.New(v.Type().Elem()).Elem()
			fill(elem, n)
			v.SetMapIndex(reflect.ValueOf(key), elem)
		}
	case reflect.String:
		v.SetString("text")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(n))
	case reflect.Float64:
		v.SetFloat(float64(n) * 1.5)
	case reflect.Interface:
		v.Set(reflect.ValueOf("value"))
	}
}

func TestNumbers(t *testing.T) {
	for f, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", 1: "1", 4.434123456: "4.43412", -0.000012345678: "-0.0000123457",
		1234567.8: "1234570", 1e-12: "1e-12", 0.1 + 0.2: "0.3",
	} {
		if got := encode(t, Number(f)); got != want+"\n" {
			t.Errorf("%v is written %q, want %q", f, got, want)
		}
	}
	for _, f := range []float64{math.NaN(), math.Inf(1)} {
		if err := EncodeJSON(&bytes.Buffer{}, Number(f)); err == nil {
			t.Errorf("%v was written", f)
		}
		if err := EncodeJSON(&bytes.Buffer{}, map[string]any{"x": f}); err == nil {
			t.Errorf("%v was written as a plain float", f)
		}
	}
}

func TestStringsAreEscaped(t *testing.T) {
	hostile := "a\x00\x1b[31m\u009b1m\u202e\u200b\U000e0041\x7f\"\\\n<é日😀\xff"
	text := encode(t, hostile)
	want := `"a\u0000\u001b[31m\u009b1m\u202e\u200b\udb40\udc41\u007f\"\\\n<é日😀\ufffd"` + "\n"
	if text != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
	var back string
	if err := json.Unmarshal([]byte(text), &back); err != nil {
		t.Fatal(err)
	}
	if back != strings.ToValidUTF8(hostile, "\ufffd") {
		t.Errorf("reads back as %q", back)
	}
}

func TestReadJSONRefuses(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"empty":      {" ", "empty"},
		"no JSON":    {"{", "cannot be read"},
		"two":        {"{} {}", "cannot be read"},
		"a list":     {"[]", "a list, not an object"},
		"a plan":     {`{"format_version":"1.2"}`, "iaclint check"},
		"no version": {`{"projects":[]}`, "no schema_version"},
		"newer":      {`{"schema_version":"2","tool":{"version":"3.0.0"}}`, `schema_version "2"`},
		"number":     {`{"schema_version":"1","projects":[{"totals":{"monthly":12}}]}`, "line 1, projects/0/totals/monthly: it is a number, not a text"},
		"exponent":   {`{"schema_version":"1","summary":{"monthly":"1e999999999"}}`, "plain decimal"},
		"twice":      {`{"schema_version":"1","summary":{"suppressed":1,"suppressed":0}}`, `"suppressed" stands there twice`},
		"fraction":   {`{"schema_version":"1","summary":{"suppressed":1.5}}`, "not a number that can stand there"},
		"no text":    {"{\"schema_version\":\"1\",\n\"currency\":\"a\nb\"}", "cannot be read: line 2, currency: byte 0x0a inside a string"},
		"empty ones": {`{"schema_version":"1","projects":[` + strings.Repeat("{},", 1<<20) + `{}]}`, "too many values that say nothing"},
		"deep":       {`{"schema_version":"1","projects":[{"findings":[{"facts":{"a":` + strings.Repeat("[", 2000) + strings.Repeat("]", 2000) + `}}]}]}`, "nested deeper than 1000"},
		"wrong type": {`{"schema_version":"1","projects":{}}`, "line 1, projects: it is an object, not a list"},
	} {
		_, err := ReadJSON(strings.NewReader(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

func TestReadJSONIgnoresUnknownFields(t *testing.T) {
	r, err := ReadJSON(strings.NewReader(`{"schema_version":"1","new":{"a":1},"currency":"USD"}`))
	if err != nil || r.Currency != "USD" {
		t.Fatalf("%v, %v", r, err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrorsAreReported(t *testing.T) {
	for name, format := range Formats {
		if err := format(failing{}, platform(), Options{}); err == nil || !strings.Contains(err.Error(), "disk full") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// golden compares got with testdata/name; UPDATE=1 writes it instead.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(readFile(t, path), got); diff != "" {
		t.Errorf("%s (-want +got, UPDATE=1 rewrites):\n%s", path, diff)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A long list is written in shares that copy what recurs; a list of one is not.
func TestJSONOfMany(t *testing.T) {
	list := fleet(2 * many).Projects[0].Resources
	var whole, one bytes.Buffer
	one.WriteString("[")
	for i := range list {
		if i%3 == 0 && list[i].Carbon != nil {
			other := *list[i].Carbon
			other.BeforeKg = nil
			list[i].Carbon = &other
		}
	}
	if err := EncodeJSON(&whole, list); err != nil {
		t.Fatal(err)
	}
	for i := range list {
		var b bytes.Buffer
		if err := EncodeJSON(&b, list[i:i+1]); err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			one.WriteString(",")
		}
		one.Write(bytes.TrimSuffix(bytes.TrimPrefix(b.Bytes(), []byte("[")), []byte("\n]\n")))
	}
	one.WriteString("\n]\n")
	if !bytes.Equal(whole.Bytes(), one.Bytes()) {
		t.Error("a resource is written differently in a long list")
	}
}
