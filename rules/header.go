package rules

import (
	"bytes"
	"strings"
)

// header is what has to be known of a rule before it is parsed: which
// resources it wants to be asked about. It is read line by line from the
// METADATA comment; the whole of it is read as YAML only for rules in use.
type header struct {
	id       string // from the path
	family   string
	code     string
	aliases  []string
	types    []string // nil: every type
	scope    Scope
	env      string
	severity string
	params   bool     // it has parameters
	declares bool     // it says what it reads
	onlyWith []string // parameters without which it has nothing to say
	skipFree bool     // it has nothing to say about what costs nothing

	block []byte // the YAML, comment signs removed
	line  int    // of the first line of block in the file
}

// scan reads the header of a rule file. ok is false when the file has no
// METADATA comment before its package, as the helpers of a rule.
func scan(src []byte) (h header, ok bool) {
	block, line, ok := metadataBlock(src)
	if !ok {
		return h, false
	}
	h = header{block: block, line: line, scope: ScopeResource}

	inCustom, indent := false, 0
	lines := strings.Split(string(block), "\n")
	for i := 0; i < len(lines); i++ {
		text := strings.TrimLeft(lines[i], " ")
		depth := len(lines[i]) - len(text)
		switch {
		case text == "" || text[0] == '#':
			continue
		case depth == 0:
			inCustom, indent = strings.HasPrefix(text, "custom:"), 0
			continue
		case !inCustom || indent != 0 && depth != indent:
			continue
		}
		indent = depth
		key, rest, found := strings.Cut(text, ":")
		if !found {
			continue
		}
		switch key {
		case "code":
			h.code = scalar(rest)
		case "severity":
			h.severity = scalar(rest)
		case "env":
			h.env = scalar(rest)
		case "scope":
			h.scope = Scope(scalar(rest))
		case "params":
			h.params = true
		case "reads", "refs":
			h.declares = true
		case "skip_free":
			h.skipFree = scalar(rest) == "true"
		case "only_with":
			h.onlyWith = list(rest, lines[i+1:])
		case "types":
			h.types = list(rest, lines[i+1:])
		case "aliases":
			h.aliases = list(rest, lines[i+1:])
		}
	}
	if h.env == "any" {
		h.env = ""
	}
	return h, true
}

// metadataBlock finds the METADATA comment that stands before the package and
// takes the comment signs away.
func metadataBlock(src []byte) (block []byte, line int, ok bool) {
	line = 1
	for n := 1; len(src) > 0; n++ {
		text, rest, _ := bytes.Cut(src, []byte("\n"))
		src = rest
		text = bytes.TrimRight(text, "\r")
		comment, isComment := bytes.CutPrefix(text, []byte("#"))
		switch {
		case ok && !isComment:
			return block, line, true
		case ok:
			comment, _ = bytes.CutPrefix(comment, []byte(" "))
			block = append(append(block, comment...), '\n')
		case isComment && string(bytes.TrimSpace(comment)) == "METADATA":
			ok, line = true, n+1
			block = make([]byte, 0, max(0, bytes.Index(src, []byte("\npackage ")))+1)
		case bytes.HasPrefix(text, []byte("package ")):
			return nil, 0, false
		}
	}
	return block, line, ok
}

// scalar is the value behind a colon, without quotes and comment.
func scalar(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	if q := s[0]; q == '"' || q == '\'' {
		if end := strings.IndexByte(s[1:], q); end >= 0 {
			return s[1 : 1+end]
		}
	}
	if i := strings.Index(s, " #"); i >= 0 {
		s = strings.TrimSpace(s[:i])
	}
	return s
}

// list is a list of strings, in brackets (over several lines if need be) or
// one below the other.
func list(rest string, below []string) []string {
	rest = strings.TrimSpace(rest)
	out := []string{}
	if strings.HasPrefix(rest, "[") {
		for !strings.Contains(rest, "]") && len(below) > 0 {
			rest, below = rest+" "+strings.TrimSpace(below[0]), below[1:]
		}
		rest, _, _ = strings.Cut(strings.TrimPrefix(rest, "["), "]")
		for item := range strings.SplitSeq(rest, ",") {
			if v := scalar(item); v != "" {
				out = append(out, v)
			}
		}
		return out
	}
	if v := scalar(rest); v != "" && v[0] != '#' {
		return append(out, v)
	}
	for _, line := range below {
		text := strings.TrimSpace(line)
		if text == "" || text[0] == '#' {
			continue
		}
		item, ok := strings.CutPrefix(text, "-")
		if !ok {
			break
		}
		out = append(out, scalar(item))
	}
	return out
}
