package lint

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/provider"
	"github.com/iaclint/iaclint/report"
)

// ExplainLockIn says what ties the projects of a report, which may be a saved
// one, by the grades in it. Of the table that graded them come the words for
// what a service stands on; of the configuration what is settled.
func ExplainLockIn(r *report.Report, books *provider.Books, c *config.Config) *report.LockInExplained {
	out := &report.LockInExplained{SchemaVersion: report.SchemaVersion, Currency: r.Currency, CurrencyRate: r.CurrencyRate, Projects: []report.LockInProject{}}
	floor := leastWeight
	if r.CurrencyRate != nil {
		floor *= r.CurrencyRate.PerUSD.InexactFloat64()
	}
	for i := range r.Projects {
		t := tying{books: books, allowed: allowedOf(c), services: map[serviceKey]int{}}
		out.Projects = append(out.Projects, t.project(&r.Projects[i], floor))
	}
	return out
}

// serviceKey is what makes resources users of the same service.
type serviceKey struct {
	service, why string
	grade        int
	allowed      string
}

type tying struct {
	books    *provider.Books
	allowed  func(typ, address string) string
	services map[serviceKey]int
}

func (t *tying) project(p *report.Project, floor float64) report.LockInProject {
	out := report.LockInProject{Project: p.Name, Score: p.Totals.LockInScore, Band: lockInBand(float64(p.Totals.LockInScore)), Monthly: p.Totals.Monthly, Services: []report.LockInService{}}
	var there []*report.Resource
	var list []lockWeight
	total := decimal.Zero
	for i := range p.Resources {
		r := &p.Resources[i]
		if slices.Contains(r.Actions, "delete") && !slices.Contains(r.Actions, "create") {
			continue
		}
		w := lockWeight{typ: r.Type, grade: -1}
		if r.Cost.Monthly != nil {
			w.monthly = &r.Cost.Monthly.Decimal
			total = total.Add(*w.monthly)
		}
		if l := r.LockIn; l != nil {
			w.grade, w.inherent = l.Grade, l.Inherent
		}
		there, list = append(there, r), append(list, w)
	}
	weights, sum := lockInWeights(list, floor)
	share := func(m *report.Money) *report.Number {
		if m == nil || !total.IsPositive() {
			return nil
		}
		return report.NumberOf(m.Div(total).InexactFloat64())
	}
	heavy := report.NewMoney(decimal.Zero)
	order := make([]int, len(there))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(monthlyOf(there[b]).Cmp(monthlyOf(there[a])), strings.Compare(there[a].Address, there[b].Address))
	})
	for _, i := range order {
		r, l := there[i], there[i].LockIn
		switch {
		case l == nil:
			leave(&out.Ungraded, r)
			continue
		case l.Inherent:
			leave(&out.Inherent, r)
			continue
		}
		s := t.service(&out, r)
		s.Resources++
		if len(s.Addresses) < mostTied {
			s.Addresses = append(s.Addresses, r.Address)
		}
		if m := r.Cost.Monthly; m != nil {
			s.Monthly = added(s.Monthly, m)
			if l.Grade >= 3 {
				heavy = added(heavy, m)
			}
		}
		s.Weight += report.Number(weights[i])
		if sum > 0 {
			s.Points += report.Number(100 * weights[i] * lockInValue[l.Grade] / sum)
		}
	}
	for i := range out.Services {
		out.Services[i].Share = share(out.Services[i].Monthly)
	}
	slices.SortStableFunc(out.Services, func(a, b report.LockInService) int {
		return cmp.Or(amountOf(b.Monthly).Cmp(amountOf(a.Monthly)), cmp.Compare(b.Points, a.Points), strings.Compare(a.Service, b.Service), strings.Compare(a.Why, b.Why))
	})
	out.Heavy = share(heavy)
	for _, l := range []*report.LockInLeft{&out.Inherent, &out.Ungraded} {
		slices.Sort(l.Types)
		l.Types = slices.Compact(l.Types)
		if l.Types == nil {
			l.Types = []string{}
		}
		if l.Resources == 0 {
			l.Monthly = report.NewMoney(decimal.Zero)
		}
	}
	out.Exit = exitOf(p)
	return out
}

