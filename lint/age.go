package lint

import (
	"fmt"
	"time"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

// StaleAfter is how many days list prices are taken to hold.
const StaleAfter = 180

// Stale notes that on a day, YYYY-MM-DD, the newest price of a catalogue is more
// than StaleAfter days old. newest may lack its day or month: then it is as late
// as it can be.
func Stale(newest, day string) (report.Diagnostic, bool) {
	on, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return report.Diagnostic{}, false
	}
	read, err := lastDay(newest)
	if err != nil || !read.AddDate(0, 0, StaleAfter).Before(on) {
		return report.Diagnostic{}, false
	}
	return report.Diagnostic{
		Severity: "warning", Summary: "Prices are old",
		Detail: fmt.Sprintf("The newest price is of %s, more than %d days before %s. Read new ones with iaclint catalogue refresh, or take a newer iaclint.", newest, StaleAfter, day),
	}, true
}

// lastDay is the last day of a date that may lack its day or month.
func lastDay(date string) (time.Time, error) {
	if t, err := time.Parse("2006-01", date); err == nil {
		return t.AddDate(0, 1, -1), nil
	}
	if t, err := time.Parse("2006", date); err == nil {
		return t.AddDate(1, 0, -1), nil
	}
	return time.Parse(time.DateOnly, date)
}

// aged are the notes on the age of the prices that hold without a clock: on the
// day that was asked about, and of an overlay beside what is inside.
func aged(opt Options) []report.Diagnostic {
	var out []report.Diagnostic
	_, newest := opt.Catalogue.Dates()
	if d, ok := Stale(newest, opt.AsOf); ok {
		out = append(out, d)
	}
	if o, ok := opt.Catalogue.Overlay(); ok && o.Day < o.Inside {
		out = append(out, report.Diagnostic{
			Severity: "warning", Summary: "Overlay is older than the prices inside",
			Detail: fmt.Sprintf("The catalogue overlay was read on %s, and the newest price inside is of %s. Read it anew with iaclint catalogue refresh, or leave it out with --catalogue embedded.", o.Day, o.Inside),
		})
	}
	return out
}

func overlay(facts *catalogue.Catalogue) *report.CatalogueOverlay {
	o, ok := facts.Overlay()
	if !ok {
		return nil
	}
	return &report.CatalogueOverlay{Day: o.Day, Prices: o.Prices}
}
