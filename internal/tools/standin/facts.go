package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"sort"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

//go:embed schema/*.json
var schemas embed.FS

// sources says which file holds the facts of a provider. The beta provider of
// Google has the types of the other one.
var sources = map[string]string{
	"azurerm":     "schema/azurerm.json",
	"google":      "schema/google.json",
	"google-beta": "schema/google.json",
}

// Names lists the providers the program can stand in for, sorted.
func Names() []string {
	names := make([]string, 0, len(sources))
	for name := range sources {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// Facts is one file of the schema folder: README.md tells its notation.
type Facts struct {
	Provider  *Block            `json:"provider"`
	Resources map[string]*Block `json:"resources"`
}

// Block is a provider, a resource or a nested block.
type Block struct {
	Version    string            `json:"version,omitempty"`  // providers only
	Timeouts   string            `json:"timeouts,omitempty"` // resources only
	Nesting    Nesting           `json:"nesting,omitempty"`  // nested blocks only
	Attributes map[string]*Field `json:"attributes,omitempty"`
	Blocks     map[string]*Block `json:"blocks,omitempty"`
}

// Field is an attribute, written "TYPE PRESENCE [replace] [sensitive] [default=JSON]".
type Field struct {
	Type      tftypes.Type
	Required  bool
	Optional  bool
	Computed  bool
	Replace   bool
	Sensitive bool
	Default   any // string, float64 or bool; nil when there is none
}

// Nesting of a block, written "list|set|single [min=N] [max=N] [computed] [replace]".
type Nesting struct {
	Kind     string
	Min, Max int64
	Computed bool
	Replace  bool
}

// Read returns the facts of one provider, with what every resource type of
// these providers has: an id and, where it waits, timeouts.
func Read(name string) (*Facts, error) {
	file, ok := sources[name]
	if !ok {
		return nil, fmt.Errorf("no facts about a provider %q, only about %s", name, strings.Join(Names(), ", "))
	}
	raw, err := schemas.ReadFile(file)
	if err != nil {
		return nil, err
	}
	facts := &Facts{}
	if err := json.Unmarshal(raw, facts); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for _, block := range facts.Resources {
		if block.Attributes == nil {
			block.Attributes = map[string]*Field{}
		}
		block.Attributes["id"] = &Field{Type: tftypes.String, Optional: true, Computed: true}
		if block.Timeouts == "" {
			continue
		}
		timeouts := &Block{Nesting: Nesting{Kind: "single"}, Attributes: map[string]*Field{}}
		for _, step := range strings.Fields(block.Timeouts) {
			timeouts.Attributes[step] = &Field{Type: tftypes.String, Optional: true}
		}
		if block.Blocks == nil {
			block.Blocks = map[string]*Block{}
		}
		block.Blocks["timeouts"] = timeouts
	}
	return facts, nil
}
