package report

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// Rate is what amounts that are not in dollars were converted by.
type Rate struct {
	PerUSD Quantity `json:"per_usd"` // how much of the report's currency one dollar is
	Date   string   `json:"date"`    // of the rate, YYYY-MM-DD
	Source string   `json:"source"`  // "" when nobody said
}

// Currency writes amounts as people do: with the sign of their currency and as
// many decimals as it has coins for. Every format writes money through it.
type Currency struct {
	sign   string // before the digits: "$", "CHF "
	places int32
}

// CurrencyOf is the currency with a code by ISO 4217; "" is USD. What is no such
// code gets the sign for any currency: a saved report may have been edited.
func CurrencyOf(code string) Currency {
	return Currency{sign: signOf(code), places: placesOf(code)}
}

// signOf is how English text writes a currency beside others (CLDR), else its
// code: several countries have a dollar and two write ¥.
func signOf(code string) string {
	switch code {
	case "", "USD":
		return "$"
	case "EUR":
		return "€"
	case "GBP":
		return "£"
	case "JPY":
		return "¥"
	case "CNY":
		return "CN¥"
	case "INR":
		return "₹"
	case "KRW":
		return "₩"
	case "ILS":
		return "₪"
	case "VND":
		return "₫"
	case "PHP":
		return "₱"
	case "AUD":
		return "A$"
	case "BRL":
		return "R$"
	case "CAD":
		return "CA$"
	case "HKD":
		return "HK$"
	case "MXN":
		return "MX$"
	case "NZD":
		return "NZ$"
	case "TWD":
		return "NT$"
	}
	if len(code) != 3 {
		return "¤"
	}
	for _, c := range []byte(code) {
		if c < 'A' || c > 'Z' {
			return "¤"
		}
	}
	return code + " "
}

// placesOf is 0 for what ISO 4217 lists without a minor unit, else 2.
func placesOf(code string) int32 {
	switch code {
	case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF":
		return 0
	}
	return 2
}

// amount is rounded: "$1,204.20", "< €0.01", "unknown".
func (c Currency) amount(m *Money) string {
	if m == nil {
		return unknownWord
	}
	return c.signed(m.Decimal, "")
}

// change is a difference: "+$12.00", "-$3.20", "–" for none, "unknown".
func (c Currency) change(m *Money) string {
	switch {
	case m == nil:
		return unknownWord
	case m.IsZero():
		return noValue
	}
	return c.signed(m.Decimal, "+")
}

func (c Currency) signed(d decimal.Decimal, plus string) string {
	sign := plus
	if d.IsNegative() {
		sign = "-"
	}
	abs := d.Abs()
	if rounded := abs.Round(c.places); !rounded.IsZero() || abs.IsZero() {
		return sign + c.sign + thousands(rounded.StringFixed(c.places))
	}
	least := c.sign + decimal.New(1, -c.places).String()
	if sign == "-" {
		return "> -" + least
	}
	return "< " + sign + least
}

// unitPrice keeps the digits a small price consists of: "$0.0000002".
func (c Currency) unitPrice(m Money) string {
	if m.IsNegative() {
		return "-" + c.unitPrice(Money{m.Neg()})
	}
	if m.Equal(m.Round(c.places)) {
		return c.signed(m.Decimal, "")
	}
	return c.sign + thousands(m.Round(12).String())
}

// unitPrice is of the catalogue, which is in dollars whoever reads it.
func unitPrice(usd Money) string { return CurrencyOf("USD").unitPrice(usd) }

// Worked turns a unit price into an amount one can picture: the first power of
// ten that costs a dollar (euro, yen …) or more, "10,000,000 requests: $4.00". It
// is "" where one unit does, and where the price is zero.
func (c Currency) Worked(price Money, unit string) string {
	one := decimal.NewFromInt(1)
	if !price.IsPositive() || price.GreaterThanOrEqual(one) {
		return ""
	}
	for n := decimal.NewFromInt(10); n.LessThan(decimal.New(1, 15)); n = n.Shift(1) {
		if cost := price.Mul(n); cost.GreaterThanOrEqual(one) {
			each, what := counted(unit)
			return thousands(n.Mul(each).String()) + " " + what + ": " + c.signed(cost, "")
		}
	}
	return ""
}

// counted takes the number out of a unit of many: 1000000 and "requests" of
// "1M-requests".
func counted(unit string) (decimal.Decimal, string) {
	many, what, ok := strings.Cut(unit, "-")
	digits := strings.TrimRight(many, "kM")
	n, err := decimal.NewFromString(digits)
	if !ok || err != nil || len(many)-len(digits) > 1 {
		return decimal.NewFromInt(1), unit
	}
	return n.Shift(map[string]int32{"k": 3, "M": 6}[many[len(digits):]]), what
}

// converted says what the amounts were converted by: "Converted at €0.92 for $1,
// the rate of 2026-11-01 (ECB)."; "" for dollars.
func (c Currency) converted(r *Rate) string {
	if r == nil {
		return ""
	}
	source := ""
	if r.Source != "" {
		source = " (" + r.Source + ")"
	}
	return fmt.Sprintf("Converted at %s for $1, the rate of %s%s.", c.unitPrice(r.PerUSD), r.Date, source)
}
