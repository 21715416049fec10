package lint

import (
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/report"
)

// exchange turns dollars into the currency of the report. All that is done
// before is in dollars: rules, limits and thresholds speak of them. Its zero
// value leaves everything as it is.
type exchange struct {
	code string // "" for USD
	rate decimal.Decimal
}

func exchangeTo(c config.Currency) exchange { return exchange{code: c.Code, rate: c.PerUSD} }

// amountPlaces is to what amounts are kept, as pricing keeps lines. Unit prices
// keep every digit: some are billionths of a dollar.
const amountPlaces = 9

// currency is the code of what it turns dollars into.
func (x exchange) currency() string {
	if x.code == "" {
		return "USD"
	}
	return x.code
}

func (x exchange) amount(usd decimal.Decimal) decimal.Decimal {
	if x.code == "" {
		return usd
	}
	return usd.Mul(x.rate).Round(amountPlaces)
}

// turn converts amounts in place; nil stays nil. What else points to the old
// amount keeps it.
func (x exchange) turn(amounts ...**report.Money) {
	if x.code == "" {
		return
	}
	for _, m := range amounts {
		if *m != nil {
			*m = report.NewMoney(x.amount((*m).Decimal))
		}
	}
}

func (x exchange) limit(usd *decimal.Decimal) *decimal.Decimal {
	if usd == nil {
		return nil
	}
	turned := x.amount(*usd)
	return &turned
}

func (x exchange) unitPrice(m *report.Money) *report.Money {
	if x.code == "" || m == nil {
		return m
	}
	return report.NewMoney(m.Mul(x.rate))
}

func (x exchange) cost(c *report.Cost) {
	if x.code == "" {
		return
	}
	x.turn(&c.Monthly, &c.Before, &c.Low, &c.High, &c.Usage)
	for i := range c.Lines {
		l := &c.Lines[i]
		l.UnitPrice = *x.unitPrice(&l.UnitPrice)
		if l.Contract != nil {
			l.Contract.ListUnitPrice = x.unitPrice(l.Contract.ListUnitPrice)
		}
		l.Monthly.Decimal = x.amount(l.Monthly.Decimal)
	}
	for i := range c.Hints {
		c.Hints[i].UnitPrice = x.unitPrice(c.Hints[i].UnitPrice)
	}
}

// project converts what rules, severities and the common saving were worked
// out from in dollars, when they are done with it. The change stays the
// difference of the two totals to the last digit.
func (x exchange) project(p *report.Project) {
	if x.code == "" {
		return
	}
	t := &p.Totals
	x.turn(&t.Monthly, &t.MonthlyBefore, &t.UsageMonthly, &t.ListMonthly, &t.ExitEgress)
	if t.MonthlyDelta != nil {
		t.MonthlyDelta = report.NewMoney(t.Monthly.Sub(t.MonthlyBefore.Decimal))
	}
	x.saving(t.Saving)
	x.allocation(t.Allocation)
	for i := range p.Findings {
		x.turn(&p.Findings[i].Exposure)
		x.saving(p.Findings[i].Saving)
	}
}

func (x exchange) saving(s *report.Saving) {
	if s != nil {
		x.turn(&s.Monthly, &s.Low, &s.High)
	}
}

// report names the currency and what a dollar is in it.
func (x exchange) report(out *report.Report, c config.Currency) {
	out.Currency = x.currency()
	if x.code != "" {
		out.CurrencyRate = &report.Rate{PerUSD: report.Quantity{Decimal: c.PerUSD}, Date: c.Date, Source: c.Source}
	}
}
