package iaclint.cost.events_recorded_twice_test

import data.iaclint.cost.events_recorded_twice as rule

trail(name, region, values) := {
	"address": sprintf("aws_cloudtrail.%s", [name]), "type": "aws_cloudtrail", "region": region, "values": values,
}

one := [{"key": "aws", "name": "aws"}, {"key": "google", "name": "google"}]

found(trails) := of_providers(trails, one)

of_providers(trails, providers) := findings if {
	findings := rule.findings with input as {
		"params": {"data_events": true},
		"providers": providers,
		"by_type": {"aws_cloudtrail": {"resources": trails}},
	}
}

addresses(trails) := {f.address | some f in found(trails)}

test_two_of_a_region if {
	found([trail("a", "eu-west-1", {}), trail("b", "eu-west-1", {})]) == {{
		"address": "aws_cloudtrail.b",
		"path": "event_selector",
		"key": "management",
		"message": "records management events that another trail records: each copy after the first is billed",
	}}
}

wide := {"is_multi_region_trail": true}

test_one_of_all_regions if {
	addresses([trail("a", "eu-west-1", wide), trail("b", "us-east-1", {})]) == {"aws_cloudtrail.b"}
	addresses([trail("a", "eu-west-1", {}), trail("b", "us-east-1", {})]) == set()
	addresses([trail("a", "eu-west-1", {})]) == set()
	everywhere := trail("z", "eu-west-1", {"is_multi_region_trail": true, "enable_logging": false})
	addresses([trail("a", "eu-west-1", {}), trail("b", "us-east-1", {}), everywhere]) == set()
}

test_the_wider_is_kept if {
	addresses([trail("a", "eu-west-1", {}), trail("b", "us-east-1", wide)]) == {"aws_cloudtrail.a"}
	addresses([trail("a", "eu-west-1", wide), trail("b", "us-east-1", wide)]) == {"aws_cloudtrail.b"}
	addresses([trail("a", "eu-west-1", {}), trail("b", "eu-west-1", {}), trail("c", "eu-west-1", wide)]) == {"aws_cloudtrail.a", "aws_cloudtrail.b"}
	count(found([trail("a", "eu-west-1", {}), trail("b", "eu-west-1", {}), trail("c", "eu-west-1", wide)])) == 2
}

several := [{"key": "aws", "name": "aws"}, {"key": "aws.audit", "name": "aws"}]

test_several_accounts_perhaps if {
	verdicts([trail("a", "eu-west-1", {}), trail("b", "eu-west-1", {})]) == ["unknown"]
	every whose in [[{"is_organization_trail": true}, {}], [{}, {"is_organization_trail": true}]] {
		verdicts([trail("a", "eu-west-1", whose[0]), trail("b", "eu-west-1", whose[1])]) == ["fail"]
	}
}

verdicts(trails) := [object.get(f, "verdict", "fail") | some f in of_providers(trails, several)]

of_data := {"event_selector": [{"include_management_events": false}]}

managing := {"advanced_event_selector": [{"field_selector": [{"field": "eventCategory", "equals": ["Management"]}]}]}

advanced(read_only) := {"advanced_event_selector": [{"field_selector": [
	{"field": "eventCategory", "equals": ["Management"]},
	{"field": "readOnly", "equals": [read_only]},
]}]}

beside(values) := addresses([trail("a", "eu-west-1", {}), trail("b", "eu-west-1", values)])

test_what_records_management_events if {
	every values in [
		{"event_selector": []}, {"event_selector": [{"include_management_events": true}]}, {"event_selector": [{"read_write_type": "All"}]},
		managing, other_fields, {"enable_logging": true},
	] {
		beside(values) == {"aws_cloudtrail.b"}
	}
	every values in [
		of_data, {"enable_logging": false},
		{"event_selector": [{"read_write_type": "ReadOnly"}]}, {"event_selector": [{"read_write_type": "WriteOnly"}]},
		advanced("true"), advanced("false"),
		object.union(managing, {"enable_logging": false}),
		{"enable_logging": false, "event_selector": [{"include_management_events": true}]},
		{"advanced_event_selector": [{"field_selector": [{"field": "eventCategory", "equals": ["Data"]}]}]},
		{"advanced_event_selector": [{"field_selector": [{"field": "resources.type", "equals": ["Management"]}]}]},
	] {
		beside(values) == set()
	}
}

other_fields := {"advanced_event_selector": [{"field_selector": [
	{"field": "eventCategory", "equals": ["Management"]},
	{"field": "sessionCredentialFromConsole", "equals": ["true", "false"]},
]}]}

watching(kind, arn) := {"event_selector": [{"include_management_events": false, "data_resource": [{"type": kind, "values": [arn]}]}]}

test_data_events_of_all if {
	found([trail("a", "eu-west-1", watching("AWS::S3::Object", "arn:aws:s3"))]) == {{
		"address": "aws_cloudtrail.a",
		"path": "event_selector.data_resource",
		"key": "AWS::S3::Object",
		"message": "data events of every bucket: each read and write is an event",
	}}
	addresses([trail("a", "eu-west-1", watching("AWS::S3::Object", "arn:aws-us-gov:s3:::"))]) == {"aws_cloudtrail.a"}
	addresses([trail("a", "eu-west-1", watching("AWS::Lambda::Function", "arn:aws:lambda"))]) == {"aws_cloudtrail.a"}
	addresses([trail("a", "eu-west-1", watching("AWS::S3::Object", "arn:aws:s3:::ledger/"))]) == set()
	addresses([trail("a", "eu-west-1", watching("AWS::Other", "arn:aws:s3"))]) == set()
	addresses([trail("a", "eu-west-1", object.union(watching("AWS::S3::Object", "arn:aws:s3"), {"enable_logging": false}))]) == set()
}

choosing(fields) := {"advanced_event_selector": [{"field_selector": array.concat([{"field": "eventCategory", "equals": ["Data"]}], fields)}]}

of_tables := {"field": "resources.type", "equals": ["AWS::DynamoDB::Table"]}

test_data_events_of_all_by_fields if {
	found([trail("a", "eu-west-1", choosing([of_tables]))]) == {{
		"address": "aws_cloudtrail.a",
		"path": "advanced_event_selector.field_selector",
		"key": "AWS::DynamoDB::Table",
		"message": "data events of every table: each read and write is an event",
	}}
	every values in [
		choosing([of_tables, {"field": "resources.ARN", "starts_with": ["arn:aws:dynamodb:eu-west-1:1:table/ledger"]}]),
		choosing([of_tables, {"field": "eventName", "equals": ["DeleteItem"]}]),
		choosing([{"field": "resources.type", "equals": ["AWS::Other"]}]),
		choosing([{"field": "eventName", "equals": ["AWS::DynamoDB::Table"]}]),
		object.union(choosing([of_tables]), {"enable_logging": false}),
	] {
		addresses([trail("a", "eu-west-1", values)]) == set()
	}
}

test_data_events_only_where_asked_for if {
	every values in [watching("AWS::S3::Object", "arn:aws:s3"), choosing([of_tables])] {
		document := {"providers": one, "by_type": {"aws_cloudtrail": {"resources": [trail("a", "eu-west-1", values)]}}}
		count(rule.findings) == 0 with input as object.union(document, {"params": {"data_events": false}})
		count(rule.findings) == 1 with input as object.union(document, {"params": {"data_events": true}})
	}
}
