package refresh

import (
	"regexp"
	"strings"
	"sync"

	"github.com/shopspring/decimal"
)

// measure is what a unit counts: how many, of what storage, for how long. What
// else a unit names (operations, vCPUs) is a count and makes no difference.
type measure struct {
	count   decimal.Decimal
	storage string // "gb", "gib", "tb", "mb", "" for none
	period  string // "hour", "second", "month", "day", "year", "minute", ""
}

var measures = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(\d+)?([km])?(?:[ -]|$)?(.*)$`)
})

// measureOf reads "1 Hour", "10K", "100 GB/Month", "1/Month", "1M-operations",
// "GB-month", "100-GB-seconds".
func measureOf(unit string) measure {
	m := measure{count: decimal.NewFromInt(1)}
	rest := strings.ToLower(strings.TrimSpace(unit))
	if parts := measures().FindStringSubmatch(rest); parts[1] != "" {
		m.count, _ = decimal.NewFromString(parts[1]) // digits
		switch parts[2] {
		case "k":
			m.count = m.count.Mul(decimal.NewFromInt(1_000))
		case "m":
			m.count = m.count.Mul(decimal.NewFromInt(1_000_000))
		}
		rest = parts[3]
	}
	for _, word := range strings.FieldsFunc(rest, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }) {
		switch word = strings.TrimSuffix(word, "s"); word {
		case "gb", "gib", "tb", "tib", "mb", "mib":
			m.storage = word
		case "second", "minute", "hour", "day", "month", "year":
			m.period = word
		}
	}
	return m
}

// unitsPer is how many of the list's unit make one of ours; false where the two
// do not measure the same.
func unitsPer(ours, theirs string) (decimal.Decimal, bool) {
	a, b := measureOf(ours), measureOf(theirs)
	if a.storage != b.storage || a.period != b.period || b.count.IsZero() {
		return decimal.Decimal{}, false
	}
	return a.count.DivRound(b.count, 24), true
}
