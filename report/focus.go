package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// WriteFOCUS writes the estimate in the columns of the FinOps Open Cost and Usage
// Specification 1.2, a row for each line of a resource's cost, so that it can lie
// beside bills. It is an estimate and says so in every row. FOCUS knows no unknown
// cost, so that what could not be priced has no row: x_IaclintCostStatus is
// partial where a resource has more to it. Carbon is of the whole resource and
// stands in its first row. A resource that costs nothing has a row of 0 where it
// emits something.
func WriteFOCUS(w io.Writer, r *Report, _ Options) error {
	out := &focusWriter{csvWriter: newCSV(w), report: r, categories: focusCategories()}
	out.from, out.to = focusPeriod(r)
	for _, name := range focusColumns() {
		out.word(name)
	}
	out.end()
	for i := range r.Projects {
		p := &r.Projects[i]
		for j := range p.Resources {
			out.resource(p, &p.Resources[j])
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing FOCUS: %w", err)
	}
	return nil
}

type focusWriter struct {
	*csvWriter
	report     *Report
	from, to   string // the period of every charge
	categories map[string]string
}

func (w *focusWriter) resource(p *Project, res *Resource) {
	if slices.Contains(res.Actions, "delete") && !slices.Contains(res.Actions, "create") {
		return
	}
	lines := res.Cost.Lines
	if len(lines) == 0 && res.Cost.Status == Free && res.Carbon != nil {
		lines = []Line{{Name: "free of charge", Quantity: Money{decimal.NewFromInt(1)}, Unit: "month"}}
	}
	for i := range lines {
		w.charge(p, res, &lines[i], i == 0)
	}
}

// charge writes one row, in the order of focusColumns.
func (w *focusWriter) charge(p *Project, res *Resource, l *Line, first bool) {
	provider, unit := focusProvider(res.Provider), focusUnit(l.Unit)
	listPrice, listCost := l.listed()
	w.money(&l.Monthly)
	w.words(focusAccount, focusAccountName, currencyCode(w.report), w.to, w.from, "Usage", "",
		"Estimate, not a bill: "+l.Name+" of "+res.Address, "Usage-Based", w.to, w.from)
	w.money(&l.Quantity)
	w.word(unit)
	w.money(&l.Monthly)
	w.money(&l.UnitPrice)
	w.money(&l.Monthly)
	w.word(provider)
	w.money(listCost)
	w.money(listPrice)
	w.word(focusPricing(l))
	w.money(&l.Quantity)
	w.word(unit)
	service := nameOr(res.Service, nameOr(res.Type, "unknown"))
	category := nameOr(w.categories[service], "Other")
	w.words(provider, provider, res.Region, res.Region, res.Address, res.Address, res.Type, category, service, l.PriceKey, l.PriceKey, tagsJSON(res.Tags),
		"true", p.Name, res.Cost.Status, fmt.Sprint(l.FromUsage), l.PriceDate, l.PriceSource)
	w.carbon(res.Carbon, first)
	w.end()
}

func (w *focusWriter) words(list ...string) {
	for _, s := range list {
		w.word(s)
	}
}

func (w *focusWriter) carbon(c *Carbon, first bool) {
	if c == nil || !first {
		w.words("", "", "", "", "", "", "")
		return
	}
	for _, n := range []*Number{&c.TotalKg, &c.LowKg, &c.HighKg, &c.OperationalKg, &c.EmbodiedKg} {
		w.measure(n)
	}
	w.word(c.Grade)
	w.measure(&c.EnergyKWh)
}

// listed is what a line costs by the list: the unit price, nil where the list has
// none, and the cost, which then is what is paid.
func (l *Line) listed() (price, cost *Money) {
	if l.Contract == nil {
		return &l.UnitPrice, &l.Monthly
	}
	if l.Contract.ListUnitPrice == nil {
		return nil, &l.Monthly
	}
	return l.Contract.ListUnitPrice, NewMoney(l.Quantity.Mul(l.Contract.ListUnitPrice.Decimal))
}

// focusPricing is Dynamic for what the cloud may take away and price anew at any
// time, Other for what is bought by terms of one's own: which of them a commitment
// stands behind, FOCUS would know by its id.
func focusPricing(l *Line) string {
	switch {
	case strings.Contains(l.PriceKey, "spot") || strings.Contains(l.PriceKey, "preemptible"):
		return "Dynamic"
	case l.Contract != nil:
		return "Other"
	}
	return "Standard"
}

// focusPeriod is the month that the estimate is for: that of the newest price,
// for a report has no other date and the clock is not asked. The last day is
// exclusive, as FOCUS counts.
func focusPeriod(r *Report) (from, to string) {
	newest := r.Catalogue.NewestPrice
	if o := r.Catalogue.Overlay; o != nil && o.Day > newest {
		newest = o.Day
	}
	var year, month int
	if n, err := fmt.Sscanf(newest, "%4d-%2d", &year, &month); n != 2 || err != nil || year < 2000 || month < 1 || month > 12 {
		return "", ""
	}
	const form = "%04d-%02d-01T00:00:00Z"
	from = fmt.Sprintf(form, year, month)
	if month++; month > 12 {
		year, month = year+1, 1
	}
	return from, fmt.Sprintf(form, year, month)
}

// focusProvider is a provider as FOCUS names it in its examples; others by the
// last part of their address.
func focusProvider(address string) string {
	switch name := address[strings.LastIndexByte(address, '/')+1:]; name {
	case "aws", "awscc":
		return "AWS"
	case "azurerm", "azuread", "azapi":
		return "Microsoft"
	case "google", "google-beta":
		return "Google Cloud"
	case "":
		return "unknown"
	default:
		return name
	}
}

// focusUnit writes a unit the way FOCUS recommends: words in capitals and, where
// they count something, in the plural: "Hours", "GB-Months", "1M-Requests".
func focusUnit(unit string) string {
	parts := strings.Split(unit, "-")
	for i, part := range parts {
		switch {
		case part == "" || part[0] < 'a' || part[0] > 'z' || strings.HasPrefix(part, "vC"):
		case part == "ms":
		case strings.HasSuffix(part, "s"):
			parts[i] = strings.ToUpper(part[:1]) + part[1:]
		case i == len(parts)-1:
			parts[i] = strings.ToUpper(part[:1]) + part[1:] + "s"
		default:
			parts[i] = strings.ToUpper(part[:1]) + part[1:]
		}
	}
	return strings.Join(parts, "-")
}
