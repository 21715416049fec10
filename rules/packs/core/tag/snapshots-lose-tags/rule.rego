# METADATA
# title: Snapshots lose the tags
# description: |
#   Snapshots and backups are billed for as long as they are kept, often longer
#   than what they were taken from, and carry its tags only when asked to. Only
#   said of a resource that has tags to hand on.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html
# - ref: https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html
# custom:
#   code: TAG-018
#   severity: low
#   types: [aws_db_instance, aws_rds_cluster, aws_neptune_cluster, aws_fsx_windows_file_system, aws_dlm_lifecycle_policy]
#   remediation: Set it to true.
#   safe_fix: true
#   since: 0.1.0
#   idea: backups are a line of the bill
package iaclint.tag.snapshots_lose_tags

findings contains {
	"path": path,
	"message": "snapshots do not get its tags",
	"change": {path: true},
	"rests_on": [path],
} if {
	some path in left_behind
	has_tags
}

has_tags if count(input.resource.tags) > 0

has_tags if count(input.resource.tags_hidden) > 0

snapshot_types := {"aws_db_instance", "aws_rds_cluster", "aws_neptune_cluster"}

left_behind contains "copy_tags_to_snapshot" if {
	input.resource.type in snapshot_types
	not input.resource.values.copy_tags_to_snapshot == true
}

left_behind contains "copy_tags_to_backups" if {
	input.resource.type == "aws_fsx_windows_file_system"
	not input.resource.values.copy_tags_to_backups == true
}

# Not said with the rest: what a policy hands on are the tags of the volumes it
# copies, whatever it is tagged itself.
findings contains {
	"path": "policy_details.schedule.copy_tags",
	"key": name,
	"message": sprintf("snapshots of schedule %q do not get the tags of their volumes", [name]),
	"rests_on": ["policy_details.schedule.copy_tags"],
} if {
	some i, j
	name := input.resource.values.policy_details[i].schedule[j].name
	not input.resource.values.policy_details[i].schedule[j].copy_tags == true
}
