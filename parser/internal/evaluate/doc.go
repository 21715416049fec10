// Package evaluate turns a tree of Terraform or OpenTofu source into the plan
// JSON that the tool would print of it, as far as the source determines it.
//
// Nothing is run and nothing fetched. What only a provider, a state or a
// network could tell is unknown, and a note says so once. The plan JSON goes
// through the plan reader, so that nobody behind it has to know whether there
// was a plan.
package evaluate
