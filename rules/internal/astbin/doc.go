// Package astbin writes compiled Rego as bytes and reads it back.
//
// OPA can neither save a compiled module nor load a parsed one, and parsing and
// compiling the core pack took longer than all the rest of a small run. What is
// kept is what evaluation looks at: packages, rules and their terms, and the
// line of each expression. The bytes belong to the version of OPA that compiled
// them; whoever keeps them has to make them anew when either changes.
package astbin
