// Package rules reads packs of Rego, asks them, and returns findings.
//
// The way of a run: Open reads the packs and only the comment block on top of
// each rule; Compile parses and compiles the rules whose resource types occur;
// a Judge is then asked resource by resource, and once for the plan as a
// whole. What a rule is given and gives back is written down in README.md
// beside this file.
//
// What the engine does so that no rule has to:
//   - values known only after apply are absent from what a rule sees; the
//     engine knows what each rule reads and turns its finding, or its silence,
//     into the verdict "unknown" when that rests on such a value;
//   - a rule proposes a change, the engine prices it;
//   - a rule that fails to evaluate is an error with its name, never a pass,
//     and takes nobody else's findings with it;
//   - rules of strangers run with a list of allowed built-ins, a deadline, a
//     memory limit and a watchdog.
package rules
