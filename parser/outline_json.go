package parser

import (
	"bytes"
	"encoding/json"
	"strings"
)

// json reads .tf.json and .tofu.json, in which a block is an object or a list
// of objects.
func (o *outline) json(src []byte) {
	var file map[string]json.RawMessage
	if json.Unmarshal(bytes.TrimPrefix(src, []byte("\ufeff")), &file) != nil {
		return
	}
	for _, m := range labelled(file["module"]) {
		var source string
		if json.Unmarshal(m["source"], &source) == nil && source != "" {
			if beginning, _, open := strings.Cut(source, "${"); open {
				source = openSource(beginning)
			}
			o.sources = append(o.sources, source)
		}
	}
	for _, t := range objects(file["terraform"]) {
		o.backend = o.backend || t["backend"] != nil || t["cloud"] != nil
	}
	for _, p := range labelled(file["provider"]) {
		for name := range p {
			o.provider = o.provider || name != "alias" && name != "version" && name != "//"
		}
	}
	for _, v := range labelled(file["variable"]) {
		o.required = o.required || v["default"] == nil
	}
}

// labelled are the bodies of the blocks that have one label.
func labelled(raw json.RawMessage) (out []map[string]json.RawMessage) {
	for _, byLabel := range objects(raw) {
		for label, body := range byLabel {
			if label != "//" {
				out = append(out, objects(body)...)
			}
		}
	}
	return out
}

// objects is an object, or the objects of a list.
func objects(raw json.RawMessage) []map[string]json.RawMessage {
	var one map[string]json.RawMessage
	if json.Unmarshal(raw, &one) == nil && one != nil {
		return []map[string]json.RawMessage{one}
	}
	var list []map[string]json.RawMessage
	_ = json.Unmarshal(raw, &list) // what is neither has no blocks
	return list
}
