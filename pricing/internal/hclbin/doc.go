// Package hclbin writes a parsed HCL body down and reads it back, ten times as
// fast as HCL parses its text. Places in the source are left out: what is read
// back can be evaluated, but does not say where it stood.
package hclbin

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// kind says what stands next. The numbers are part of the format.
type kind byte

const (
	absent kind = iota
	literalNull
	literalBool
	literalNumber
	literalText
	template
	templateWrap
	scopeTraversal
	relativeTraversal
	call
	binary
	unary
	conditional
	parentheses
	index
	tuple
	object
	objectKey
	forEach
	stepRoot
	stepAttr
	stepIndex
)

// operations are the operators, by their number in the format.
func operations() []*hclsyntax.Operation {
	return []*hclsyntax.Operation{
		hclsyntax.OpLogicalOr, hclsyntax.OpLogicalAnd, hclsyntax.OpLogicalNot, hclsyntax.OpEqual, hclsyntax.OpNotEqual,
		hclsyntax.OpGreaterThan, hclsyntax.OpGreaterThanOrEqual, hclsyntax.OpLessThan, hclsyntax.OpLessThanOrEqual,
		hclsyntax.OpAdd, hclsyntax.OpSubtract, hclsyntax.OpMultiply, hclsyntax.OpDivide, hclsyntax.OpModulo, hclsyntax.OpNegate,
	}
}
