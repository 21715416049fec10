// Package pricing estimates a resource from its card: money from the
// catalogue's prices, carbon from its machines and grids. It imports model and
// pricing/catalogue and nothing else of ours; it does not know where a plan
// came from and judges nothing.
//
// A card (cards/<provider>/<type>.hcl) says what is billed and what hardware
// is occupied; the Go code here evaluates cards and holds the arithmetic they
// may call. There is no second kind of estimator. What a card cannot tell is a
// Missing with its reason, never a zero.
package pricing
