package functions

import (
	"errors"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"go.yaml.in/yaml/v3"
)

// yamlText is for yamldecode: lines and commas, and what aliases stand for. A
// dozen lines of nine aliases each are more than any memory holds.
func yamlText(args []cty.Value) error {
	if err := separators(args); err != nil {
		return err
	}
	text := textOf(args[0])
	if !strings.Contains(text, "&") || !strings.Contains(text, "*") {
		return nil
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return errors.New("this is not valid YAML")
	}
	if sizes := (expanded{}); sizes.of(&doc) > maxElements {
		return TooLarge{"what the aliases in the YAML stand for"}
	}
	return nil
}

// expanded is how many nodes each node stands for.
type expanded map[*yaml.Node]int

func (e expanded) of(n *yaml.Node) int {
	if n == nil {
		return 0
	}
	if size, known := e[n]; known {
		return size
	}
	e[n] = 1 // while we are in it: a node that holds itself
	size := 1
	for _, child := range n.Content {
		size = min(size+e.of(child), maxElements+1)
	}
	size = min(size+e.of(n.Alias), maxElements+1)
	e[n] = size
	return size
}
