package functions

import (
	"fmt"

	"github.com/zclconf/go-cty/cty"
)

// The largest value a function takes or gives. Real configurations stay three
// orders of magnitude below; hostile ones double a list in every line.
const (
	maxElements = 200_000
	maxBytes    = 4 << 20
	// maxExponent is the size of a number in bits: 1e999999999 is short as long
	// as nobody writes it out.
	maxExponent = 1 << 14
)

// TooLarge is the error for a call that was not made because its arguments or
// its result would be larger than the limits.
type TooLarge struct{ What string }

func (e TooLarge) Error() string {
	return fmt.Sprintf("too large: %s. Values of up to %d elements and %d MiB of text are worked out", e.What, maxElements, maxBytes>>20)
}

// Fits says whether a value is small enough to be worked with, and a TooLarge
// if not. It looks at no more elements than are allowed, however often a value
// contains itself by way of repetition.
func Fits(v cty.Value) error {
	m := meter{elements: maxElements, bytes: maxBytes}
	return m.value(v)
}

// meter counts down what may still be made.
type meter struct{ elements, bytes int }

func (m *meter) spend(elements, bytes int) error {
	m.elements -= elements
	m.bytes -= bytes
	switch {
	case elements < 0 || m.elements < 0:
		return TooLarge{"there are more elements than that"}
	case bytes < 0 || m.bytes < 0:
		return TooLarge{"there is more text than that"}
	}
	return nil
}

func (m *meter) value(v cty.Value) error {
	if v.IsMarked() {
		v, _ = v.Unmark()
	}
	ty := v.Type()
	if !v.IsKnown() || v.IsNull() || ty.IsCapsuleType() {
		return m.spend(1, 0)
	}
	if ty.IsPrimitiveType() {
		switch ty {
		case cty.String:
			return m.spend(1, len(v.AsString()))
		case cty.Number:
			if n := v.AsBigFloat(); !n.IsInf() && (n.MantExp(nil) > maxExponent || n.MantExp(nil) < -maxExponent) {
				return TooLarge{"the number"}
			}
		}
		return m.spend(1, 0)
	}
	if err := m.spend(1, 0); err != nil {
		return err
	}
	if n, ok := count(v); ok && n > m.elements {
		return m.spend(n, 0)
	}
	for it := v.ElementIterator(); it.Next(); {
		k, elem := it.Element()
		if k.Type() == cty.String && !ty.IsSetType() && k.IsKnown() {
			if err := m.spend(0, len(k.AsString())); err != nil {
				return err
			}
		}
		if err := m.value(elem); err != nil {
			return err
		}
	}
	return nil
}

// count is the number of elements or attributes, where there are any.
func count(v cty.Value) (int, bool) {
	v, _ = v.Unmark()
	ty := v.Type()
	switch {
	case !v.IsKnown() || v.IsNull():
		return 0, false
	case ty.IsObjectType():
		return len(ty.AttributeTypes()), true
	case ty.IsCollectionType() || ty.IsTupleType():
		return v.LengthInt(), true
	}
	return 0, false
}
