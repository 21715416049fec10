// Package parser reads what Terraform and OpenTofu leave behind, plans and
// states, and the source they are made of, into a model.Plan.
//
// A folder of source is evaluated into plan JSON in memory (source.go and
// internal/evaluate), which is read as any plan is. Roots and Affected find the
// root modules of a repository.
//
// A plan is read in two passes. The first walks over the whole document once,
// checks that it is JSON, and notes where things stand: the few words that name
// each change, and the place of its attributes. Attributes themselves are read
// and decoded only when somebody asks for one, and let go of with Release. A
// file is never wholly in memory; what comes from standard input is.
//
// It may import model and provider, and never meets pricing. The parser alone
// asks package provider. It writes region, tags, type facts
// and lock-in on each resource, and nobody downstream asks again.
//
// What is promised: a secret never leaves this package. A value that the input
// marks sensitive, the value of a sensitive or ephemeral variable, and any
// attribute that equals one of them is unknown to everybody else, and no error
// or diagnostic quotes a value of the input.
package parser
