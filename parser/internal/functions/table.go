package functions

import (
	"maps"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty/function"
)

// core is the namespace every function may also be called by.
const core = "core::"

// Table is the functions as one module sees them, by the name they are called
// with: "lower", "core::lower", "provider::terraform::encode_expr". The
// functions of other providers are not in it, as nobody runs providers here.
// The map is the caller's own.
func Table(files Files) map[string]function.Function {
	pure := shared()
	table := make(map[string]function.Function, len(pure)+2*fileFunctions)
	maps.Copy(table, pure)
	addCore(table, files.functions(table))
	return table
}

// shared is what is the same for every module, made once.
var shared = sync.OnceValue(func() map[string]function.Function {
	table := map[string]function.Function{}
	for _, part := range []map[string]function.Function{
		numbers(), texts(), encodings(), hashes(), networks(), times(), collections(), sets(), conversions(), marked(), impure(),
		assumptions(),
	} {
		addCore(table, part)
	}
	maps.Copy(table, builtin())
	return table
})

// addCore lays functions into a table behind their fences, under both names.
func addCore(table, part map[string]function.Function) {
	for name, f := range part {
		f = guard(name, f)
		table[name] = f
		if !strings.Contains(name, "::") {
			table[core+name] = f
		}
	}
}
