package parser

import (
	"bytes"
)

// look is what a wrong input looks like from its first bytes.
type look struct {
	is      func(head []byte) bool // head is lower case, white space and colours off the front
	summary string
	next    string
}

func starts(prefix string) func([]byte) bool {
	return func(head []byte) bool { return bytes.HasPrefix(head, []byte(prefix)) }
}

func holds(parts ...string) func([]byte) bool {
	return func(head []byte) bool {
		for _, p := range parts {
			if bytes.Contains(head, []byte(p)) {
				return true
			}
		}
		return false
	}
}

// looks is asked in order when no JSON object is found.
func looks() []look {
	return []look{
		{starts("\x1f\x8b"), "compressed with gzip", "Unpack it first: gunzip -c FILE | iaclint check -"},
		{starts("\x28\xb5\x2f\xfd"), "compressed with zstd", "Unpack it first: zstd -dc FILE | iaclint check -"},
		{starts("bzh"), "compressed with bzip2", "Unpack it first: bunzip2 -c FILE | iaclint check -"},
		{starts("<"), "an HTML or XML page, not a plan", "A download may have answered with a login or an error page. " + nextPlan},
		{holds("will perform the following actions", "no changes. your infrastructure", "note: you didn't use the -out option",
			"used the selected providers to generate the following execution", "refreshing state... ["),
			"the text that plan or show prints for people, not JSON", nextPlan},
		{starts("[{"), "a list of JSON objects, not a plan", nextPlan},
		{starts("["), "a JSON list, not a plan", nextPlan},
		{starts("resource \""), "Terraform source, not a plan", nextPlan},
		{starts("version https://git-lfs"), "a Git LFS pointer, not the file itself", "Fetch it with: git lfs pull"},
	}
}

// wrong says what an input looks like in which no JSON object was found.
func (in *input) wrong(head []byte) error {
	out := &InputError{Path: in.path, Summary: noObject, Next: nextPlan}
	head = bytes.TrimLeft(lower(head), " \t\r\n")
	for bytes.HasPrefix(head, []byte("\x1b[")) {
		_, rest, ok := bytes.Cut(head, []byte("m"))
		if !ok {
			break
		}
		head = bytes.TrimLeft(rest, " \t\r\n")
	}
	if len(head) == 0 {
		out.Summary = "empty"
		return out
	}
	for _, l := range looks() {
		if l.is(head) {
			out.Summary, out.Next = l.summary, l.next
			break
		}
	}
	return out
}

func isZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// lower lowers letters of ASCII and leaves every other byte as it is, which
// bytes.ToLower does not do where the bytes are not text.
func lower(b []byte) []byte {
	out := bytes.Clone(b)
	for i, c := range out {
		if c >= 'A' && c <= 'Z' {
			out[i] = c + 'a' - 'A'
		}
	}
	return out
}
