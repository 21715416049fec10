# METADATA
# title: gp2 volume
# description: >-
#   Acme's images are made for gp3 volumes, and its alerts watch their throughput. A gp2 volume
#   costs more, and nobody is told when it runs out of credits.
# custom:
#   severity: high
#   types: [aws_ebs_volume]
#   params:
#     type: object
#     properties:
#       max_size: {type: number, default: 0, minimum: 0, description: GB up to which gp2 is let pass.}
#   remediation: Set the type to gp3. The change is made in place, without detaching the volume.
#   when_not: The volume belongs to a product of a vendor that supports gp2 only.
package iacpack.acme.cost.no_gp2_here

findings contains {
	"path": "type",
	"message": sprintf("%d GB on gp2", [input.resource.values.size]),
	"change": {"type": "gp3"},
} if {
	input.resource.values.type == "gp2"
	input.resource.values.size > input.params.max_size
}
