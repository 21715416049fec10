package parser

import (
	"context"
	"encoding/json"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/jsonscan"
)

// FuzzLoad: whatever comes in, there is a plan with every door open, the same
// one twice, or one clean line.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{
		filepath.Join(testdata, "fixtures", "broken", "*"),
		filepath.Join(testdata, "real", "*", "0[2367]*", "*.json"),
		"testdata/*.json",
	} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no seeds at %s: %v", pattern, err)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			if len(b) < 64<<10 {
				f.Add(string(b))
			}
		}
	}
	f.Add(secretPlan)
	f.Add(smallPlan)
	f.Fuzz(func(t *testing.T, text string) {
		load := func() (string, error) {
			opt := Options{Stdin: strings.NewReader(text), RunTool: func(context.Context, string, string, ...string) ([]byte, error) {
				return nil, errors.New("no tool here")
			}}
			p, err := Load(context.Background(), "-", opt)
			if err != nil {
				return err.Error(), err
			}
			return dump(p), nil
		}
		first, err := load()
		if err != nil {
			inputError(t, err)
			if strings.ContainsAny(first, "\n\r\x1b\x00") {
				t.Fatalf("not one clean line: %q", first)
			}
			return
		}
		if again, _ := load(); again != first {
			t.Fatalf("read twice, two plans:\n%s\n%s", first, again)
		}
	})
}

// FuzzDecode holds the decoder to encoding/json.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{`{"a":[1,2.5,-0,1e3,{"b":null}],"c":"\u00e9\ud83d\ude00"}`, `[[],{},"",true,false]`, `12345678901234567890.123456789`, `"\ud800"`, `1e400`, `1e401`, `-1E-5`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		dec := json.NewDecoder(strings.NewReader(text))
		dec.UseNumber()
		var want any
		if !json.Valid([]byte(text)) || dec.Decode(&want) != nil {
			return
		}
		c := jsonscan.New([]byte(text), 0)
		if c.Skip() != nil {
			return // too deep
		}
		c.Pos = 0
		got, err := new(decoder).value(c, nil, nil)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if !same(got, want) {
			t.Fatalf("%q decoded to %#v", text, got)
		}
	})
}

func same(got cty.Value, want any) bool {
	switch want := want.(type) {
	case nil:
		return got.IsNull()
	case bool:
		return got.RawEquals(cty.BoolVal(want))
	case string:
		return got.RawEquals(cty.StringVal(want)) // cty brings text to one form, NFC
	case json.Number:
		if jsonscan.Huge([]byte(want)) {
			return !got.IsKnown()
		}
		f, _, err := big.ParseFloat(want.String(), 10, 512, big.ToNearestEven)
		return err == nil && got.IsKnown() && got.AsBigFloat().Cmp(f) == 0
	case []any:
		if !got.Type().IsTupleType() || got.LengthInt() != len(want) {
			return false
		}
		for i, w := range want {
			if !same(got.Index(cty.NumberIntVal(int64(i))), w) {
				return false
			}
		}
		return true
	case map[string]any:
		if !got.Type().IsObjectType() || got.LengthInt() > len(want) {
			return false
		}
		for key, w := range want {
			key = cty.StringVal(key).AsString()
			if !got.Type().HasAttribute(key) {
				return false
			}
			if len(want) == got.LengthInt() && !same(got.GetAttr(key), w) {
				return false
			}
		}
		return true
	}
	return false
}
