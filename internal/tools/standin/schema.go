package main

import (
	"sort"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
)

var nestings = map[string]tfprotov5.SchemaNestedBlockNestingMode{
	"single": tfprotov5.SchemaNestedBlockNestingModeSingle,
	"list":   tfprotov5.SchemaNestedBlockNestingModeList,
	"set":    tfprotov5.SchemaNestedBlockNestingModeSet,
}

// Schema says the block in the words of the plugin protocol.
func (b *Block) Schema() *tfprotov5.Schema {
	return &tfprotov5.Schema{Block: b.schemaBlock()}
}

func (b *Block) schemaBlock() *tfprotov5.SchemaBlock {
	block := &tfprotov5.SchemaBlock{}
	for _, name := range keys(b.Attributes) {
		field := b.Attributes[name]
		block.Attributes = append(block.Attributes, &tfprotov5.SchemaAttribute{
			Name:      name,
			Type:      field.Type,
			Required:  field.Required,
			Optional:  field.Optional,
			Computed:  field.Computed,
			Sensitive: field.Sensitive,
		})
	}
	for _, name := range keys(b.Blocks) {
		child := b.Blocks[name]
		block.BlockTypes = append(block.BlockTypes, &tfprotov5.SchemaNestedBlock{
			TypeName: name,
			Nesting:  nestings[child.Nesting.Kind],
			MinItems: child.Nesting.Min,
			MaxItems: child.Nesting.Max,
			Block:    child.schemaBlock(),
		})
	}
	return block
}

func keys[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
