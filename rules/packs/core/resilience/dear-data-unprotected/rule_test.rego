package iaclint.resilience.dear_data_unprotected_test

import data.iaclint.resilience.dear_data_unprotected

resource(type, monthly, values) := {"params": {"min_usd_month": 200}, "resource": {"type": type, "env": "prod", "values": values, "cost": {"status": "priced", "monthly": monthly}}}

found(given) := findings if {
	findings := dear_data_unprotected.findings with input as given
}

test_fails if {
	found(resource("aws_db_instance", 850, {"deletion_protection": false, "skip_final_snapshot": true})) == {{
		"path": "deletion_protection", "message": "$850.00 a month of production data has no deletion protection and no final snapshot",
		"change": {"deletion_protection": true, "skip_final_snapshot": false},
		"rests_on": ["cost.monthly", "deletion_protection", "skip_final_snapshot"],
	}}
	{finding.path | some finding in found(resource("aws_dynamodb_table", 850, {}))} == {"deletion_protection_enabled"}
	{finding.path | some finding in found(resource("google_sql_database_instance", 850, {"deletion_protection": false}))} == {"deletion_protection"}
}

test_fails_on_a_cluster_at_any_price if {
	cluster := {"params": {"min_usd_month": 200}, "resource": {"type": "aws_rds_cluster", "values": {"deletion_protection": false, "skip_final_snapshot": false}, "cost": {"status": "usage"}}}
	{[finding.message, finding.rests_on] | some finding in found(cluster)} == {["production cluster has no deletion protection", ["deletion_protection"]]}
}

test_fails_on_a_bucket_at_any_price if {
	{finding.path | some finding in found({"params": {"min_usd_month": 200}, "resource": {"type": "aws_s3_bucket", "values": {"force_destroy": true}}})} == {"force_destroy"}
}

test_passes if {
	found(resource("aws_db_instance", 850, {"deletion_protection": true, "skip_final_snapshot": false})) == set()
	found(resource("google_sql_database_instance", 850, {})) == set()
	found(resource("aws_s3_bucket", 850, {"force_destroy": false})) == set()
}

test_passes_what_is_cheap if found(resource("aws_db_instance", 20, {"deletion_protection": false})) == set()

# Without a price nobody can say whether it is dear: silence, which the engine makes unknown.
test_silent_without_a_price if {
	found({"params": {"min_usd_month": 200}, "resource": {"type": "aws_db_instance", "values": {"deletion_protection": false}, "cost": {"status": "gap"}}}) == set()
}

test_what_belongs_to_other_types if {
	found(resource("aws_cloudtrail", 850, {"force_destroy": true})) == set()
	found(resource("aws_dynamodb_table", 850, {"deletion_protection_enabled": true})) == set()
	found(resource("aws_redshift_cluster", 850, {"skip_final_snapshot": true})) == set()
	found(resource("google_bigtable_instance", 850, {"deletion_protection": false})) == set()
}

# A cluster costs what its members do: its price is no measure, and it is said once.
test_a_cluster_is_told_once if {
	count(found(resource("aws_rds_cluster", 850, {"deletion_protection": false, "skip_final_snapshot": false}))) == 1
}
