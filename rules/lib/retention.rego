# How long data of a class has to be kept at least. The floors are those of
# resilience/data-deleted-too-soon, so that no rule that shortens a retention
# goes below them.
package iaclint.lib.retention

policy := data.iaclint.params["resilience/data-deleted-too-soon"]

# The days for data that carries these tags; 0 where the policy has none.
floor(tags) := days if {
	days := policy.floors[tags[policy.class_tag]]
} else := 0

# rests_on are the tags that the floor of a resource hangs on.
rests_on := [sprintf("tags.%s", [policy.class_tag])] if {
	count(policy.floors) > 0
} else := []

# CloudWatch knows these periods only.
log_periods := [
	1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545,
	731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]

# The shortest period of CloudWatch that keeps logs for so many days.
log_period(days) := min([period | some period in log_periods; period >= days])
