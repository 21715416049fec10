# METADATA
# title: Function with more memory or time than most need
# description: >-
#   A function is billed by memory and time. One that was given a great deal of memory to be on the safe side pays for
#   it at each call, and a long timeout is how long a call that hangs is paid for. At 1,769 MB a function of Lambda has
#   a whole vCPU, one of Google at 2 GiB; what works on one thread is no faster with more. How long a call takes at
#   another size is not in the plan, so nothing is proposed.
# related_resources:
# - ref: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
# - ref: https://cloud.google.com/functions/docs/configuring/memory
# custom:
#   code: COST-504
#   severity: low
#   saving: advisory
#   since: aws 6.25, google 7.45
#   types: [aws_lambda_function, google_cloudfunctions2_function]
#   params:
#     type: object
#     properties:
#       max_memory_mb:
#         type: integer
#         description: Memory in MB that a function of Lambda may have.
#         default: 1769
#       max_memory_mib_google:
#         type: integer
#         description: Memory in MiB that a function of Google may have.
#         default: 2048
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
	"path": "memory_size",
	"key": "memory",
	"message": sprintf("%s MB of memory; the cap is %s", [
		lib.grouped(input.resource.values.memory_size),
		lib.grouped(input.params.max_memory_mb),
	]),
	"rests_on": ["memory_size"],
} if {
	input.resource.values.memory_size > input.params.max_memory_mb
}

findings contains {
	"path": "service_config.available_memory",
	"key": "memory",
	"message": sprintf("%s MiB of memory; the cap is %s", [
		lib.grouped(round(mebibytes)),
		lib.grouped(input.params.max_memory_mib_google),
	]),
	"rests_on": ["service_config.available_memory"],
} if {
	input.resource.type == "google_cloudfunctions2_function"
	mebibytes > input.params.max_memory_mib_google
}

# As Kubernetes writes it: 256M, 512Mi, 2G, 4Gi; a number alone is of bytes.
mebibytes := (to_number(trim_right(text, "kKMGi")) * bytes[unit]) / 1048576 if {
	text := input.resource.values.service_config[0].available_memory
	unit := trim_left(text, "0123456789.")
}

bytes := {
	"": 1,
	"k": 1000, "K": 1000, "Ki": 1024,
	"M": 1000000, "Mi": 1048576,
	"G": 1000000000, "Gi": 1073741824,
}

findings contains {
	"path": "timeout",
	"key": "timeout",
	"message": message(input.resource.values.timeout),
	"rests_on": ["timeout"],
} if {
	input.resource.values.timeout > input.params.max_timeout_s
}

findings contains {
	"path": "service_config.timeout_seconds",
	"key": "timeout",
	"message": message(seconds),
	"rests_on": ["service_config.timeout_seconds"],
} if {
	seconds := input.resource.values.service_config[0].timeout_seconds
	seconds > input.params.max_timeout_s
}

message(seconds) := sprintf("a call may take %s seconds; the cap is %s", [lib.grouped(seconds), lib.grouped(input.params.max_timeout_s)])
