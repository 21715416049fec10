package evaluate

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/zclconf/go-cty/cty"
)

// text is JSON under construction.
type text []byte

func (t *text) add(s string) { *t = append(*t, s...) }

func (t *text) quote(s string) {
	*t = append(*t, '"')
	from := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\': // in every address with a key
			*t = append(append(append(*t, s[from:i]...), '\\'), c)
			from = i + 1
		case c < 0x20 || c >= 0x7f:
			b, _ := json.Marshal(s[from:]) // a string always has a form
			*t = append(*t, b[1:]...)
			return
		}
	}
	*t = append(append(*t, s[from:]...), '"')
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
// lists it is null, as plans do it. It says what of the value is to be marked,
// so that most need no second look.
func (t *text) known(v cty.Value) (m spots) {
	if v.IsMarked() {
		m.secret = true
		v, _ = v.Unmark()
	}
	if v == cty.NilVal || !v.IsKnown() || v.IsNull() {
		m.open = v != cty.NilVal && !v.IsKnown()
		t.add("null")
		return m
	}
	switch ty := v.Type(); {
	case ty == cty.String:
		t.quote(v.AsString())
	case ty == cty.Number:
		t.number(v.AsBigFloat())
	case ty == cty.Bool:
		if v.True() {
			t.add("true")
		} else {
			t.add("false")
		}
	case ty.IsObjectType() || ty.IsMapType():
		first := true
		t.add("{")
		for it := v.ElementIterator(); it.Next(); {
			name, elem := it.Element()
			if isUnknown(elem) {
				m.open, m.secret = true, m.secret || elem.IsMarked()
				continue
			}
			t.member(name.AsString(), &first)
			m.with(t.known(elem))
		}
		t.add("}")
	case ty.IsCapsuleType():
		t.add("null")
	default:
		t.list(v, func(elem cty.Value) { m.with(t.known(elem)) })
	}
	return m
}

// spots are whether something in a value is unknown, or secret.
type spots struct{ open, secret bool }

func (m *spots) with(other spots) {
	m.open, m.secret = m.open || other.open, m.secret || other.secret
}

// number writes a number in full. Whole ones, which most are, take a hundredth
// of the time of those with five hundred bits behind the point.
func (t *text) number(n *big.Float) {
	if i, exact := n.Int64(); exact == big.Exact && (i != 0 || !n.Signbit()) {
		*t = strconv.AppendInt(*t, i, 10)
		return
	}
	*t = n.Append(*t, 'f', -1)
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
		first := true
		t.add("{")
		for it := v.ElementIterator(); it.Next(); {
			if name, elem := it.Element(); somewhere(elem, here) {
				t.member(name.AsString(), &first)
				t.marks(elem, here)
			}
		}
		t.add("}")
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

func isUnknown(v cty.Value) bool {
	if v.IsMarked() {
		v, _ = v.Unmark()
	}
	return !v.IsKnown()
}

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
