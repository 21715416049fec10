# How long data of a class has to be kept at least. The floors are those of
# resilience/data-deleted-too-soon, so that no rule that shortens a retention
# goes below them.
package iaclint.lib.retention

policy := data.iaclint.params["resilience/data-deleted-too-soon"]

# The days for data that carries these tags; 0 where the policy has none.
floor(tags) := days if {
	days := policy.floors[tags[policy.class_tag]]
} else := 0
