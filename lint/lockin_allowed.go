package lint

import (
	"github.com/iaclint/iaclint/config"
)

// allowedOf says why lock-in of a resource is a settled choice: the reason that
// allow of lock-in/lock-in-above-threshold gives; "" where it is none.
func allowedOf(c *config.Config) func(typ, address string) string {
	type entry struct{ match, reason string }
	var list []entry
	if rule := c.Rule("lock-in/lock-in-above-threshold", "LOCK-001"); rule != nil {
		for _, item := range asList(rule.Params["allow"]) {
			switch item := item.(type) {
			case string:
				list = append(list, entry{item, "allowed, without a reason"})
			case map[string]any:
				match, _ := item["match"].(string)
				reason, _ := item["reason"].(string)
				list = append(list, entry{match, reason})
			}
		}
	}
	return func(typ, address string) string {
		for _, e := range list {
			if config.Match(e.match, typ) || config.Match(e.match, address) {
				return e.reason
			}
		}
		return ""
	}
}
