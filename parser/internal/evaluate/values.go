package evaluate

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/zclconf/go-cty/cty"
)

// text is JSON under construction.
type text []byte

func (t *text) add(s string) { *t = append(*t, s...) }

func (t *text) quote(s string) {
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c >= 0x7f || c == '"' || c == '\\' {
			b, _ := json.Marshal(s) // a string always has a form
			*t = append(*t, b...)
			return
		}
	}
	*t = append(append(append(*t, '"'), s...), '"')
}

// member begins a member of an object: first says whether it is the first.
func (t *text) member(name string, first *bool) {
	if !*first {
		t.add(",")
	}
	*first = false
	t.quote(name)
	t.add(":")
}

// known writes what is known of a value: in objects the rest is left out, in
// lists it is null, as plans do it.
func (t *text) known(v cty.Value) {
	v, _ = v.Unmark()
	if v == cty.NilVal || !v.IsKnown() || v.IsNull() {
		t.add("null")
		return
	}
	switch ty := v.Type(); {
	case ty == cty.String:
		t.quote(v.AsString())
	case ty == cty.Number:
		t.add(v.AsBigFloat().Text('f', -1))
	case ty == cty.Bool:
		if v.True() {
			t.add("true")
		} else {
			t.add("false")
		}
	case ty.IsObjectType() || ty.IsMapType():
		t.object(v.AsValueMap(), func(v cty.Value) bool { v, _ = v.Unmark(); return v.IsKnown() }, t.known)
	case ty.IsCapsuleType():
		t.add("null")
	default:
		t.list(v, t.known)
	}
}

func (t *text) object(m map[string]cty.Value, wanted func(cty.Value) bool, write func(cty.Value)) {
	t.add("{")
	first := true
	for _, name := range slices.Sorted(maps.Keys(m)) {
		if wanted(m[name]) {
			t.member(name, &first)
			write(m[name])
		}
	}
	t.add("}")
}

func (t *text) list(v cty.Value, write func(cty.Value)) {
	t.add("[")
	first := true
	for it := v.ElementIterator(); it.Next(); {
		if !first {
			t.add(",")
		}
		first = false
		_, elem := it.Element()
		write(elem)
	}
	t.add("]")
}

// marks writes where in a value something holds, as after_unknown and
// after_sensitive do: true for a place, the shape of what is above it.
func (t *text) marks(v cty.Value, here func(cty.Value) bool) {
	if here(v) {
		t.add("true")
		return
	}
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() {
		t.add("false")
		return
	}
	switch ty := v.Type(); {
	case ty.IsObjectType() || ty.IsMapType():
		t.object(v.AsValueMap(), func(v cty.Value) bool { return somewhere(v, here) }, func(v cty.Value) { t.marks(v, here) })
	case ty.IsTupleType() || ty.IsListType() || ty.IsSetType():
		t.list(v, func(v cty.Value) { t.marks(v, here) })
	default:
		t.add("false")
	}
}

// somewhere is whether it holds of a value or of anything in it.
func somewhere(v cty.Value, here func(cty.Value) bool) bool {
	if here(v) {
		return true
	}
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() || v.Type().IsPrimitiveType() || v.Type().IsCapsuleType() {
		return false
	}
	for it := v.ElementIterator(); it.Next(); {
		if _, elem := it.Element(); somewhere(elem, here) {
			return true
		}
	}
	return false
}

func isUnknown(v cty.Value) bool { v, _ = v.Unmark(); return !v.IsKnown() }

func isSensitive(v cty.Value) bool { return v.IsMarked() }

// wholly is whether all of a value may be written down.
func wholly(v cty.Value) bool {
	return v != cty.NilVal && !somewhere(v, isUnknown) && !v.ContainsMarked()
}

// quoteKey writes an instance key as Terraform writes it in an address.
func quoteKey(key string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, r := range key {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case (r == '$' || r == '%') && strings.HasPrefix(key[i+1:], "{"):
			b.WriteRune(r)
			b.WriteRune(r)
		case !unicode.IsPrint(r):
			form := `\u%04x`
			if r > 0xffff {
				form = `\U%08x`
			}
			fmt.Fprintf(&b, form, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// secrets are the last words of names of arguments that providers take for
// sensitive, whatever stands in them. Source has no schema to ask.
var secrets = []string{
	"password", "secret", "secret_string", "secret_key", "secret_data", "token", "auth_token", "private_key", "private_key_pem",
	"client_secret", "connection_string", "access_key", "shared_key", "sas_token", "admin_password", "master_password",
}

// named are arguments that only sound like secrets.
var named = []string{"creation_token", "client_request_token", "client_token", "idempotency_token"}

// secretly is whether an argument of a type holds what may not be shown.
func secretly(typ, name string) bool {
	if slices.Contains(named, name) {
		return false
	}
	if typ == "local_sensitive_file" && strings.HasPrefix(name, "content") {
		return true
	}
	return slices.ContainsFunc(secrets, func(end string) bool { return name == end || strings.HasSuffix(name, "_"+end) })
}
