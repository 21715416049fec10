# METADATA
# title: Big-data cluster that never ends
# description: >-
#   A cluster for jobs costs its full price between jobs. Left to itself it runs on over the weekend after
#   the last query.
# related_resources:
# - ref: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-auto-termination-policy.html
# - ref: https://cloud.google.com/dataproc/docs/concepts/configuring-clusters/scheduled-deletion
# custom:
#   code: COST-122
#   severity: high
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types: [aws_emr_cluster, azurerm_synapse_spark_pool, databricks_cluster, google_dataproc_cluster]
#   params:
#     type: object
#     properties:
#       idle_share:
#         type: number
#         description: Share of the time in which a cluster has nothing to do.
#         default: 0.5
#       max_idle_minutes:
#         type: integer
#         description: Minutes without work after which a cluster should end.
#         default: 30
#   remediation: >-
#     Let it end when idle, or start it for each job; serverless jobs need no cluster at all.
#   when_not: >-
#     Work comes at all hours, so that it is hardly ever idle.
package iaclint.cost.cluster_never_ends

import data.iaclint.lib

findings contains {
	"path": cluster.path,
	"message": sprintf("%s%s", [cluster.why, wasted]),
	"rests_on": cluster.rests_on,
} if {
	some cluster in endless
}

default wasted := ""

wasted := sprintf(": at %d %% idle %s a month", [
	round(input.params.idle_share * 100),
	lib.money(input.resource.cost.monthly * input.params.idle_share),
]) if {
	input.resource.cost.monthly > 0
}

never := "nothing ends it when it is idle"

too_late(minutes) := sprintf("ends after %d idle minutes, where %d will do", [minutes, input.params.max_idle_minutes])

endless contains {
	"path": "auto_termination_policy",
	"why": never,
	"rests_on": ["auto_termination_policy", "keep_job_flow_alive_when_no_steps"],
} if {
	input.resource.type == "aws_emr_cluster"
	not ends_with_its_steps
	not has_policy
}

ends_with_its_steps if input.resource.values.keep_job_flow_alive_when_no_steps == false

has_policy if count(input.resource.values.auto_termination_policy) > 0

endless contains {
	"path": "auto_termination_policy.idle_timeout",
	"why": too_late(minutes),
	"rests_on": ["auto_termination_policy.idle_timeout"],
} if {
	minutes := floor(input.resource.values.auto_termination_policy[0].idle_timeout / 60)
	minutes > input.params.max_idle_minutes
}

endless contains {
	"path": "cluster_config.lifecycle_config.idle_delete_ttl",
	"why": never,
	"rests_on": ["cluster_config.lifecycle_config"],
} if {
	input.resource.type == "google_dataproc_cluster"
	not has_lifecycle
}

has_lifecycle if count(input.resource.values.cluster_config[_].lifecycle_config) > 0

endless contains {
	"path": "autotermination_minutes",
	"why": never,
	"rests_on": ["autotermination_minutes"],
} if {
	input.resource.type == "databricks_cluster"
	input.resource.values.autotermination_minutes == 0
}

endless contains {
	"path": "autotermination_minutes",
	"why": too_late(input.resource.values.autotermination_minutes),
	"rests_on": ["autotermination_minutes"],
} if {
	input.resource.values.autotermination_minutes > input.params.max_idle_minutes
}

endless contains {"path": "auto_pause", "why": never, "rests_on": ["auto_pause"]} if {
	input.resource.type == "azurerm_synapse_spark_pool"
	not pauses
}

pauses if count(input.resource.values.auto_pause) > 0

endless contains {
	"path": "auto_pause.delay_in_minutes",
	"why": too_late(input.resource.values.auto_pause[0].delay_in_minutes),
	"rests_on": ["auto_pause.delay_in_minutes"],
} if {
	input.resource.values.auto_pause[0].delay_in_minutes > input.params.max_idle_minutes
}
