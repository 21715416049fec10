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
#       families: {type: array, description: Globs of machine types with such chips., default: ["inf*", "trn*", "ml.inf*", "ml.trn*", "ct*-hightpu-*", "ct*-ultratpu-*", "ct*-lightnetpu-*", "tpu7x-*"], items: {type: string}}
#   saving: advisory
#   since: 0.1.0
#   idea: compiled artefacts are data, too
package iaclint.lock_in.provider_only_silicon

import data.iaclint.lib
import data.iaclint.lib.machine

findings contains {
	"path": path,
	"message": sprintf("%s has chips only this provider sells%s", [now, lib.a_month]),
	"rests_on": [path],
} if {
	some path, now in chips
	is_own(now)
}

findings contains {
	"message": sprintf("TPUs are sold by this provider only%s", [lib.a_month]),
	"rests_on": [],
} if {
	startswith(input.resource.type, "google_tpu_")
}

chips[path] := now if {
	some path, now in machine.named
	is_string(now)
}

chips["production_variants.instance_type"] := input.resource.values.production_variants[0].instance_type

is_own(now) if {
	some pattern in input.params.families
	glob.match(pattern, null, now)
}
