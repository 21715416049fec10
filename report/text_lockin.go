package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ExplainLockIn writes what ties each project: the score and how it is made, the
// services by cost with the way out of each, and what taking the data out costs.
func ExplainLockIn(w io.Writer, l *LockInExplained, o Options) error {
	s := newScreen(w, o)
	s.money = CurrencyOf(l.Currency)
	for i := range l.Projects {
		if i > 0 {
			s.line()
		}
		s.lockIn(&l.Projects[i])
	}
	if text := s.money.converted(l.CurrencyRate); text != "" {
		s.paragraph(0, span{}, 0, text, s.dim)
	}
	if err := s.w.Flush(); err != nil {
		return fmt.Errorf("writing what ties: %w", err)
	}
	return nil
}

func (s *screen) lockIn(p *LockInProject) {
	s.edges([]span{{"Lock-in " + points(p.Score) + " of 100, " + p.Band, s.strong}}, []span{{p.Project, s.dim}}, 2)
	head := s.money.amount(p.Monthly) + " a month"
	if p.Heavy != nil {
		head += ", " + wholePercent(float64(*p.Heavy)) + " of it on services of grade 3 and 4"
	}
	s.paragraph(2, span{}, 2, head, s.dim)
	s.paragraph(2, span{}, 2, "Each service counts by its cost a month: grade 0 nothing, 1 a tenth, 2 0.35, 3 0.7, 4 in full; the score is the mean, of 100. "+
		"What has no cost counts like the median of its type, and from grade 3 on with at least 1 % of the whole. "+
		"Effort is per application: S under a person-week, M to six weeks, L to six months, XL above.", s.dim)
	s.line()
	open := []string{}
	for i := range p.Services {
		x := &p.Services[i]
		if x.Grade == 0 {
			open = append(open, x.Service+" "+s.money.amount(x.Monthly))
			continue
		}
		s.tie(x)
	}
	if len(open) > 0 {
		s.paragraph(0, span{"Open, ties nothing  ", s.strong}, 2, strings.Join(open, ", "), nil)
		s.line()
	}
	s.leftOut("Not in the score  networks and identity: ", &p.Inherent)
	s.leftOut("Not graded  ", &p.Ungraded)
	s.exit(&p.Exit)
}

// points are those of the score, to a whole one where there are many.
func points(n Number) string {
	if n > 0 && n < 10 {
		return strconv.FormatFloat(float64(n), 'f', 1, 64)
	}
	return strconv.FormatFloat(float64(n), 'f', 0, 64)
}

// tie is one service with the way out of it.
func (s *screen) tie(x *LockInService) {
	name := x.Service
	if x.Resources > 1 {
		name += " × " + thousands(strconv.Itoa(x.Resources))
	}
	cost := s.money.amount(x.Monthly)
	if x.Share != nil && x.Monthly != nil {
		cost += ", " + wholePercent(float64(*x.Share))
	}
	style := s.note
	if x.Grade >= 3 {
		style = s.warn
	}
	s.edges([]span{{fmt.Sprintf("grade %d  ", x.Grade), style}, {name, s.strong}}, []span{plain(cost), {"  " + points(x.Points) + " of the score", s.dim}}, 9)
	if x.Why != "" {
		s.paragraph(9, span{}, 9, x.Why, nil)
	}
	if len(x.Basis) > 0 && x.Grade > 1 {
		s.paragraph(9, span{"stands on: ", s.dim}, 11, strings.Join(x.Basis, "; "), nil)
	}
	if len(x.Alternatives) > 0 {
		s.paragraph(9, span{"instead: ", s.dim}, 11, strings.Join(x.Alternatives, "; "), nil)
	}
	if x.Effort != "" {
		s.paragraph(9, span{"effort: ", s.dim}, 11, x.Effort, nil)
	}
	if x.Allowed != "" {
		s.paragraph(9, span{"settled: ", s.dim}, 11, x.Allowed, nil)
	}
	if x.Grade < 2 || len(x.Addresses) == 0 {
		s.line()
		return // what is portable needs no list
	}
	rest := ""
	if more := x.Resources - len(x.Addresses); more > 0 {
		rest = " and " + thousands(strconv.Itoa(more)) + " more"
	}
	s.flow([]span{pad(9)}, 9, append(x.Addresses[:len(x.Addresses)-1:len(x.Addresses)-1], x.Addresses[len(x.Addresses)-1]+rest), ",", s.dim)
	s.line()
}

func (s *screen) leftOut(title string, l *LockInLeft) {
	if l.Resources == 0 {
		return
	}
	const most = 6
	types := l.Types
	rest := ""
	if len(types) > most {
		rest = fmt.Sprintf(" and %d more types", len(types)-most)
		types = types[:most]
	}
	s.paragraph(0, span{title, s.strong}, 2, plural(l.Resources, "resource", "resources")+", "+s.money.amount(l.Monthly)+" a month: "+strings.Join(types, ", ")+rest, nil)
	s.line()
}

// exit is what taking the data out costs: by the list, and where the provider
// waives it. What nobody knows the size of is in neither.
func (s *screen) exit(x *LockInExit) {
	if x.GB == nil && x.Unsized == 0 {
		s.line(span{"Taking the data out  ", s.strong}, plain("nothing is stored"))
		return
	}
	s.line(span{"Taking the data out, once", s.strong})
	if x.GB != nil {
		text := thousands(strconv.FormatFloat(float64(*x.GB), 'f', 0, 64)) + " GB by the sizes that are set, an upper bound for disks"
		if x.Hours != nil {
			text += "; " + significant(float64(*x.Hours)) + " hours at 1 Gbit/s"
		}
		s.paragraph(2, span{"data              ", s.dim}, 20, text, nil)
	}
	s.paragraph(2, span{"at list price     ", s.dim}, 20, s.money.amount(x.ListPrice), nil)
	if x.WithProgramme != nil {
		s.paragraph(2, span{"exit programme    ", s.dim}, 20, s.money.amount(x.WithProgramme)+" where "+strings.Join(x.Programmes, ", ")+" waive it: on request, for those who leave altogether, with conditions", nil)
	}
	if x.Unsized > 0 {
		s.paragraph(2, span{"not known         ", s.dim}, 20, plural(x.Unsized, "store does", "stores do")+" not say how much they hold: what they add is in no figure", nil)
	}
}
