package iaclint.cost.provisioned_table_without_autoscaling_test

import data.iaclint.cost.provisioned_table_without_autoscaling as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": [], "referenced_by": []},
	"params": {"assumed_utilisation": 0.3},
}

table(values) := resource("aws_dynamodb_table", values)

test_a_fixed_table if {
	found := rule.findings with input as table({
		"billing_mode": "PROVISIONED", "read_capacity": 100, "write_capacity": 20,
	})
	found == {{
		"path": "read_capacity",
		"message": "100 read and 20 write units, fixed; at 30 % use, 52 would do",
		"change": {"read_capacity": 43, "write_capacity": 9},
		"rests_on": ["billing_mode", "read_capacity", "write_capacity", "referenced_by"],
	}}
}

test_the_mode_may_be_left_out if {
	count(rule.findings) == 1 with input as table({"read_capacity": 10, "write_capacity": 10})
}

test_a_table_that_scales if {
	count(rule.findings) == 0 with input as object.union(
		table({"read_capacity": 10, "write_capacity": 10}),
		{"resource": {"referenced_by": [{"address": "x.y", "type": "aws_appautoscaling_target"}]}},
	)
}

test_a_table_paid_by_the_request if {
	count(rule.findings) == 0 with input as table({"billing_mode": "PAY_PER_REQUEST"})
}

test_a_table_of_one_unit if {
	count(rule.findings) == 0 with input as table({"read_capacity": 1, "write_capacity": 1})
}

test_a_mode_known_only_after_apply if {
	found := rule.findings with input as object.union(
		table({"read_capacity": 10, "write_capacity": 10}),
		{"resource": {"unknown": ["billing_mode"]}},
	)
	every f in found {
		"billing_mode" in f.rests_on
	}
}

test_a_container if {
	found := rule.findings with input as resource("azurerm_cosmosdb_sql_container", {"throughput": 4000})
	[f.change | some f in found] == [{"throughput": 1800}]
}

test_a_container_that_scales if {
	count(rule.findings) == 0 with input as resource(
		"azurerm_cosmosdb_sql_container",
		{"throughput": 4000, "autoscale_settings": [{"max_throughput": 4000}]},
	)
}

test_a_bigtable_cluster if {
	found := rule.findings with input as resource("google_bigtable_instance", {"cluster": [{"num_nodes": 5}]})
	[f.change | some f in found] == [{"cluster.num_nodes": 3}]
}

test_a_bigtable_cluster_that_scales if {
	count(rule.findings) == 0 with input as resource(
		"google_bigtable_instance",
		{"cluster": [{"num_nodes": 5, "autoscaling_config": [{"min_nodes": 1}]}]},
	)
}

test_spanner_nodes if {
	found := rule.findings with input as resource("google_spanner_instance", {"num_nodes": 4})
	[f.change | some f in found] == [{"num_nodes": 2}]
}

test_spanner_units if {
	found := rule.findings with input as resource("google_spanner_instance", {"processing_units": 5000})
	[f.change | some f in found] == [{"processing_units": 3000}]
}

test_spanner_that_scales if {
	count(rule.findings) == 0 with input as resource(
		"google_spanner_instance",
		{"num_nodes": 4, "autoscaling_config": [{"autoscaling_limits": [{"min_nodes": 1}]}]},
	)
}

test_the_mode_may_be_null if {
	count(rule.findings) == 1 with input as table({"billing_mode": null, "read_capacity": 10, "write_capacity": 10})
	count(rule.findings) == 0 with input as table({"billing_mode": "PAY_PER_REQUEST", "read_capacity": 10, "write_capacity": 10})
}

test_other_types_with_capacities if {
	count(rule.findings) == 0 with input as resource("aws_dynamodb_global_table", {"read_capacity": 10, "write_capacity": 10})
}

test_what_points_to_it_need_not_scale_it if {
	count(rule.findings) == 1 with input as object.union(
		table({"read_capacity": 10, "write_capacity": 10}),
		{"resource": {"referenced_by": [{"address": "x.y", "type": "aws_iam_role_policy"}]}},
	)
}

test_the_least_there_is if {
	every values in [
		{"throughput": 400}, {"cluster": [{"num_nodes": 1}]}, {"num_nodes": 1}, {"processing_units": 1000},
	] {
		count(rule.findings) == 0 with input as resource("x_y", values)
	}
	every values in [
		{"throughput": 500}, {"cluster": [{"num_nodes": 2}]}, {"num_nodes": 2}, {"processing_units": 2000},
	] {
		count(rule.findings) == 1 with input as resource("x_y", values)
	}
}

paths(values) := {f.path | some f in findings} if {
	findings := rule.findings with input as resource("google_spanner_instance", values)
}

test_processing_units_beside_nodes if {
	paths({"num_nodes": 2, "processing_units": 2000}) == {"num_nodes"}
	paths({"num_nodes": 1, "processing_units": 2000}) == {"processing_units"}
	paths({"processing_units": 2000, "autoscaling_config": [{}]}) == set()
}
