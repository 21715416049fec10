package iaclint.cost.standard_class_for_logs_seldom_read_test

import data.iaclint.cost.standard_class_for_logs_seldom_read as rule

resource(type, values, users) := {
	"resource": {
		"type": type, "actions": ["create"], "values": values, "unknown": [],
		"referenced_by": [{"address": "x.y", "type": user} | some user in users],
	},
	"params": {"patterns": ["*audit*", "*flow-log*"]},
}

group(values, users) := resource("aws_cloudwatch_log_group", values, users)

count_of(document) := count(found) if found := rule.findings with input as document

test_a_new_group_for_an_audit if {
	found := rule.findings with input as group({"name": "/shop/Audit"}, ["aws_cloudtrail"])
	found == {{
		"path": "log_group_class",
		"message": "standard class for logs that are seldom read, by their name",
		"change": {"log_group_class": "INFREQUENT_ACCESS"},
		"rests_on": ["name", "log_group_class", "referenced_by"],
	}}
	count_of(group({"name": "audit", "log_group_class": "STANDARD"}, [])) == 1
	count_of(group({"name": "audit", "log_group_class": ""}, [])) == 1
}

test_the_class_is_chosen_once if {
	every actions in [["no-op"], ["update"], ["delete", "create"]] {
		count_of(object.union(group({"name": "audit"}, []), {"resource": {"actions": actions}})) == 0
	}
	count_of(group({"name": "audit", "log_group_class": "INFREQUENT_ACCESS"}, [])) == 0
	count_of(group({"name": "audit", "log_group_class": "DELIVERY"}, [])) == 0
}

test_what_is_read if {
	count_of(group({"name": "orders"}, [])) == 0
	every user in ["metric_filter", "subscription_filter", "data_protection_policy", "index_policy", "anomaly_detector", "transformer"] {
		count_of(group({"name": "audit"}, [concat("_", ["aws_cloudwatch_log", user])])) == 0
	}
	count_of(group({"name": "audit"}, ["aws_cloudwatch_log_stream"])) == 1
}

table(values) := resource("azurerm_log_analytics_workspace_table", values, [])

said(document) := findings if findings := rule.findings with input as document

test_a_table if {
	said(table({"name": "AuditEvents_CL"})) == {{
		"path": "plan",
		"message": "Analytics plan for logs that are seldom read, by their name",
		"change": {"plan": "Basic"},
		"rests_on": ["name", "plan"],
	}}
	[object.keys(f) | some f in said(table({"name": "AuditEvents_CL", "retention_in_days": 90}))] == [{"path", "message", "rests_on"}]
	count_of(table({"name": "AuditEvents_CL"})) == 1
	count_of(table({"name": "AuditEvents_CL", "plan": "Analytics"})) == 1
	count_of(table({"name": "AuditEvents_CL", "plan": ""})) == 1
	count_of(table({"name": "AuditEvents_CL", "plan": "Basic"})) == 0
	count_of(table({"name": "Orders_CL"})) == 0
	count_of(table({"name": "AuditLogs"})) == 0
}

test_other_types if {
	count_of(resource("aws_cloudwatch_log_stream", {"name": "audit_CL"}, [])) == 0
}

# A name that apply decides is absent, and the engine makes the silence unknown.
test_unknown_says_nothing if count_of(group({}, [])) == 0
