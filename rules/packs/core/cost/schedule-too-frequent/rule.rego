# METADATA
# title: Scheduled job too often, or too long
# description: >-
#   A job that runs every minute runs 43,800 times a month, mostly to find nothing to do. One that may run
#   for two days does so once, on the night its input is broken.
# related_resources:
# - ref: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
# - ref: https://docs.aws.amazon.com/glue/latest/dg/add-job.html
# - ref: https://cloud.google.com/scheduler/docs/configuring/cron-job-schedules
# - ref: https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types
# custom:
#   code: COST-516
#   severity: medium
#   saving: bounded
#   since: aws 5.100, azurerm 4.80, google 7.45
#   types:
#   - aws_cloudwatch_event_rule
#   - aws_glue_crawler
#   - aws_glue_job
#   - aws_glue_trigger
#   - aws_scheduler_schedule
#   - azurerm_monitor_scheduled_query_rules_alert_v2
#   - google_cloud_scheduler_job
#   params:
#     type: object
#     properties:
#       min_interval_minutes:
#         type: object
#         description: Minutes between two runs, at least, by environment.
#         properties:
#           prod: {type: number, default: 5}
#           nonprod: {type: number, default: 60}
#       max_job_minutes:
#         type: object
#         description: Minutes that a Glue job may run before it is stopped, by environment.
#         properties:
#           prod: {type: number, default: 720}
#           nonprod: {type: number, default: 120}
#   remediation: >-
#     Run it less often, or when the event happens that it looks for; stop a job soon after the time it
#     usually takes.
package iaclint.cost.schedule_too_frequent

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"path": path,
	"message": sprintf("runs every %s, %s times a month; every %d minutes should do in %s", [
		every_so_often(minutes),
		lib.grouped(43800 / minutes),
		input.params.min_interval_minutes[lib.band],
		lib.band_name,
	]),
	"rests_on": [path, "state", "is_enabled", "paused", "enabled"],
} if {
	some path, minutes in intervals
	minutes < input.params.min_interval_minutes[lib.band]
	not stopped
}

every_so_often(minutes) := "minute" if minutes == 1

every_so_often(minutes) := sprintf("%d minutes", [minutes]) if minutes > 1

stopped if input.resource.values.state == "DISABLED"

stopped if input.resource.values.is_enabled == false

stopped if input.resource.values.paused == true

stopped if input.resource.values.enabled == false

intervals["schedule_expression"] := interval(input.resource.values.schedule_expression)

intervals["schedule"] := interval(input.resource.values.schedule)

intervals["evaluation_frequency"] := to_number(minutes) if {
	found := regex.find_all_string_submatch_n(`^PT([0-9]+)M$`, input.resource.values.evaluation_frequency, 1)
	minutes := found[0][1]
}

# interval is the time between two runs in minutes, 60 and more as 60:
# rate(5 minutes), cron(0/5 * ...) of AWS, and */5 * ... of Unix.
interval(text) := to_number(split(trim_prefix(text, "rate("), " ")[0]) if {
	startswith(text, "rate(")
	contains(text, " minute")
}

interval(text) := within_the_hour(fields[0]) if {
	not startswith(text, "rate(")
	fields := split(trim_suffix(trim_prefix(text, "cron("), ")"), " ")
	count(fields) >= 5
}

within_the_hour(field) := 1 if field == "*"

within_the_hour(field) := to_number(split(field, "/")[1]) if regex.match(`^[0-9*-]+/[0-9]+$`, field)

# 0,15,30,45: as often as there are commas, and once more.
within_the_hour(field) := floor(60 / count(split(field, ","))) if regex.match(`^[0-9]+(,[0-9]+)+$`, field)

findings contains {
	"path": "timeout",
	"message": sprintf("may run for %s minutes%s%s; %d should do in %s", [
		lib.grouped(limit.minutes),
		limit.why,
		workers,
		input.params.max_job_minutes[lib.band],
		lib.band_name,
	]),
	"change": {"timeout": input.params.max_job_minutes[lib.band]},
	"rests_on": ["timeout", "command.name", "glue_version"],
} if {
	input.resource.type == "aws_glue_job"
	not streams
	limit.minutes > input.params.max_job_minutes[lib.band]
}

# A job on a stream is meant to run on.
streams if input.resource.values.command[_].name == "gluestreaming"

# Two days when nothing is said; eight hours from Glue 5 on.
default limit := {"minutes": 2880, "why": ", the default"}

limit := {"minutes": 480, "why": ", the default"} if {
	not input.resource.values.timeout
	to_number(input.resource.values.glue_version) >= 5
}

limit := {"minutes": input.resource.values.timeout, "why": ""} if input.resource.values.timeout > 0

default workers := ""

workers := sprintf(", on %s", [figures.plural(input.resource.values.number_of_workers, "worker")]) if {
	input.resource.values.number_of_workers > 0
}
