package config

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// Schema is a JSON Schema of what a configuration may hold, for editors and for
// programs that write one: a setting is a property, a block with a label an object
// by label, one without an array of objects, or an object where there is at most
// one. It is made of the tables that read a configuration.
func Schema() ([]byte, error) {
	s := schemas{meanings(), needed(), defaults()}
	root := s.body("", description())
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = "https://iaclint.dev/schema/config.schema.json"
	root["title"] = "iaclint configuration"
	root["description"] = "What " + FileName + " may hold, written in HCL: a property is a setting, NAME = VALUE. With x-hcl-block it is a block: NAME \"LABEL\" { … }, each label a property, where x-hcl-label says what the label is, else NAME { … }."
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(root); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// defaults are the values of settings where no file makes them, by "block.setting".
func defaults() map[string]any {
	out := map[string]any{}
	for _, d := range Defaults() {
		name := d.Setting
		if !strings.Contains(name, ".") {
			name = "." + name
		}
		if d.Value != nil {
			out[name] = d.Value
		}
	}
	return out
}

type schemas struct {
	meanings map[string]string
	needed   map[string][]string
	defaults map[string]any
}

func (s schemas) body(block string, d *described) map[string]any {
	properties := map[string]any{}
	for name, shape := range d.settings {
		p := shape.schema()
		p["description"] = s.meanings[block+"."+name]
		if v, ok := s.defaults[block+"."+name]; ok {
			p["default"] = v
		}
		properties[name] = p
	}
	for _, name := range slices.Sorted(maps.Keys(d.blocks)) {
		b := d.blocks[name]
		inner := s.body(name, b.described)
		if list := s.needed[name]; len(list) > 0 {
			inner["required"] = list
		}
		out := map[string]any{"x-hcl-block": true, "description": s.meanings[name]}
		switch {
		case b.label != "":
			out["type"], out["additionalProperties"], out["x-hcl-label"] = "object", inner, b.label
		case b.single:
			maps.Copy(out, inner)
		default:
			out["type"], out["items"] = "array", inner
		}
		if setting, both := properties[name]; both { // usage
			out = map[string]any{"anyOf": []any{setting, out}}
		}
		properties[name] = out
	}
	return map[string]any{"type": "object", "properties": properties, "additionalProperties": d.other}
}

// schema is what one attribute takes.
func (s shape) schema() map[string]any {
	switch s.kind {
	case isFlag:
		return map[string]any{"type": "boolean"}
	case isNumber:
		return map[string]any{"type": "number", "minimum": s.low, "maximum": s.high}
	case isDate:
		return map[string]any{"type": "string", "format": "date", "pattern": `^\d{4}-\d{2}-\d{2}$`}
	case isList:
		one := shape{words: s.words}.schema()
		return map[string]any{"anyOf": []any{map[string]any{"type": "array", "items": one}, one}}
	case isObject:
		out := map[string]any{"type": "object", "additionalProperties": s.of.schema()}
		if s.words != nil {
			out["propertyNames"] = map[string]any{"enum": s.words}
		}
		return out
	case isAny:
		return map[string]any{}
	}
	if s.words != nil {
		return map[string]any{"enum": s.words}
	}
	return map[string]any{"type": "string"}
}
