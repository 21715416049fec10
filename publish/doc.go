// Package publish puts a saved result on a pull request: one comment that is
// kept up to date, remarks on changed lines, and a status on the commit.
//
// What to do is decided in one place (Upsert, Remarks), over an interface with
// one implementation per platform (Forge); how to speak to a server safely is
// decided in another (transport.go). It runs nothing, reads no file of the
// pull request, and holds the token in the transport only, so that no message
// of a client library can quote it.
//
// Two jobs may publish at the same time, and a job may be cut off anywhere:
// whatever there is to know about a comment stands in its first line (Marker),
// and a comment of anybody else is never touched.
package publish
