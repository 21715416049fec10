# METADATA
# title: Function with more memory or time than most need
# description: >-
#   A function is billed by memory and time. One that was given a great deal of memory to be on the safe side pays for
#   it at each call, and a long timeout is how long a call that hangs is paid for. From 1,769 MB on a function of Lambda
#   has a whole vCPU, and more memory makes few of them faster.
# related_resources:
# - ref: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
# - ref: https://cloud.google.com/functions/docs/configuring/memory
# custom:
#   code: COST-504
#   severity: low
#   saving: bounded
#   since: aws 6.25, google 7.45
#   types: [aws_lambda_function, google_cloudfunctions2_function]
#   params:
#     type: object
#     properties:
#       max_memory_mb:
#         type: integer
#         description: Memory in MB that a function may have.
#         default: 1769
#       max_timeout_s:
#         type: integer
#         description: Seconds that one call may take.
#         default: 300
#   remediation: >-
#     Measure with several sizes, and set the timeout a little above what nearly all calls take.
#   when_not: >-
#     The function was measured, or works on files that have to fit into its memory.
package iaclint.cost.function_larger_than_the_norm

import data.iaclint.lib

findings contains {
	"path": path,
	"key": "memory",
	"message": sprintf("%s MB of memory; the cap is %s", [lib.grouped(mb), lib.grouped(input.params.max_memory_mb)]),
	"change": change,
	"rests_on": [path],
} if {
	some path, mb in memory
	mb > input.params.max_memory_mb
	change := capped(path)
}

findings contains {
	"path": path,
	"key": "timeout",
	"message": sprintf("a call may take %s seconds; the cap is %s", [lib.grouped(seconds), lib.grouped(input.params.max_timeout_s)]),
	"change": {path: input.params.max_timeout_s},
	"rests_on": [path],
} if {
	some path, seconds in timeouts
	seconds > input.params.max_timeout_s
}

memory["memory_size"] := input.resource.values.memory_size

# As Kubernetes writes it: 256M, 512Mi, 2G, 4Gi.
memory["service_config.available_memory"] := round(to_number(trim_right(text, "GMi")) * megabytes[unit]) if {
	text := input.resource.values.service_config[0].available_memory
	unit := trim_left(text, "0123456789.")
}

megabytes := {"M": 1, "Mi": 1.048576, "G": 1000, "Gi": 1073.741824}

capped("memory_size") := {"memory_size": input.params.max_memory_mb}

capped("service_config.available_memory") := {"service_config.available_memory": sprintf("%dM", [input.params.max_memory_mb])}

timeouts["timeout"] := input.resource.values.timeout

timeouts["service_config.timeout_seconds"] := input.resource.values.service_config[0].timeout_seconds
