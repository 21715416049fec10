package pricing

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"
)

// Terms are how one resource is run and paid for, where that is not round the
// clock and by the list. The zero value and nil are: round the clock, by the
// list. They are shared by the resources that have the same, and not changed.
type Terms struct {
	// Hours is how many hours a month it runs; 0 is all of them. Disks,
	// addresses and whatever else is not counted in hours goes on.
	Hours float64
	// Schedule names who says so.
	Schedule string
	// Purchases are tried in order for each price; the first that has one for
	// it counts.
	Purchases []Purchase
}

// Purchase is a way of buying what runs other than on demand.
type Purchase struct {
	Name   string // what the user calls it
	Option string // one of PurchaseOptions
	// Coverage is the share of the quantity that is bought so, above 0 and up
	// to 1; the rest is on demand.
	Coverage decimal.Decimal
}

// key tells terms apart in the memory of the estimator.
func (t *Terms) key(b []byte) []byte {
	if t == nil {
		return b
	}
	b = appendText(append(b, 'T'), t.Schedule)
	b, _ = appendValue(b, cty.NumberFloatVal(t.Hours))
	for _, p := range t.Purchases {
		b = appendText(appendText(appendText(b, p.Name), p.Option), p.Coverage.String())
	}
	return b
}

func (t *Terms) hours() float64 {
	if t == nil || t.Hours == 0 {
		return hoursPerMonth
	}
	return t.Hours
}

// committed reports whether a commitment is asked for: discounts that a cloud
// gives by itself for running long do not come on top of one.
func (t *Terms) committed() bool {
	if t == nil {
		return false
	}
	for _, p := range t.Purchases {
		if p.Option != optionSpot && p.Option != optionHybrid {
			return true
		}
	}
	return false
}

// said tells the reader what hours the figures are for.
func (t *Terms) said() []string {
	if t == nil || t.Hours == 0 {
		return nil
	}
	return []string{fmt.Sprintf("runs %s of %d hours a month: %s", strings.TrimSuffix(fmt.Sprintf("%.1f", t.Hours), ".0"), hoursPerMonth, t.Schedule)}
}

// Book is what a user pays instead of the list, whatever the resource: prices
// of their own, and percent off.
type Book struct {
	Prices    []BookPrice // the first that matches wins
	Discounts []Discount  // every one that matches comes off
	// Nearest takes the price of the nearest region that has one where the
	// resource's region has none.
	Nearest bool
}

// BookPrice is a price out of a contract or a price list of the user's.
type BookPrice struct {
	Covers func(key string) bool // of "aws/ec2/us-east-1/m5.large/linux/on-demand" and the like
	Unit   string                // "" for that of the list
	USD    decimal.Decimal       // for one Unit
	Date   string
	Source string // file and line
}

// Discount is percent off the list.
type Discount struct {
	Name    string
	Covers  func(key string) bool // as in BookPrice
	Percent decimal.Decimal
}
