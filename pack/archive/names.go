package archive

import (
	"fmt"
	"path"
	"strings"
)

// maxName is the longest name, which a plain ustar header may hold.
const maxName = 255

// checkName says what is wrong with the name of a member, "" for nothing. A
// name that passes means the same file on every system.
func checkName(name string, depth int) string {
	switch {
	case name == "":
		return "it has no name"
	case len(name) > maxName:
		return fmt.Sprintf("its name is longer than %d bytes", maxName)
	case strings.HasPrefix(name, "/"):
		return "its path is absolute"
	case strings.Contains(name, `\`):
		return "its name has a backslash"
	case len(name) > 1 && name[1] == ':':
		return "its name begins with a drive letter"
	}
	for i := range len(name) {
		switch c := name[i]; {
		case c < 0x20 || c > 0x7e:
			return fmt.Sprintf("its name has the byte 0x%02x; letters, digits and punctuation of ASCII only", c)
		case strings.IndexByte(`:*?"<>|`, c) >= 0:
			return fmt.Sprintf("its name has the character %c, which is no part of a name everywhere", c)
		}
	}
	parts := strings.Split(name, "/")
	for _, p := range parts {
		switch {
		case p == "..":
			return "its path leads out of the pack"
		case p == "" || p == ".":
			return "its path is not written plainly"
		case strings.HasSuffix(p, ".") || strings.HasSuffix(p, " ") || strings.HasPrefix(p, " "):
			return "a part of its name begins or ends with a blank, or ends with a dot"
		case device(p):
			return fmt.Sprintf("%s is the name of a device on Windows", p)
		}
	}
	if len(parts) > depth {
		return fmt.Sprintf("it lies more than %d folders deep", depth)
	}
	return ""
}

// device reports whether Windows takes the name for a device, with whatever
// ending.
func device(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "com") || strings.HasPrefix(stem, "lpt")) && stem[3] >= '0' && stem[3] <= '9'
}

// tree is the names that are taken, in small letters, folders on the way among
// them.
type tree map[string]node

type node struct {
	name   string
	folder bool
	listed bool // it is a member itself, not only on the way to one
}

// add takes a name; what it clashes with comes back as a sentence.
func (t tree) add(name string, folder bool) string {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if clash := t.take(node{dir, true, false}); clash != "" {
			return clash
		}
	}
	return t.take(node{name, folder, true})
}

func (t tree) take(n node) string {
	key := strings.ToLower(n.name)
	had, ok := t[key]
	switch {
	case !ok:
	case had.name != n.name:
		return fmt.Sprintf("it differs from %q only in the case of letters", had.name)
	case had.folder != n.folder:
		return "it is a file and a folder"
	case had.listed && n.listed:
		return "it is there twice"
	case had.listed:
		return ""
	}
	t[key] = n
	return ""
}
