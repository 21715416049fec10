package report

// Allocation is who pays by one cost tag: what exists after the plan, divided by
// the value that it carries, and what carries none. What costs and emits nothing
// is in no part of it.
type Allocation struct {
	Key    string      `json:"key"`    // as it is asked for; its other spellings count as it
	Values []Allocated `json:"values"` // at most MostAllocated, the dearest first
	// Others are the further values of a project. In a sum over projects a value
	// that is listed may be among the others of one of them.
	Others     *Allocated `json:"others,omitempty"`
	Untagged   *Allocated `json:"untagged,omitempty"`   // without the key, or with an empty value
	Unknown    *Allocated `json:"unknown,omitempty"`    // whether it has the key, or its value, is not known
	Untaggable *Allocated `json:"untaggable,omitempty"` // of types that take no tags
}

// MostAllocated is how many values of a key a report holds.
const MostAllocated = 100

// Allocated is what some resources cost and emit together in a month.
type Allocated struct {
	Value         string  `json:"value,omitempty"`    // "" outside of Allocation.Values
	Distinct      int     `json:"distinct,omitempty"` // of Allocation.Others: how many values, counted by project
	Monthly       *Money  `json:"monthly"`            // null when nothing of it is known
	MonthlyBefore *Money  `json:"monthly_before"`     // null when not known
	CarbonKg      *Number `json:"carbon_kg"`          // null when nothing of it is known
	CarbonBefore  *Number `json:"carbon_before_kg"`   // null when not known
	Resources     int     `json:"resources"`          // that exist after the plan
	CostGaps      int     `json:"cost_gaps"`          // of these: the cost is not known, or not all of it
	CarbonGaps    int     `json:"carbon_gaps"`        // of these: the carbon is not known
}

// Parts are all that the cost divides into: the values, then the rest.
func (a *Allocation) Parts() []*Allocated {
	var out []*Allocated
	for i := range a.Values {
		out = append(out, &a.Values[i])
	}
	for _, p := range []*Allocated{a.Others, a.Untagged, a.Unknown, a.Untaggable} {
		if p != nil {
			out = append(out, p)
		}
	}
	return out
}

// Says reports whether somebody uses the key, or may.
func (a *Allocation) Says() bool { return len(a.Values) > 0 || a.Unknown != nil }

// UntaggedShare is the part of the known cost of what takes tags that carries
// none, 0 to 1; ok is false where nothing of it is known to cost anything.
func (a *Allocation) UntaggedShare() (share float64, ok bool) {
	var total, bare Money
	for _, p := range a.Parts() {
		if p.Monthly == nil || p == a.Untaggable {
			continue
		}
		total.Decimal = total.Add(p.Monthly.Decimal)
		if p == a.Untagged {
			bare = *p.Monthly
		}
	}
	if !total.IsPositive() {
		return 0, false
	}
	return bare.Div(total.Decimal).InexactFloat64(), true
}
