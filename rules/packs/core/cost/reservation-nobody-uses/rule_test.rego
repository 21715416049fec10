package iaclint.cost.reservation_nobody_uses_test

import data.iaclint.cost.reservation_nobody_uses as rule

reservation(type, values, users) := {
	"resource": {
		"type": type, "values": values, "unknown": [], "cost": {"monthly": 140.16},
		"referenced_by": [{"address": sprintf("%s.%d", [user, i]), "type": user} | some i, user in users],
	},
	"params": {"assume_external_use": false},
}

targeted := {"instance_match_criteria": "targeted", "instance_count": 2}

test_nobody_names_it if {
	found := rule.findings with input as reservation("aws_ec2_capacity_reservation", targeted, [])
	found == {{
		"message": "nothing in the plan runs in the 2 slots reserved here, $140.16 a month",
		"remove": true,
		"rests_on": ["instance_match_criteria", "referenced_by"],
	}}
}

test_an_instance_names_it if {
	count(rule.findings) == 0 with input as reservation("aws_ec2_capacity_reservation", targeted, ["aws_instance"])
}

test_an_open_one_may_be_used_by_anything if {
	count(rule.findings) == 0 with input as reservation("aws_ec2_capacity_reservation", {"instance_match_criteria": "open", "instance_count": 2}, [])
	count(rule.findings) == 0 with input as reservation("aws_ec2_capacity_reservation", {"instance_count": 2}, [])
}

specific := {"specific_reservation_required": true, "specific_reservation": [{"count": 1}]}

test_on_google if {
	found := rule.findings with input as reservation("google_compute_reservation", specific, [])
	[f.message | some f in found] == ["nothing in the plan runs in the 1 slot reserved here, $140.16 a month"]
	count(rule.findings) == 0 with input as reservation("google_compute_reservation", specific, ["google_compute_instance"])
	count(rule.findings) == 0 with input as reservation("google_compute_reservation", {"specific_reservation": [{"count": 1}]}, [])
}

test_on_azure if {
	found := rule.findings with input as reservation("azurerm_capacity_reservation_group", {}, ["azurerm_capacity_reservation"])
	found == {{
		"message": "no machine in the plan uses the 1 reservation of this group",
		"related": ["azurerm_capacity_reservation.0"],
		"rests_on": ["referenced_by"],
	}}
	count(rule.findings) == 0 with input as reservation("azurerm_capacity_reservation_group", {}, [])
	count(rule.findings) == 0 with input as reservation("azurerm_capacity_reservation_group", {}, [
		"azurerm_capacity_reservation",
		"azurerm_linux_virtual_machine",
	])
}

test_used_from_outside if {
	count(rule.findings) == 0 with input as reservation("aws_ec2_capacity_reservation", targeted, [])
		with input.params.assume_external_use as true
	count(rule.findings) == 0 with input as reservation("google_compute_reservation", specific, [])
		with input.params.assume_external_use as true
	count(rule.findings) == 0 with input as reservation("azurerm_capacity_reservation_group", {}, ["azurerm_capacity_reservation"])
		with input.params.assume_external_use as true
}

test_criteria_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		reservation("aws_ec2_capacity_reservation", {"instance_count": 2}, []),
		{"resource": {"unknown": ["instance_match_criteria"]}},
	)
}

test_groups_and_what_is_in_them if {
	count(rule.findings) == 1 with input as reservation("azurerm_capacity_reservation_group", {}, ["azurerm_capacity_reservation"])
	count(rule.findings) == 0 with input as reservation("azurerm_capacity_reservation_group", {}, ["azurerm_role_assignment"])
	count(rule.findings) == 0 with input as reservation("azurerm_dedicated_host_group", {}, ["azurerm_capacity_reservation"])
}

test_reservations_are_counted_alone if {
	group := reservation("azurerm_capacity_reservation_group", {}, ["azurerm_capacity_reservation", "azurerm_role_assignment"])
	count(rule.reservations) == 1 with input as group
}
