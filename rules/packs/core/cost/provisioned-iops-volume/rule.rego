# METADATA
# title: Provisioned-IOPS volume within the reach of gp3
# description: >-
#   io1 and io2 charge for every IOPS and more for every GB. gp3 delivers the same figures for less
#   up to its limits; what it does not have is latency below a millisecond and several hosts at once.
# related_resources:
# - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html
# custom:
#   code: COST-202
#   severity: medium
#   saving: exact
#   saving_required: true
#   since: aws 6.25
#   types: [aws_ebs_volume, aws_instance, aws_db_instance]
#   params:
#     type: object
#     properties:
#       gp3_limits:
#         type: object
#         description: What one gp3 volume can do at most (limits of September 2025).
#         properties:
#           iops: {type: integer, default: 80000}
#           iops_per_gb: {type: integer, default: 500}
#           throughput: {type: integer, default: 2000}
#           size_gb: {type: integer, default: 65536}
#           database_iops: {type: integer, default: 64000}
#       keep_tag:
#         type: string
#         description: Tag ("key" or "key=value") of volumes that need what only io1 and io2 have.
#         default: provisioned-iops-reason
#   remediation: >-
#     Use gp3 with the same iops and throughput, unless the workload was measured to need latency below
#     a millisecond, or the volume is attached to several machines.
#   when_not: >-
#     The workload was measured to need latency below a millisecond, or the volume is attached to
#     several machines.
package iaclint.cost.provisioned_iops_volume

import data.iaclint.lib

findings contains {
	"path": concat("", [volume.block, volume.attribute]),
	"key": volume.at,
	"message": sprintf("%s volume with %s IOPS, which gp3 delivers too", [volume.type, lib.grouped(volume.iops)]),
	"change": {path: value |
		some name, value in on_gp3(volume)
		path := concat("", [volume.at, name])
	},
} if {
	some volume in volumes
	within_reach(volume)
	not lib.tagged(input.params.keep_tag)
}

findings contains {
	"path": "storage_type",
	"message": sprintf("%s storage with %s IOPS, which gp3 delivers too", [storage_type, lib.grouped(iops)]),
	"change": {"storage_type": "gp3", "iops": database_iops(iops)},
	"rests_on": ["storage_type", "iops", "allocated_storage", "engine"],
} if {
	storage_type := input.resource.values.storage_type
	storage_type in provisioned
	iops := input.resource.values.iops
	input.resource.values.engine in {"mysql", "mariadb", "postgres"}
	iops <= reach_of_database
	not lib.tagged(input.params.keep_tag)
}

provisioned := {"io1", "io2"}

within_reach(volume) if {
	not volume.shared
	volume.iops <= input.params.gp3_limits.iops
	volume.iops <= max([3000, volume.size * input.params.gp3_limits.iops_per_gb])
	volume.size <= input.params.gp3_limits.size_gb
}

# 256 KiB an operation is what io1 and io2 move at most, up to 1,000 MiB/s.
on_gp3(volume) := {
	volume.attribute: "gp3",
	"iops": max([3000, volume.iops]),
	"throughput": max([125, min({1000, floor(volume.iops / 4), input.params.gp3_limits.throughput} | cap)]),
}

# What cost/iops-above-cap leaves in the environment is enough.
cap := {most | most := data.iaclint.params["cost/iops-above-cap"].max_throughput_mibps[lib.band]}

# RDS includes 3,000 IOPS below 400 GB and lets none be added there; from then
# on 12,000 are included.
reach_of_database := 3000 if input.resource.values.allocated_storage < 400

reach_of_database := input.params.gp3_limits.database_iops if input.resource.values.allocated_storage >= 400

database_iops(iops) := null if iops <= 12000

database_iops(iops) := iops if iops > 12000

volumes contains {
	"at": "", "block": "", "attribute": "type",
	"type": input.resource.values.type,
	"iops": input.resource.values.iops,
	"size": input.resource.values.size,
	"shared": multi_attached,
} if {
	input.resource.type == "aws_ebs_volume"
	input.resource.values.type in provisioned
}

default multi_attached := false

multi_attached if input.resource.values.multi_attach_enabled == true

volumes contains {
	"at": "root_block_device.", "block": "root_block_device.", "attribute": "volume_type",
	"type": input.resource.values.root_block_device[0].volume_type,
	"iops": input.resource.values.root_block_device[0].iops,
	"size": input.resource.values.root_block_device[0].volume_size,
	"shared": false,
} if {
	input.resource.values.root_block_device[0].volume_type in provisioned
}

volumes contains {
	"at": nth("ebs_block_device", i), "block": "ebs_block_device.", "attribute": "volume_type",
	"type": input.resource.values.ebs_block_device[i].volume_type,
	"iops": input.resource.values.ebs_block_device[i].iops,
	"size": input.resource.values.ebs_block_device[i].volume_size,
	"shared": false,
} if {
	input.resource.values.ebs_block_device[i].volume_type in provisioned
}

# A path without an index means the first of a list.
nth(block, 0) := sprintf("%s.", [block])

nth(block, i) := sprintf("%s.%d.", [block, i]) if i > 0
