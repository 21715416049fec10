package iaclint.cost.io_optimised_storage_in_nonproduction_test

import data.iaclint.cost.io_optimised_storage_in_nonproduction as rule

found(type, values) := findings if {
	findings := rule.findings with input as {"resource": {"type": type, "env": "nonprod", "values": values, "unknown": []}}
}

test_aurora if {
	found("aws_rds_cluster", {"storage_type": "aurora-iopt1"}) == {{
		"path": "storage_type",
		"message": "storage aurora-iopt1 in non-production, where standard storage will do",
		"change": {"storage_type": ""},
		"rests_on": ["storage_type"],
	}}
}

test_others if {
	{f.change | some f in found("aws_docdb_cluster", {"storage_type": "iopt1"})} == {{"storage_type": "standard"}}
	{f.change | some f in found("aws_neptune_cluster", {"storage_type": "iopt1"})} == {{"storage_type": "standard"}}
}

test_standard if {
	count(found("aws_rds_cluster", {})) == 0
	count(found("aws_rds_cluster", {"storage_type": ""})) == 0
	count(found("aws_rds_cluster", {"storage_type": "io1"})) == 0
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as {"resource": {"type": "aws_rds_cluster", "env": "nonprod", "values": {}, "unknown": ["storage_type"]}}
}
