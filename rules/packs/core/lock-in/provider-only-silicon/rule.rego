# METADATA
# title: Silicon only one provider has
# description: |
#   A model compiled for Inferentia, Trainium or a TPU runs nowhere else. That
#   is often worth its price; what makes it hard to leave is when nobody keeps
#   a build for GPUs or CPUs any more. Machines of their own are graded in
#   lock-in/lock-in-above-threshold too; pools and endpoints only here.
# related_resources:
# - ref: https://awsdocs-neuron.readthedocs-hosted.com/
# - ref: https://openxla.org/
# custom:
#   code: LOCK-016
#   severity: info
#   types:
#   - aws_eks_node_group
#   - aws_instance
#   - aws_launch_template
#   - aws_sagemaker_endpoint_configuration
#   - google_container_node_pool
#   - google_tpu_node
#   - google_tpu_v2_queued_resource
#   - google_tpu_v2_vm
#   remediation: Keep a build of the model for GPUs or CPUs, and run it in tests.
#   params:
#     type: object
#     properties:
#       prefixes: {type: array, description: What names of machine types with such chips begin with., default: [inf, trn, ml.inf, ml.trn, ct4p, ct5lp, ct5p, ct6e, tpu7x], items: {type: string}}
#   saving: advisory
#   since: 0.1.0
#   idea: compiled artefacts are data, too
package iaclint.lock_in.provider_only_silicon

import data.iaclint.lib

findings contains {
	"path": path,
	"message": sprintf("%s has chips only this provider sells%s", [now, lib.a_month]),
	"rests_on": [path],
} if {
	some path, now in machines
}

findings contains {
	"message": sprintf("TPUs are sold by this provider only%s", [lib.a_month]),
	"rests_on": [],
} if {
	startswith(input.resource.type, "google_tpu_")
}

# Machines with such chips. Each attribute is compared where it is read, so that
# most resources are told without asking further.
machines["instance_type"] := input.resource.values.instance_type if {
	some prefix in input.params.prefixes
	startswith(input.resource.values.instance_type, prefix)
}

machines["instance_types"] := input.resource.values.instance_types[0] if {
	some prefix in input.params.prefixes
	startswith(input.resource.values.instance_types[0], prefix)
}

machines["node_config.machine_type"] := input.resource.values.node_config[0].machine_type if {
	some prefix in input.params.prefixes
	startswith(input.resource.values.node_config[0].machine_type, prefix)
}

machines["production_variants.instance_type"] := input.resource.values.production_variants[0].instance_type if {
	some prefix in input.params.prefixes
	startswith(input.resource.values.production_variants[0].instance_type, prefix)
}
