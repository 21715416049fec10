package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// UnmarshalJSON reads the notation of an attribute.
func (f *Field) UnmarshalJSON(raw []byte) error {
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		return err
	}
	text, value, hasDefault := strings.Cut(text, " default=")
	words := strings.Fields(text)
	if len(words) < 2 {
		return fmt.Errorf("attribute %q: want a type and a presence", text)
	}
	kind, rest, err := parseType(words[0])
	if err != nil || rest != "" {
		return fmt.Errorf("attribute %q: no such type", text)
	}
	f.Type = kind
	switch words[1] {
	case "required":
		f.Required = true
	case "optional":
		f.Optional = true
	case "computed":
		f.Computed = true
	case "optional+computed":
		f.Optional, f.Computed = true, true
	default:
		return fmt.Errorf("attribute %q: no such presence", text)
	}
	for _, word := range words[2:] {
		switch word {
		case "replace":
			f.Replace = true
		case "sensitive":
			f.Sensitive = true
		default:
			return fmt.Errorf("attribute %q: unknown word %q", text, word)
		}
	}
	if hasDefault {
		return json.Unmarshal([]byte(value), &f.Default)
	}
	return nil
}

// UnmarshalJSON reads the notation of a nesting.
func (n *Nesting) UnmarshalJSON(raw []byte) error {
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		return err
	}
	for i, word := range strings.Fields(text) {
		key, value, _ := strings.Cut(word, "=")
		number, err := strconv.ParseInt(value, 10, 64)
		switch {
		case i == 0:
			n.Kind = word
		case key == "min" && err == nil:
			n.Min = number
		case key == "max" && err == nil:
			n.Max = number
		case word == "computed":
			n.Computed = true
		case word == "replace":
			n.Replace = true
		default:
			return fmt.Errorf("nesting %q: unknown word %q", text, word)
		}
	}
	return nil
}

// parseType reads one type from the front of the text and returns what follows it.
func parseType(text string) (tftypes.Type, string, error) {
	word := text
	if end := strings.IndexAny(text, "(){},="); end >= 0 {
		word = text[:end]
	}
	rest := text[len(word):]
	switch word {
	case "string":
		return tftypes.String, rest, nil
	case "number":
		return tftypes.Number, rest, nil
	case "bool":
		return tftypes.Bool, rest, nil
	case "object":
		return parseObject(rest)
	}
	if !strings.HasPrefix(rest, "(") {
		return nil, "", fmt.Errorf("no such type: %q", text)
	}
	element, rest, err := parseType(rest[1:])
	if err != nil {
		return nil, "", err
	}
	rest, ok := strings.CutPrefix(rest, ")")
	if !ok {
		return nil, "", fmt.Errorf("%q is not closed", text)
	}
	switch word {
	case "list":
		return tftypes.List{ElementType: element}, rest, nil
	case "set":
		return tftypes.Set{ElementType: element}, rest, nil
	case "map":
		return tftypes.Map{ElementType: element}, rest, nil
	}
	return nil, "", fmt.Errorf("no such type: %q", text)
}

func parseObject(text string) (tftypes.Type, string, error) {
	fields := map[string]tftypes.Type{}
	rest, ok := strings.CutPrefix(text, "{")
	for ok && !strings.HasPrefix(rest, "}") {
		name, after, found := strings.Cut(rest, "=")
		if !found {
			return nil, "", fmt.Errorf("object %q: want name=type", text)
		}
		kind, after, err := parseType(after)
		if err != nil {
			return nil, "", err
		}
		fields[name] = kind
		rest = strings.TrimPrefix(after, ",")
	}
	rest, closed := strings.CutPrefix(rest, "}")
	if !ok || !closed {
		return nil, "", fmt.Errorf("object %q is not closed", text)
	}
	return tftypes.Object{AttributeTypes: fields}, rest, nil
}
