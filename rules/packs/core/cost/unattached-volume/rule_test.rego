package iaclint.cost.unattached_volume_test

import data.iaclint.cost.unattached_volume as rule

volume(type, users) := {"resource": {
	"type": type, "values": {}, "unknown": ["id"],
	"referenced_by": [{"address": concat(".", [user, "this"]), "type": user} | some user in users],
	"cost": {"monthly": 8},
}}

test_attached_to_nothing if {
	found := rule.findings with input as volume("aws_ebs_volume", [])
	found == {{
		"message": "nothing in the plan attaches it, $8.00 a month",
		"remove": true,
		"rests_on": ["referenced_by"],
	}}
}

test_a_snapshot_does_not_attach if {
	count(rule.findings) == 1 with input as volume("aws_ebs_volume", ["aws_ebs_snapshot"])
}

test_attached if {
	count(rule.findings) == 0 with input as volume("aws_ebs_volume", ["aws_volume_attachment"])
}

test_attached_on_azure if {
	count(rule.findings) == 0 with input as volume(
		"azurerm_managed_disk",
		["azurerm_virtual_machine_data_disk_attachment"],
	)
}

test_attached_on_google if {
	count(rule.findings) == 0 with input as volume("google_compute_disk", ["google_compute_instance"])
}

test_a_disk_for_pods if {
	count(rule.findings) == 0 with input as volume("google_compute_disk", ["kubernetes_persistent_volume_v1"])
}
