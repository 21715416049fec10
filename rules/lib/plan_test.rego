package iaclint.lib.plan_test

import data.iaclint.lib.plan

document := {"resources": [
	{"address": "aws_instance.a", "actions": ["create"], "cost": {"monthly": 70.08}, "carbon": {"operational_kg": 4, "embodied_kg": 1}},
	{"address": "aws_instance.b", "actions": ["no-op"], "cost": {"monthly": 140.16}, "carbon": null},
	{"address": "aws_instance.c", "actions": ["delete"], "cost": {"monthly": 0}},
	{"address": "aws_sqs_queue.d", "actions": ["no-op"], "cost": {"status": "usage", "monthly": null}},
]}

addresses := [resource.address | some resource in plan.there]

test_existing_leaves_out_what_goes if {
	addresses == ["aws_instance.a", "aws_instance.b", "aws_sqs_queue.d"] with input as document
}

test_no_figure_adds_nothing if {
	sum([plan.monthly(resource) | some resource in document.resources]) == 210.24
	sum([plan.emitted(resource) | some resource in document.resources]) == 5
}

test_cloud if {
	plan.cloud("aws_instance") == "aws"
	plan.cloud("azurerm_managed_disk") == "azure"
	plan.cloud("google_compute_disk") == "gcp"
	not plan.cloud("kubernetes_deployment_v1")
}

test_top if plan.top({[5, "a"], [70.5, "b"], [0, "c"]}, 2, "usd") == "b ($70.50) and a ($5.00)"
