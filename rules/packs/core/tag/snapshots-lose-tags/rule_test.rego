package iaclint.tag.snapshots_lose_tags_test

import data.iaclint.tag.snapshots_lose_tags

found(type, tags, values) := findings if {
	findings := snapshots_lose_tags.findings with input as {"resource": {"type": type, "tags": tags, "tags_hidden": [], "values": values}}
}

test_fails if {
	found("aws_db_instance", {"owner": "x"}, {"copy_tags_to_snapshot": false}) == {{
		"path": "copy_tags_to_snapshot", "message": "snapshots do not get its tags",
		"change": {"copy_tags_to_snapshot": true}, "rests_on": ["copy_tags_to_snapshot"],
	}}
	{finding.path | some finding in found("aws_fsx_windows_file_system", {"owner": "x"}, {})} == {"copy_tags_to_backups"}
}

test_fails_per_schedule if {
	schedules := [{"name": "daily", "copy_tags": false}, {"name": "weekly", "copy_tags": true}]
	{finding.message | some finding in found("aws_dlm_lifecycle_policy", {}, {"policy_details": [{"schedule": schedules}]})} == {`snapshots of schedule "daily" do not get the tags of their volumes`}
}

test_passes if {
	found("aws_rds_cluster", {"owner": "x"}, {"copy_tags_to_snapshot": true}) == set()
	found("aws_dlm_lifecycle_policy", {"owner": "x"}, {"policy_details": [{"schedule": [{"name": "daily", "copy_tags": true}]}]}) == set()
}

test_passes_with_no_tags_to_hand_on if found("aws_db_instance", {}, {"copy_tags_to_snapshot": false}) == set()

# A value known only after apply is absent: the finding names it, and the engine makes it unknown.
test_unknown_rests_on_the_one_value if {
	{finding.rests_on | some finding in found("aws_db_instance", {"owner": "x"}, {})} == {["copy_tags_to_snapshot"]}
}

test_backups_that_keep_them if {
	not snapshots_lose_tags.left_behind.copy_tags_to_backups with input as {"resource": {"type": "aws_fsx_windows_file_system", "values": {"copy_tags_to_backups": true}}}
}
