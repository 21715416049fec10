package report

import (
	"fmt"
	"strings"
)

// WhatIf is what a resource would cost and emit a month with another value of
// one attribute.
type WhatIf struct {
	// Of is the address of the resource that has the attribute, where it is not
	// the resource itself but one it is made from: a launch template.
	Of           string   `json:"of,omitempty"`
	Path         string   `json:"path"`
	From         any      `json:"from"` // null where nobody set it
	Value        any      `json:"value"`
	Why          string   `json:"why,omitempty"` // what the value is to the one that is there: "next size down"
	Monthly      Money    `json:"monthly"`
	Change       Money    `json:"change"`           // of Monthly
	CarbonKg     *Number  `json:"carbon_kg"`        // null where it is not known
	CarbonChange *Number  `json:"carbon_change_kg"` // of CarbonKg
	ByUse        []string `json:"by_use,omitempty"` // what would be billed by use then and is not now, beside Monthly
}

func (s *screen) explainWhatIf(list []WhatIf) {
	if len(list) == 0 {
		return
	}
	s.line(span{"What if", s.strong})
	for _, w := range list {
		s.paragraph(2, span{}, 4, s.whatIf(w), nil)
	}
	s.line()
}

// whatIf is one change in a sentence: "If instance_type were m7g.large (Arm):
// $59.57 (-$10.51), 2.90 kg (-0.4)".
func (s *screen) whatIf(w WhatIf) string {
	text := "If " + w.Path
	if w.Of != "" {
		text += " of " + w.Of
	}
	text += " were " + fmt.Sprint(w.Value)
	if w.Why != "" {
		text += " (" + w.Why + ")"
	}
	text += ": " + s.money.signed(w.Monthly.Decimal, "")
	if !w.Change.IsZero() {
		text += " (" + s.money.signed(w.Change.Decimal, "+") + ")"
	}
	if len(w.ByUse) > 0 {
		text += " and by use " + strings.Join(w.ByUse, ", ")
	}
	if w.CarbonKg != nil {
		text += ", " + significant(float64(*w.CarbonKg)) + " kg"
		if w.CarbonChange != nil && *w.CarbonChange != 0 {
			text += " (" + changeKg(w.CarbonChange) + ")"
		}
	}
	return text
}
