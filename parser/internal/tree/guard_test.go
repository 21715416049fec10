package tree

import (
	"runtime/debug"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// fragments are what nests, alone or with each other, when it is repeated.
var fragments = []string{
	"(", "[", "{", "f(", "a[", "!", "-", "- ", "a?", "a?b:", "a?(b):", "a:", "1+", "1 -", "a&&", "a==", "\n", ",", ")", "]", "}", "~}",
	`"`, `"${`, `"$${`, `"$$${`, `"%%{`, `${`, `%{`, "\"%{if a}", "%{if a}", "%{else}", "%{endif}", "%{endfor}", "%{for x in a}", "%{ endifx}", "${~", "%{~ if a ~}",
	"<<A\n", "<<-A\n", "<<A\n${", "A\n", "<<A ", "\r\n", `\"`, `\`, `\\`, "$", "%", "$$", "%%",
	"{a=", "{a:", "{(a)=", "[for x in ", "{for x in a: x=>", "{for a in b:\n", "for ", "in ", "=>", "...",
	"a {\n", "a \"b\" {", "a=", "a.*", "a[*]", ".*", "[*]", ".a", ".0", "[0]", "/*", "*/", "/*(*/", "#(\n", "//(", "a::b(", "\xff", "\x00", "é", "é-", "`", "'", ";", "null", "1.5e3", "1e", "e-",
}

// parse hands source to the parser, and walks over what came out, if the guard
// lets it pass.
func parse(src []byte) bool {
	if tooDeep(src, "x.tf", hcl.InitialPos) != nil {
		return false
	}
	file, _ := hclsyntax.ParseConfig(src, "x.tf", hcl.InitialPos)
	nativeFile(file.Body.(*hclsyntax.Body))
	return true
}

// TestNothingOverflows repeats each pair of fragments: were the guard to miss
// what nests, the stack would overflow and end the test.
func TestNothingOverflows(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(16 << 20))
	passed := 0
	for _, a := range fragments {
		for _, b := range fragments {
			if parse([]byte("x = " + strings.Repeat(a+b, 5_000))) {
				passed++
			}
		}
	}
	t.Logf("%d of %d went through the parser", passed, len(fragments)*len(fragments))
}
