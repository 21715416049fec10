package iaclint.carbon.high_intensity_region_test

import data.iaclint.carbon.high_intensity_region
import data.iaclint.lib.plan_test

regions := {"aws": {
	"eu-central-1": {"g_per_kwh": 380, "pue": 1.2, "confidence": "high"},
	"eu-north-1": {"g_per_kwh": 30, "pue": 1.1, "confidence": "high"},
	"eu-west-3": {"g_per_kwh": 45, "pue": 1.2, "confidence": "high"},
	"ca-central-1": {"g_per_kwh": 20, "pue": 1.1, "confidence": "high"},
}}

server(name, region, kg) := {"address": concat(".", ["aws_instance", name]), "type": "aws_instance", "region": region, "actions": ["create"], "carbon": {"operational_kg": kg, "embodied_kg": 1}}

plan := {
	"params": {"residency": [], "max_distance_km": 1500, "min_saving_pct": 30, "min_saving_kg": 1, "min_g_per_kwh": 200},
	"resources": [server("a", "eu-central-1", 10), server("b", "eu-central-1", 31.2), server("c", "eu-north-1", 5)],
}

found(given, table) := findings if {
	findings := high_intensity_region.findings with input as object.union(plan_test.made(given.resources), given) with data.iaclint.regions as table
}

messages(given, table) := {finding.message | some finding in found(given, table)}

test_fails_once_for_a_region if {
	{[finding.address, finding.related, finding.key, finding.message] | some finding in found(plan, regions)} == {[
		"aws_instance.b", ["aws_instance.a"], "aws/eu-central-1",
		"eu-central-1 has 380 g/kWh, eu-north-1 30: 41.2 kg operational carbon a month here would be 3.0 there (92 % less)",
	]}
}

test_passes_in_a_clean_region if messages(object.union(plan, {"resources": [server("c", "eu-north-1", 500)]}), regions) == set()

test_residency if {
	messages(object.union(plan, {"params": {"residency": ["eu-west-*"]}}), regions) == {"eu-central-1 has 380 g/kWh, eu-west-3 45: 41.2 kg operational carbon a month here would be 4.9 there (88 % less)"}
	messages(object.union(plan, {"params": {"residency": ["eu-central-*"]}}), regions) == set()
}

test_passes_what_is_too_far if {
	messages(object.union(plan, {"params": {"max_distance_km": 400}}), regions) == set()
	messages(object.union(plan, {"params": {"max_distance_km": 1000}}), regions) == {"eu-central-1 has 380 g/kWh, eu-west-3 45: 41.2 kg operational carbon a month here would be 4.9 there (88 % less)"}
}

test_no_region_is_cleaner_than_itself if {
	anything := {"min_saving_pct": 0, "min_saving_kg": 0, "max_distance_km": 1}
	messages(object.union(plan, {"params": anything}), regions) == set()
}

test_distances if {
	between(450, 500, apart("aws", "eu-central-1", "eu-west-3"))
	between(1150, 1300, apart("aws", "eu-central-1", "eu-north-1"))
	between(330, 390, apart("azure", "westeurope", "uksouth"))
	not apart("aws", "eu-central-1", "us-gov-east-1")
}

apart(cloud, a, b) := high_intensity_region.apart(high_intensity_region.places[cloud][a], high_intensity_region.places[cloud][b])

between(least, most, square) if {
	square >= least * least
	square <= most * most
}

test_passes_small_change if messages(object.union(plan, {"params": {"min_saving_kg": 100}}), regions) == set()

test_says_nothing_of_a_grid_poorly_known if {
	messages(plan, object.union(regions, {"aws": {"eu-central-1": {"confidence": "low"}}})) == set()
}

test_unknown_region_or_carbon_says_nothing if {
	nowhere := json.remove(server("a", "x", 10), ["region"])
	unpriced := json.patch(server("a", "eu-central-1", 10), [{"op": "replace", "path": "carbon", "value": null}])
	messages(object.union(plan, {"resources": [nowhere, unpriced]}), regions) == set()
}

test_least_that_is_worth_a_word if {
	count(found(plan, regions)) == 1
	found(object.union(plan, {"params": {"min_saving_kg": 40}}), regions) == set()
	found(object.union(plan, {"params": {"min_g_per_kwh": 400}}), regions) == set()
	found(object.union(plan, {"params": {"min_saving_pct": 95}}), regions) == set()
}

test_no_advice_from_a_figure_of_low_confidence if {
	unsure := object.union(regions, {"aws": {"eu-north-1": {"confidence": "low"}}})
	{finding.facts.cleaner | some finding in found(plan, unsure)} == {"eu-west-3"}
}
