package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
)

// Description is what there is to say of a pack without reading it: the
// configuration blob of its artifact.
type Description struct {
	Schema   string   `json:"schema"`
	Manifest          // name, version and the rest, beside these
	Builtins []string `json:"builtins"` // that its rules call
	Rules    []Rule   `json:"rules"`    // by id

	Cards    []string `json:"cards,omitempty"`          // resource types
	Facts    []string `json:"provider_facts,omitempty"` // names of providers it speaks of
	Prices   []string `json:"price_books,omitempty"`
	Defaults bool     `json:"defaults,omitempty"` // it has a configuration to extend
	Files    []File   `json:"files"`              // by path
}

// descriptionSchema is the form of the blob; another form gets another one.
const descriptionSchema = "1"

// Rule is one rule of a pack.
type Rule struct {
	ID       string         `json:"rule"`
	Aliases  []string       `json:"aliases,omitempty"`
	Title    string         `json:"title"`
	Severity string         `json:"severity"`
	Scope    string         `json:"scope"`
	Types    []string       `json:"resource_types,omitempty"` // none: every type
	Env      string         `json:"env,omitempty"`
	Since    string         `json:"since,omitempty"`
	Params   map[string]any `json:"params,omitempty"` // JSON Schema
	Digest   string         `json:"digest"`           // of its Rego
}

// File is one file of a pack.
type File struct {
	Path   string `json:"path"`
	Size   int    `json:"size"`
	Digest string `json:"digest"`
}

// Encode is the blob: indented for people, the same bytes for the same pack.
func (d *Description) Encode() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(d)
	return b.Bytes(), err
}

// decodeDescription reads the blob of an artifact.
func decodeDescription(src []byte) (*Description, error) {
	var head struct {
		Schema string `json:"schema"`
		Input  string `json:"input"`
	}
	if err := json.Unmarshal(src, &head); err != nil {
		return nil, fmt.Errorf("its configuration is no JSON: %w", err)
	}
	if head.Schema != descriptionSchema {
		return nil, fmt.Errorf("its configuration is of form %.20q, and this iaclint reads %q: take a newer iaclint", head.Schema, descriptionSchema)
	}
	d := &Description{}
	if err := json.Unmarshal(src, d); err != nil {
		return nil, fmt.Errorf("its configuration cannot be read: %w", err)
	}
	return d, nil
}

// differs names the first thing in which an artifact's own word about itself is
// not what is in it; "" for nothing.
func (d *Description) differs(real *Description) string {
	switch {
	case d.Name != real.Name || d.Version != real.Version:
		return fmt.Sprintf("it calls itself %.100q, and its manifest says %.100q", d.ID(), real.ID())
	case d.Namespace != real.Namespace || d.Input != real.Input:
		return "its namespace or input is not that of its manifest"
	case !slices.Equal(d.Builtins, real.Builtins):
		return "the built-ins its rules call are not those it lists"
	case !slices.Equal(d.Files, real.Files):
		return "its files are not those it lists"
	case !slices.EqualFunc(d.Rules, real.Rules, func(a, b Rule) bool {
		return a.ID == b.ID && a.Severity == b.Severity && a.Title == b.Title && a.Digest == b.Digest
	}):
		return "its rules are not those it lists"
	}
	return ""
}

// digestOf is a SHA-256 as OCI writes it.
func digestOf(src []byte) string {
	sum := sha256.Sum256(src)
	return "sha256:" + hex.EncodeToString(sum[:])
}
