package tree

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
)

// jsonTooDeep is tooDeep for JSON. Templates in its texts are measured when
// they are parsed, one by one.
func jsonTooDeep(src []byte, name string, start hcl.Pos) *hcl.Diagnostic {
	nest, tokens := 0, 0
	for i := 0; i < len(src); i++ {
		switch src[i] {
		case '{', '[':
			nest++
			tokens++
		case '}', ']':
			nest--
			tokens++
		case ',', ':', '=':
			tokens += 2
		case '"':
			for i++; i < len(src) && src[i] != '"'; i++ {
				if src[i] == '\\' {
					i++
				}
			}
		}
		why := ""
		switch {
		case nest > maxNesting:
			why = fmt.Sprintf("More than %d objects and lists stand inside each other here.", maxNesting)
		case tokens > maxTokens:
			why = fmt.Sprintf("The file has more than %d values and signs.", maxTokens)
		default:
			continue
		}
		at := advance(start, src[:i])
		return &hcl.Diagnostic{
			Severity: hcl.DiagError, Summary: "Source too deep to be read", Detail: why + " The file is left out.",
			Subject: &hcl.Range{Filename: name, Start: at, End: at},
		}
	}
	return nil
}
