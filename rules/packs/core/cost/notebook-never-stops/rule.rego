# METADATA
# title: Notebook or training machine that never stops
# description: >-
#   A notebook is used some 180 of a month's 730 hours, and its machine is often one of the dearest in
#   the account. Unless something stops it when nobody is there, all hours are paid for.
# related_resources:
# - ref: https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-lifecycle-config.html
# - ref: https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-idle-shutdown.html
# - ref: https://cloud.google.com/vertex-ai/docs/workbench/instances/idle-shutdown
# - ref: https://learn.microsoft.com/azure/machine-learning/how-to-create-attach-compute-cluster
# custom:
#   code: COST-113
#   severity: high
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_sagemaker_domain
#   - aws_sagemaker_notebook_instance
#   - azurerm_machine_learning_compute_cluster
#   - google_workbench_instance
#   params:
#     type: object
#     properties:
#       working_hours_month:
#         type: integer
#         description: Hours a month that somebody works with a notebook.
#         default: 180
#   remediation: >-
#     Stop what is idle, by a lifecycle configuration, an idle timeout, or a minimum of no nodes.
#   when_not: >-
#     When the notebook trains for days, or something outside the plan stops it.
package iaclint.cost.notebook_never_stops

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"path": "lifecycle_config_name",
	"message": sprintf("nothing stops it when it is idle: 730 hours a month for some %d of work%s", [
		input.params.working_hours_month,
		lib.a_month,
	]),
	"rests_on": ["lifecycle_config_name"],
} if {
	input.resource.type == "aws_sagemaker_notebook_instance"
	not input.resource.values.lifecycle_config_name
	count(scripts) == 0
}

# A configuration that is made in the same plan has no name yet.
scripts := object.get(input.resource.refs, "lifecycle_config_name", [])

findings contains {
	"path": "default_user_settings",
	"message": "no idle timeout: an app of Studio runs until somebody stops it",
} if {
	input.resource.type == "aws_sagemaker_domain"
	not lab_stops
	not editor_stops
}

lab_stops if {
	some i, j, k, l
	settings := input.resource.values.default_user_settings[i].jupyter_lab_app_settings[j]
	settings.app_lifecycle_management[k].idle_settings[l].lifecycle_management == "ENABLED"
}

editor_stops if {
	some i, j, k, l
	settings := input.resource.values.default_user_settings[i].code_editor_app_settings[j]
	settings.app_lifecycle_management[k].idle_settings[l].lifecycle_management == "ENABLED"
}

findings contains {
	"path": "scale_settings.min_node_count",
	"message": sprintf("keeps %s without a job%s", [figures.plural(least, "node"), lib.a_month]),
	"change": {"scale_settings.min_node_count": 0},
} if {
	least := input.resource.values.scale_settings[0].min_node_count
	least > 0
}

# Workbench stops what is idle for three hours, unless its metadata says 0 or
# nothing at all.
findings contains {
	"path": "gce_setup.metadata",
	"message": sprintf("idle shutdown is off: 730 hours a month for some %d of work%s", [
		input.params.working_hours_month,
		lib.a_month,
	]),
} if {
	input.resource.values.gce_setup[0].metadata["idle-timeout-seconds"] in {"", "0"}
}
