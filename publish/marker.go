package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// Marker is the first line of a comment, which nobody sees and which says all
// there is to know about it. Its words are plain.
type Marker struct {
	Key  string // which comment it is, of those one account keeps on a pull request
	Run  int64  // of two on one commit the higher is the newer
	SHA  string // the commit it speaks of
	Hash string // of the text below
	Old  bool   // another took its place, and it is hidden
}

// The two ways a marker is written. A link reference that nothing refers to
// shows nowhere, also where tags are shown as they are.
const (
	markerComment = "<!-- iaclint:comment "
	markerLink    = "[iaclint:comment "
	linkEnd       = "]: https://github.com/iaclint/iaclint"
)

// Hash is what tells two texts apart.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// line writes the marker, with the empty line that ends it for every reader of
// markdown.
func (m Marker) line(noHTML bool) string {
	words := fmt.Sprintf("key=%s run=%d sha=%s hash=%s", m.Key, m.Run, m.SHA, m.Hash)
	if m.Old {
		words += " old=1"
	}
	if noHTML {
		return markerLink + words + linkEnd + "\n\n"
	}
	return markerComment + words + " -->\n\n"
}

// parseMarker reads the marker of a comment; ok is false for a comment that
// does not begin with one.
func parseMarker(body string) (m Marker, ok bool) {
	first, _, _ := strings.Cut(body, "\n")
	first = strings.TrimRight(first, "\r")
	words, isComment := strings.CutPrefix(first, markerComment)
	words, closed := strings.CutSuffix(words, " -->")
	if !isComment {
		if words, ok = strings.CutPrefix(first, markerLink); !ok {
			return m, false
		}
		words, closed = strings.CutSuffix(words, linkEnd)
	}
	if !closed {
		return m, false
	}
	for word := range strings.FieldsSeq(words) {
		name, value, _ := strings.Cut(word, "=")
		switch name {
		case "key":
			m.Key = value
		case "run":
			m.Run, _ = strconv.ParseInt(value, 10, 64)
		case "sha":
			m.SHA = value
		case "hash":
			m.Hash = value
		case "old":
			m.Old = value == "1"
		}
	}
	return m, true
}

// plain writes a word so that no reader of markdown or HTML finds anything in
// it. Two dashes would end a comment for some.
func plain(s string) string {
	if len(s) > longestKey {
		s = s[:longestKey-20] + "." + Hash(s)
	}
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '.', c == '/',
			c == '-' && (i == 0 || s[i-1] != '-'):
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

const longestKey = 160

// SameCommit compares commits, of which one may be short.
func SameCommit(a, b string) bool {
	const enough = 7
	n := min(len(a), len(b))
	return n >= enough && strings.EqualFold(a[:n], b[:n])
}