// mostTied is how many resources of a service are named.
const mostTied = 5

func monthlyOf(r *report.Resource) decimal.Decimal { return amountOf(r.Cost.Monthly) }

// amountOf is an amount to sort by: what is not known comes last.
func amountOf(m *report.Money) decimal.Decimal {
	if m == nil {
		return decimal.NewFromInt(-1)
	}
	return m.Decimal
}

func added(a, b *report.Money) *report.Money {
	if a == nil {
		return b
	}
	return report.NewMoney(a.Add(b.Decimal))
}

func leave(l *report.LockInLeft, r *report.Resource) {
	l.Resources++
	l.Types = append(l.Types, r.Type)
	if r.Cost.Monthly != nil {
		l.Monthly = added(l.Monthly, r.Cost.Monthly)
	}
}

// service is the entry of the service behind a resource.
func (t *tying) service(p *report.LockInProject, r *report.Resource) *report.LockInService {
	l := r.LockIn
	key := serviceKey{cmp.Or(l.Service, r.Type), l.Why, l.Grade, t.allowed(r.Type, r.Address)}
	if at, ok := t.services[key]; ok {
		return &p.Services[at]
	}
	t.services[key] = len(p.Services)
	p.Services = append(p.Services, report.LockInService{
		Service: key.service, Grade: l.Grade, Why: l.Why, Basis: t.basis(r), Alternatives: l.Alternatives, Effort: l.Effort, Allowed: key.allowed,
		Addresses: []string{},
	})
	return &p.Services[len(p.Services)-1]
}

// basis are the four scores of the table in words; none where it has no such
// service any more.
func (t *tying) basis(r *report.Resource) []string {
	p := t.books.Of(r.Provider)
	if p == nil {
		return []string{}
	}
	for _, s := range p.Services() {
		if s.Name != r.LockIn.Service || s.Grade() != r.LockIn.Grade || !slices.Contains(s.Types, r.Type) {
			continue
		}
		return []string{
			[...]string{"an open standard or protocol", "a de facto standard, or an open one with extensions", "an API of its own that others implement for normal use", "an API of its own only"}[min(s.Interface, 3)],
			[...]string{"the same open engine elsewhere", "a compatible engine elsewhere, with gaps", "no counterpart with the same model"}[min(s.Engine, 2)],
			[...]string{"data comes out continuously, or there is none", "data comes out in bulk, or slowly", "no full export"}[min(s.Data, 2)],
			[...]string{"stands alone", "needs the provider's identity and network", "pulls in its neighbours"}[min(s.Coupling, 2)],
		}
	}
	return []string{}
}

func lockInBand(score float64) string {
	switch {
	case score < 25:
		return "low"
	case score <= 50:
		return "moderate"
	case score <= 70:
		return "high"
	}
	return "very high"
}

// exitProgrammes are the providers that waive what taking data out costs for
// those who leave altogether, on request; docs/lock-in.md says where they say so.
var exitProgrammes = []struct{ provider, name string }{{"aws", "AWS"}, {"azurerm", "Azure"}, {"google", "Google Cloud"}}

// exitOf is what the totals say of taking the data out.
func exitOf(p *report.Project) report.LockInExit {
	t := &p.Totals
	x := report.LockInExit{Unsized: t.ExitUnsized, ListPrice: t.ExitEgress, Programmes: []string{}}
	if t.ExitGB != nil && *t.ExitGB > 0 {
		x.GB = t.ExitGB
		x.Hours = report.NumberOf(float64(*x.GB) * 8 / 3600) // a gigabyte is eight gigabits
	}
	if x.GB == nil && x.Unsized == 0 {
		return x
	}
	for _, each := range exitProgrammes {
		if slices.ContainsFunc(p.Resources, func(r report.Resource) bool { return strings.HasPrefix(r.Type, each.provider+"_") }) {
			x.Programmes = append(x.Programmes, each.name)
		}
	}
	if len(x.Programmes) > 0 {
		x.WithProgramme = report.NewMoney(decimal.Zero)
	}
	return x
}
