package iaclint.cost.detailed_monitoring_in_nonproduction_test

import data.iaclint.cost.detailed_monitoring_in_nonproduction as rule

resource(type, values) := {"resource": {"type": type, "values": values, "unknown": []}}

test_an_instance if {
	found := rule.findings with input as resource("aws_instance", {"monitoring": true})
	found == {{
		"path": "monitoring",
		"message": "detailed monitoring in non-production",
		"change": {"monitoring": false},
		"rests_on": ["monitoring"],
	}}
	count(rule.findings) == 0 with input as resource("aws_instance", {"monitoring": false})
	count(rule.findings) == 0 with input as resource("aws_instance", {})
}

test_a_template if {
	found := rule.findings with input as resource("aws_launch_template", {"monitoring": [{"enabled": true}]})
	[f.change | some f in found] == [{"monitoring.enabled": false}]
	count(rule.findings) == 0 with input as resource("aws_launch_template", {"monitoring": [{"enabled": false}]})
	count(rule.findings) == 0 with input as resource("aws_launch_template", {})
}

test_a_configuration_has_it_by_default if {
	found := rule.findings with input as resource("aws_launch_configuration", {})
	[f.change | some f in found] == [{"enable_monitoring": false}]
	count(rule.findings) == 1 with input as resource("aws_launch_configuration", {"enable_monitoring": true})
	count(rule.findings) == 0 with input as resource("aws_launch_configuration", {"enable_monitoring": false})
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_instance", {}),
		{"resource": {"unknown": ["monitoring"]}},
	)
}

test_monitoring_of_other_types if {
	count(rule.findings) == 0 with input as {"resource": {"type": "aws_spot_fleet_request", "env": "nonprod", "values": {"monitoring": true}, "unknown": []}, "params": {}}
	count(rule.findings) == 0 with input as {"resource": {"type": "aws_spot_fleet_request", "env": "nonprod", "values": {"monitoring": [{"enabled": true}]}, "unknown": []}, "params": {}}
}
