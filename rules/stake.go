package rules

import (
	"strings"

	"github.com/shopspring/decimal"
)

// stake ends a message with what the resource costs a month, in the place of
// %s in the rule's words. The rule itself need not look at the figure, and so
// says the same of two resources that differ in nothing else. Nothing is added
// where the figure is not known or nothing.
func (f *Finding) stake(words string, on *Subject) {
	if words == "" || on == nil {
		return
	}
	if cost := on.footprint(); cost != nil && cost.Monthly != nil && cost.Monthly.IsPositive() {
		f.Message += strings.Replace(words, "%s", dollars(*cost.Monthly), 1)
	}
}

// dollars writes money as lib.money does: "$1,234.50".
func dollars(usd decimal.Decimal) string {
	whole, cents, _ := strings.Cut(usd.StringFixed(2), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return "$" + whole + "." + cents
}
