package iaclint.carbon.carbon_increase_test

import data.iaclint.carbon.carbon_increase

server(name, kg, status) := {"address": concat(".", ["aws_instance", name]), "actions": ["create"], "carbon": {"operational_kg": kg, "embodied_kg": 0}, "carbon_status": status}

base := {"totals": {"carbon_kg": 100}, "resources": [server("a", 100, "known")]}

head := {"totals": {"carbon_kg": 130}, "resources": [server("a", 100, "known"), server("b", 30, "known")]}

found(params, after) := findings if {
	findings := carbon_increase.findings with input as {"params": object.union({"min_kg": 5}, params), "base": base, "head": after}
}

test_fails_over_kilograms if {
	{finding.message | some finding in found({"max_delta_kg": 20}, head)} == {"adds 30.0 kg CO2e a month (100 to 130), limit 20.0 kg; most in aws_instance.b (30.0)"}
}

test_fails_over_percent if {
	{finding.message | some finding in found({"max_delta_pct": 25}, head)} == {"adds 30.0 kg CO2e a month (100 to 130), limit 25 %; most in aws_instance.b (30.0)"}
}

test_passes if {
	found({"max_delta_kg": 30, "max_delta_pct": 30}, head) == set()
	found({"max_delta_pct": 10, "min_kg": 50}, head) == set()
	found({"max_delta_kg": 0}, base) == set()
}

test_passes_without_a_limit if found({}, head) == set()

test_unknown_when_something_new_has_no_figure if {
	after := object.union(head, {"resources": array.concat(head.resources, [{"address": "aws_instance.c", "actions": ["create"], "carbon": null, "carbon_status": "gap"}])})
	{[finding.verdict, finding.related] | some finding in found({"max_delta_kg": 40}, after)} == {["unknown", ["aws_instance.c"]]}
	{object.get(finding, "verdict", "fail") | some finding in found({"max_delta_kg": 20}, after)} == {"fail"}
}
