package config

// Validity is the days on which something holds, both included, as YYYY-MM-DD;
// "" is open.
type Validity struct{ From, Until string }

// Begun reports whether it holds already on a day, or did once.
func (v Validity) Begun(day string) bool { return v.From <= day }

// Over reports whether it holds no more on a day.
func (v Validity) Over(day string) bool { return v.Until != "" && v.Until < day }

// On reports whether it holds on a day.
func (v Validity) On(day string) bool { return v.Begun(day) && !v.Over(day) }

// slip is what is wrong with it, or "".
func (v Validity) slip() string {
	if v.Until != "" && v.Until < v.From {
		return "It ends on " + v.Until + ", before it begins on " + v.From + "."
	}
	return ""
}
