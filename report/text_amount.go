package report

import (
	"math"
	"strconv"
	"strings"
)

// The words for what is not a number. A cost nobody knows is never $0.00.
const (
	unknownWord = "unknown"
	noValue     = "–"
)

// quantity is a number of units with thousands and at most four decimals.
func quantity(q Quantity) string { return thousands(q.Round(4).String()) }

// kilograms is kgCO2e to one decimal, which is finer than any factor behind it.
func kilograms(n *Number) string {
	if n == nil {
		return unknownWord
	}
	return mass(float64(*n), "")
}

// changeKg is a difference in kgCO2e, "–" for none.
func changeKg(n *Number) string {
	switch {
	case n == nil:
		return unknownWord
	case *n == 0:
		return noValue
	}
	return mass(float64(*n), "+")
}

func mass(f float64, plus string) string {
	sign := plus
	if f < 0 {
		sign = "-"
	}
	abs := math.Abs(f)
	switch {
	case abs == 0:
		return "0.0"
	case abs >= 0.05:
		return sign + thousands(strconv.FormatFloat(abs, 'f', 1, 64))
	case sign == "-":
		return "> -0.1"
	}
	return "< " + sign + "0.1"
}

// significant is f with three significant digits, for a page of details.
func significant(f float64) string {
	digits := 0
	if abs := math.Abs(f); abs > 0 && abs < 100 {
		digits = 2 - int(math.Floor(math.Log10(abs)))
	}
	return thousands(strconv.FormatFloat(f, 'f', min(digits, 9), 64))
}

// thousands puts commas into the whole part of a plain decimal number.
func thousands(s string) string {
	whole, rest := s, ""
	if i := strings.IndexByte(s, '.'); i >= 0 {
		whole, rest = s[:i], s[i:]
	}
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return sign + whole + rest
}

// percent is by how much now differs from before: "+11.5 %"; "" when there is
// nothing to compare with.
func percent(before, delta *Money) string {
	if before == nil || delta == nil || !before.IsPositive() || delta.IsZero() {
		return ""
	}
	ratio, _ := delta.Div(before.Decimal).Float64()
	return share(ratio)
}

func share(ratio float64) string {
	p := ratio * 100
	switch {
	case math.Abs(p) >= 1000:
		return "× " + strconv.FormatFloat(ratio+1, 'f', 0, 64)
	case math.Abs(p) < 0.05:
		return ""
	}
	s := strconv.FormatFloat(p, 'f', 1, 64) + " %"
	if p > 0 {
		s = "+" + s
	}
	return s
}
