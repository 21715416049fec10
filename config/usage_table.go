package config

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// usageTable collects the rows of a table of what was measured: address, key
// and value. An address without a dot is a type.
type usageTable struct {
	entries []UsageEntry
	places  map[string]int // entries by address
	said    map[[2]string]hcl.Range
	diags   hcl.Diagnostics
}

func newUsageTable() *usageTable {
	return &usageTable{places: map[string]int{}, said: map[[2]string]hcl.Range{}}
}

// row takes one row; value is NilVal where its text is still to be read.
func (t *usageTable) row(address, key, text string, value cty.Value, at hcl.Range) {
	address, key, text = strings.TrimSpace(address), strings.TrimSpace(key), strings.TrimSpace(text)
	path := strings.Split(key, ".")
	switch {
	case address == "" || key == "":
		t.slip(at, hcl.DiagError, "Incomplete row", "Each row has an address, a key and a value.")
		return
	case len(path) > deepestUsage || slices.Contains(path, ""):
		t.slip(at, hcl.DiagError, "Not a usage key", fmt.Sprintf("%q is no usage key: names with dots between them, as in standard.storage_gb.", key))
		return
	}
	if value == cty.NilVal {
		var ok bool
		if value, ok = t.value(text, at); !ok {
			return
		}
	}
	if first, twice := t.said[[2]string{address, key}]; twice {
		t.slip(at, hcl.DiagWarning, "Said twice", fmt.Sprintf("Line %d has %s of %s already; this one counts.", first.Start.Line, key, address))
	}
	t.said[[2]string{address, key}] = at
	i, ok := t.places[address]
	if !ok {
		i = len(t.entries)
		t.places[address] = i
		t.entries = append(t.entries, UsageEntry{Pattern: address, Default: !strings.ContainsAny(address, ".*"), Range: at})
	}
	t.entries[i].Values = add(t.entries[i].Values, path, UsageValue{Value: value, Range: at})
}

// value reads the text of a cell: a number, true or false, or any other text;
// nothing is not known.
func (t *usageTable) value(text string, at hcl.Range) (cty.Value, bool) {
	switch {
	case text == "" || text == "null":
		return cty.NullVal(cty.DynamicPseudoType), true
	case text == "true" || text == "false":
		return cty.BoolVal(text == "true"), true
	case strings.Trim(text, "0123456789+-.eE_") == "" && strings.ContainsAny(text, "0123456789"):
		v, summary, detail := usageNumber(text)
		if summary != "" {
			t.slip(at, hcl.DiagError, summary, detail)
		}
		return v, summary == ""
	}
	return cty.StringVal(text), true
}

func (t *usageTable) slip(at hcl.Range, severity hcl.DiagnosticSeverity, summary, detail string) {
	t.diags = append(t.diags, usageSlip(at, severity, summary, detail))
}

func parseUsageCSV(src []byte, name string) ([]UsageEntry, hcl.Diagnostics) {
	t := newUsageTable()
	in := csv.NewReader(bytes.NewReader(src))
	in.Comment, in.FieldsPerRecord, in.TrimLeadingSpace, in.ReuseRecord = '#', -1, true, true
	// An address may have quotes in it that nobody doubled: aws_x.y["a"].
	in.LazyQuotes = true
	var columns [3]int
	for n := 0; ; n++ {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			line, _ := in.FieldPos(0)
			var parse *csv.ParseError
			if errors.As(err, &parse) {
				line, err = parse.Line, parse.Err
			}
			t.slip(lineRange(name, line, 1), hcl.DiagError, "Usage file is not CSV", err.Error()+".")
			return nil, t.diags
		}
		line, column := in.FieldPos(0)
		at := lineRange(name, line, column)
		if n == 0 {
			head := columnNames(record)
			for i, c := range usageColumns {
				if columns[i] = slices.Index(head, c); columns[i] < 0 {
					t.slip(at, hcl.DiagError, "Column missing", fmt.Sprintf("The first line names the columns, and %q is not among them: address,key,value.", c))
					return nil, t.diags
				}
			}
			continue
		}
		cell := func(i int) string {
			if columns[i] >= len(record) {
				return ""
			}
			return record[columns[i]]
		}
		if columns[2] >= len(record) {
			t.slip(at, hcl.DiagError, "Incomplete row", "Each row has an address, a key and a value.")
			continue
		}
		t.row(cell(0), cell(1), cell(2), cty.NilVal, at)
	}
	return t.entries, t.diags
}

// parseUsageJSON reads a list of {"address", "key", "value"}, or such objects
// one after the other.
func parseUsageJSON(src []byte, name string) ([]UsageEntry, hcl.Diagnostics) {
	t := newUsageTable()
	in := json.NewDecoder(bytes.NewReader(src))
	in.UseNumber()
	listed := bytes.HasPrefix(bytes.TrimSpace(src), []byte("["))
	if listed {
		_, _ = in.Token() // it is there
	}
	line, counted := 1, 0
	for in.More() {
		from := int(in.InputOffset())
		from += len(src[from:]) - len(bytes.TrimLeft(src[from:], " \t\r\n,"))
		line, counted = line+bytes.Count(src[counted:from], []byte("\n")), from
		at := lineRange(name, line, 1)
		var row struct {
			Address string `json:"address"`
			Key     string `json:"key"`
			Value   any    `json:"value"`
		}
		if err := in.Decode(&row); err != nil {
			t.slip(at, hcl.DiagError, "Usage file is not a table", fmt.Sprintf("A list of {\"address\": …, \"key\": …, \"value\": …} is expected: %v.", err))
			return nil, t.diags
		}
		t.json(row.Address, row.Key, row.Value, at)
	}
	if listed {
		if _, err := in.Token(); err != nil {
			t.slip(lineRange(name, 1+bytes.Count(src, []byte("\n")), 1), hcl.DiagError, "Usage file is not a table", "The list does not end.")
		}
	}
	return t.entries, t.diags
}

func (t *usageTable) json(address, key string, value any, at hcl.Range) {
	switch v := value.(type) {
	case nil:
		t.row(address, key, "", cty.NullVal(cty.DynamicPseudoType), at)
	case json.Number:
		t.row(address, key, v.String(), cty.NilVal, at)
	case string:
		t.row(address, key, v, cty.NilVal, at)
	case bool:
		t.row(address, key, "", cty.BoolVal(v), at)
	default:
		t.slip(at, hcl.DiagError, "A number or text expected", "A value is a number, a text, or null; a nested key has dots: standard.storage_gb.")
	}
}
