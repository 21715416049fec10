package iaclint.cost.events_recorded_twice_test

import data.iaclint.cost.events_recorded_twice as rule

trail(name, region, values) := {
	"address": sprintf("aws_cloudtrail.%s", [name]), "type": "aws_cloudtrail", "region": region, "values": values,
}

found(trails) := findings if {
	findings := rule.findings with input as {
		"params": {"events_month": 1000000},
		"by_type": {"aws_cloudtrail": {"resources": trails}},
	}
}

addresses(trails) := {f.address | some f in found(trails)}

test_two_of_a_region if {
	found([trail("a", "eu-west-1", {}), trail("b", "eu-west-1", {})]) == {{
		"address": "aws_cloudtrail.b",
		"path": "event_selector",
		"key": "management",
		"message": "records the management events that aws_cloudtrail.a records: of 1,000,000 a month each is billed",
		"facts": {"first": "aws_cloudtrail.a"},
	}}
}

test_one_of_all_regions if {
	addresses([trail("a", "eu-west-1", {"is_multi_region_trail": true}), trail("b", "us-east-1", {})]) == {"aws_cloudtrail.b"}
	addresses([trail("a", "eu-west-1", {}), trail("b", "us-east-1", {"is_multi_region_trail": true})]) == {"aws_cloudtrail.b"}
	addresses([trail("a", "eu-west-1", {}), trail("b", "us-east-1", {})]) == set()
	addresses([trail("a", "eu-west-1", {})]) == set()
	everywhere := trail("z", "eu-west-1", {"is_multi_region_trail": true, "enable_logging": false})
	addresses([trail("a", "eu-west-1", {}), trail("b", "us-east-1", {}), everywhere]) == set()
}

of_data := {"event_selector": [{"include_management_events": false}]}

managing := {"advanced_event_selector": [{"field_selector": [{"field": "eventCategory", "equals": ["Management"]}]}]}

beside(values) := addresses([trail("a", "eu-west-1", {}), trail("b", "eu-west-1", values)])

test_what_records_management_events if {
	every values in [
		{"event_selector": []}, {"event_selector": [{"include_management_events": true}]}, {"event_selector": [{"read_write_type": "All"}]},
		managing, {"enable_logging": true},
	] {
		beside(values) == {"aws_cloudtrail.b"}
	}
	every values in [
		of_data, {"enable_logging": false},
		object.union(managing, {"enable_logging": false}),
		{"enable_logging": false, "event_selector": [{"include_management_events": true}]},
		{"advanced_event_selector": [{"field_selector": [{"field": "eventCategory", "equals": ["Data"]}]}]},
		{"advanced_event_selector": [{"field_selector": [{"field": "resources.type", "equals": ["Management"]}]}]},
	] {
		beside(values) == set()
	}
}

watching(kind, arn) := {"event_selector": [{"include_management_events": false, "data_resource": [{"type": kind, "values": [arn]}]}]}

test_data_events_of_all if {
	{f.message | some f in found([trail("a", "eu-west-1", watching("AWS::S3::Object", "arn:aws:s3"))])} == {"data events of every bucket: each read and write is an event"}
	addresses([trail("a", "eu-west-1", watching("AWS::Lambda::Function", "arn:aws:lambda"))]) == {"aws_cloudtrail.a"}
	addresses([trail("a", "eu-west-1", watching("AWS::S3::Object", "arn:aws:s3:::ledger/"))]) == set()
	addresses([trail("a", "eu-west-1", watching("AWS::Other", "arn:aws:s3"))]) == set()
	addresses([trail("a", "eu-west-1", object.union(watching("AWS::S3::Object", "arn:aws:s3"), {"enable_logging": false}))]) == set()
}
