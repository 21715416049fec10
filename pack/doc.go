// Package pack makes, publishes and fetches rule packs: folders of rules and
// what belongs to them (cards, provider facts, price books, defaults), as one
// OCI artifact that is pinned by its digest.
//
// The way of a pack: Read takes a folder, Build makes the artifact of it, a
// Registry carries it, a Store keeps it by its digests, a Lock says which one is
// meant, and Open shows the engine what is in it. Nothing is fetched that was
// not asked for, nothing is unpacked to a disk, and what is loaded is hashed
// first.
package pack
