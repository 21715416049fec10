package iaclint.cost.disaster_recovery_in_nonproduction_test

import data.iaclint.cost.disaster_recovery_in_nonproduction as rule

found(type, values) := findings if {
	findings := rule.findings with input as {"resource": {"type": type, "env": "nonprod", "values": values, "unknown": []}}
}

test_things_that_are_nothing_else if {
	found("aws_rds_global_cluster", {}) == {{
		"message": "a cluster that spans regions in non-production",
		"remove": true,
		"rests_on": [],
	}}
	every type in ["aws_db_instance_automated_backups_replication", "azurerm_mssql_failover_group", "azurerm_site_recovery_replicated_vm"] {
		count(found(type, {})) == 1
	}
}

test_backup_plans if {
	{f.message | some f in found("aws_backup_plan", {"rule": [{"copy_action": []}, {"copy_action": [{}]}]})} == {"backups copied to another vault in non-production"}
	count(found("aws_backup_plan", {"rule": [{"copy_action": []}]})) == 0
	count(found("aws_backup_plan", {"rule": [{"rule_name": "daily"}]})) == 0
}

test_other_types if count(found("aws_rds_cluster", {})) == 0

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as {"resource": {"type": "aws_backup_plan", "env": "nonprod", "values": {}, "unknown": ["rule"]}}
}

test_copies_of_other_types if {
	count(rule.findings) == 0 with input as {"resource": {"type": "aws_dlm_lifecycle_policy", "env": "nonprod", "values": {"rule": [{"copy_action": [{}]}]}, "unknown": [], "referenced_by": []}, "params": {}}
}
