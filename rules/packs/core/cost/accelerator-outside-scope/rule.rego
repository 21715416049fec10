# METADATA
# title: Accelerator outside the environments it is allowed in
# description: >-
#   A machine with a GPU costs ten times one without, and it costs that while it waits. Outside the
#   environments that serve with it, an accelerator belongs to a job that ends.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_hardware_a5.html
# custom:
#   code: COST-111
#   severity: high
#   saving: exact
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_instance
#   - aws_launch_template
#   - aws_launch_configuration
#   - aws_eks_node_group
#   - aws_emr_cluster
#   - azurerm_linux_virtual_machine
#   - azurerm_windows_virtual_machine
#   - azurerm_linux_virtual_machine_scale_set
#   - azurerm_windows_virtual_machine_scale_set
#   - azurerm_kubernetes_cluster_node_pool
#   - google_compute_instance
#   - google_compute_instance_template
#   - google_compute_region_instance_template
#   - google_container_node_pool
#   params:
#     type: object
#     properties:
#       allowed_env:
#         type: array
#         description: Environments (prod, nonprod) that may have accelerators.
#         items: {type: string}
#         default: [prod]
#       allowed_families:
#         type: array
#         description: Globs of machine and accelerator types that may be used; empty for all.
#         items: {type: string}
#         default: []
#   remediation: >-
#     Use a smaller accelerator, spot capacity, or a job that starts the machine and ends it.
#   when_not: >-
#     The environment trains or serves models as its purpose; then name it in the parameters or
#     ignore the finding with that reason.
package iaclint.cost.accelerator_outside_scope

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.machine

findings contains {
	"path": path,
	"message": sprintf("%s %s%s", [accelerator.what, objection, lib.a_month]),
	"rests_on": [path],
} if {
	some path, accelerator in accelerators
	objection := objections(accelerator.family)
}

# An environment nobody named is neither inside nor outside the scope.
objections(_) := sprintf("in %s", [lib.band_name]) if {
	input.resource.env in {"prod", "nonprod"}
	not input.resource.env in input.params.allowed_env
}

objections(family) := "is of a family the team does not use" if {
	input.resource.env in input.params.allowed_env
	count(input.params.allowed_families) > 0
	every pattern in input.params.allowed_families {
		not glob.match(pattern, null, family)
	}
}

accelerators[path] := {
	"family": now,
	"what": sprintf("%s with %s", [now, figures.plural(input.resource.machine.gpu, "GPU")]),
} if {
	input.resource.machine.gpu > 0
	some path, now in machine.named
}

accelerators["guest_accelerator"] := {
	"family": input.resource.values.guest_accelerator[0].type,
	"what": attached(
		input.resource.values.guest_accelerator[0].count,
		input.resource.values.guest_accelerator[0].type,
	),
}

accelerators["node_config.guest_accelerator"] := {
	"family": input.resource.values.node_config[0].guest_accelerator[0].type,
	"what": attached(
		input.resource.values.node_config[0].guest_accelerator[0].count,
		input.resource.values.node_config[0].guest_accelerator[0].type,
	),
}

attached(count, type) := sprintf("%v × %s", [count, type]) if count > 0
