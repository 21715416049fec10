package report

import (
	"fmt"
	"math"
	"strconv"

	"github.com/shopspring/decimal"
)

// Money is an exact amount in the currency of the report. In JSON it is a decimal
// string with all its digits; people see it rounded (Currency).
type Money struct{ decimal.Decimal }

// Quantity is an exact number of some unit, written like Money.
type Quantity = Money

// NewMoney returns d for a field where null means "not known".
func NewMoney(d decimal.Decimal) *Money { return &Money{d} }

// MoneyOf is NewMoney for an amount that may be missing.
func MoneyOf(d *decimal.Decimal) *Money {
	if d == nil {
		return nil
	}
	return &Money{*d}
}

func (m Money) appendJSON(b []byte) ([]byte, error) {
	b = append(b, '"')
	b = append(b, m.Decimal.String()...)
	return append(b, '"'), nil
}

// MarshalJSON implements json.Marshaler.
func (m Money) MarshalJSON() ([]byte, error) { return m.appendJSON(nil) }

// longestAmount bounds what a saved report can ask of decimal arithmetic.
const longestAmount = 80

// read takes plain digits and nothing else: "1e999999999" would cost gigabytes to
// print.
func (m *Money) read(s string) bool {
	if !plainDigits(s) {
		return false
	}
	var err error
	m.Decimal, err = decimal.NewFromString(s)
	return err == nil
}

func plainDigits(s string) bool {
	if len(s) > longestAmount {
		return false
	}
	for i, c := range []byte(s) {
		if (c < '0' || c > '9') && c != '.' && (c != '-' || i > 0) {
			return false
		}
	}
	return s != ""
}

// Number is a measured quantity (kgCO2e, kWh, litres, a score). In JSON it has
// six significant digits: more than any of them is known to, few enough that
// the order of a sum does not show.
type Number float64

// NumberOf returns f for a field where null means "not known".
func NumberOf(f float64) *Number { n := Number(f); return &n }

func (n Number) appendJSON(b []byte) ([]byte, error) {
	f := float64(n)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil, fmt.Errorf("%v cannot stand in a report", f)
	}
	if f == 0 {
		return append(b, '0'), nil // also minus zero
	}
	start := len(b)
	b = strconv.AppendFloat(b, f, 'g', 6, 64)
	// Back through the shortest form: 'g' would write 1e+06 for a million.
	rounded, err := strconv.ParseFloat(string(b[start:]), 64)
	if err != nil {
		return nil, err
	}
	return appendFloat(b[:start], rounded), nil
}

// appendFloat writes f in its shortest form, without an exponent where people
// expect digits.
func appendFloat(b []byte, f float64) []byte {
	format := byte('f')
	if abs := math.Abs(f); abs != 0 && (abs < 1e-9 || abs >= 1e21) {
		format = 'e'
	}
	return strconv.AppendFloat(b, f, format, -1, 64)
}

// MarshalJSON implements json.Marshaler.
func (n Number) MarshalJSON() ([]byte, error) { return n.appendJSON(nil) }
