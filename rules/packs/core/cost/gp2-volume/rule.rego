# METADATA
# title: Volume of type gp2
# description: >-
#   gp3 stores the same for less, and its IOPS and throughput are chosen apart from its size. The
#   proposed volume delivers at least what the size of the gp2 volume gave it.
# related_resources:
# - ref: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
# custom:
#   code: COST-201
#   severity: medium
#   saving: exact
#   safe_fix: true
#   since: aws 6.25
#   types:
#   - aws_ebs_volume
#   - aws_instance
#   - aws_launch_template
#   - aws_launch_configuration
#   - aws_db_instance
#   - aws_opensearch_domain
#   - aws_emr_cluster
#   - kubernetes_storage_class
#   - kubernetes_storage_class_v1
#   params:
#     type: object
#     properties:
#       match_baseline:
#         type: boolean
#         description: Buy the IOPS and throughput that a large gp2 volume had by its size.
#         default: true
#   remediation: >-
#     Set the type to gp3, with iops and throughput only where the volume needs more than the 3,000
#     and 125 MiB/s that are included. The change is made in place, without detaching the volume.
#   when_not: >-
#     The volume is the only copy of a boot disk that an old machine image expects as gp2, or a
#     policy of the organisation pins the type.
package iaclint.cost.gp2_volume

import data.iaclint.lib

findings contains {
	"path": volume.reads,
	"key": volume.at,
	"message": sprintf("gp2 volume%s; gp3 stores the same for less", [sized(volume)]),
	"change": {path: value |
		some name, value in on_gp3(volume)
		path := concat("", [volume.at, name])
	},
	"rests_on": [volume.reads],
} if {
	some volume in volumes
}

findings contains {
	"path": "storage_type",
	"message": "gp2 storage; the IOPS of gp3 do not hang on its size",
	"change": {"storage_type": "gp3"},
	"rests_on": ["storage_type"],
} if {
	input.resource.values.storage_type == "gp2"
}

findings contains {
	"path": "parameters.type",
	"message": "every volume of this class is gp2; gp3 stores the same for less",
	"change": {"parameters.type": "gp3"},
	"rests_on": ["parameters.type"],
} if {
	input.resource.values.parameters.type == "gp2"
}

sized(volume) := sprintf(" of %v GB", [sizes[volume.at]])

sized(volume) := "" if not sizes[volume.at]

on_gp3(volume) := object.union_n([{volume.attribute: "gp3"}, iops(volume), throughput(volume)])

default iops(_) := {}

# gp2 gives 3 IOPS per GB, 16,000 at most; gp3 includes 3,000. What the caps of
# cost/iops-above-cap leave is enough.
iops(volume) := {"iops": wanted} if {
	input.params.match_baseline
	volume.tunable
	wanted := min({3 * sizes[volume.at], 16000} | cap("max_iops"))
	wanted > 3000
}

default throughput(_) := {}

# From 334 GB on gp2 gives 250 MiB/s at any time; gp3 includes 125.
throughput(volume) := {"throughput": wanted} if {
	input.params.match_baseline
	volume.tunable
	sizes[volume.at] >= 334
	wanted := min({250} | cap("max_throughput_mibps"))
	wanted > 125
}

cap(name) := {most | most := data.iaclint.params["cost/iops-above-cap"][name][lib.band]}

volumes contains {"at": "", "attribute": "type", "reads": "type", "tunable": true} if {
	input.resource.type == "aws_ebs_volume"
	volume_type == "gp2"
}

default volume_type := "gp2"

volume_type := input.resource.values.type if input.resource.values.type != null

volumes contains {
	"at": "root_block_device.",
	"attribute": "volume_type",
	"reads": "root_block_device.volume_type",
	"tunable": true,
} if {
	input.resource.values.root_block_device[0].volume_type == "gp2"
}

volumes contains {
	"at": nth("ebs_block_device", i),
	"attribute": "volume_type",
	"reads": "ebs_block_device.volume_type",
	"tunable": true,
} if {
	input.resource.values.ebs_block_device[i].volume_type == "gp2"
}

volumes contains {
	"at": concat("", [nth("block_device_mappings", i), "ebs."]),
	"attribute": "volume_type",
	"reads": "block_device_mappings.ebs.volume_type",
	"tunable": true,
} if {
	input.resource.values.block_device_mappings[i].ebs[0].volume_type == "gp2"
}

volumes contains {
	"at": "ebs_options.",
	"attribute": "volume_type",
	"reads": "ebs_options.volume_type",
	"tunable": true,
} if {
	input.resource.values.ebs_options[0].volume_type == "gp2"
}

volumes contains {
	"at": concat("", ["core_instance_group.", nth("ebs_config", i)]),
	"attribute": "type",
	"reads": "core_instance_group.ebs_config.type",
	"tunable": false,
} if {
	input.resource.values.core_instance_group[0].ebs_config[i].type == "gp2"
}

sizes[""] := input.resource.values.size

sizes["root_block_device."] := input.resource.values.root_block_device[0].volume_size

sizes[at] := size if {
	size := input.resource.values.ebs_block_device[i].volume_size
	at := nth("ebs_block_device", i)
}

sizes[at] := size if {
	size := input.resource.values.block_device_mappings[i].ebs[0].volume_size
	at := concat("", [nth("block_device_mappings", i), "ebs."])
}

sizes["ebs_options."] := input.resource.values.ebs_options[0].volume_size

sizes[at] := size if {
	size := input.resource.values.core_instance_group[0].ebs_config[i].size
	at := concat("", ["core_instance_group.", nth("ebs_config", i)])
}

# A path without an index means the first of a list.
nth(block, 0) := sprintf("%s.", [block])

nth(block, i) := sprintf("%s.%d.", [block, i]) if i > 0
