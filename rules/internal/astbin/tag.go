package astbin

// The kinds of a value, as the byte before it.
const (
	tagNull = iota
	tagFalse
	tagTrue
	tagNumber
	tagString
	tagVar
	tagRef
	tagArray
	tagObject
	tagSet
	tagArrayComprehension
	tagSetComprehension
	tagObjectComprehension
	tagCall
	tagNone // no term
)

// The kinds of an expression.
const (
	exprTerm = iota
	exprTerms
	exprEvery
)

// Flags of expressions and rules.
const (
	flagNegated = 1 << iota
	flagGenerated
)

const (
	flagDefault = 1 << iota
	flagAssign
	flagElse
)
