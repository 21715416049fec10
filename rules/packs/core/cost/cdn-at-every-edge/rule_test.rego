package iaclint.cost.cdn_at_every_edge_test

import data.iaclint.cost.cdn_at_every_edge as rule

distribution(env, values, audience) := {
	"resource": {"type": "aws_cloudfront_distribution", "env": env, "values": values, "unknown": []},
	"params": {"audience_regions": audience},
}

test_every_edge_for_a_test_environment if {
	found := rule.findings with input as distribution("nonprod", {"price_class": "PriceClass_All"}, [])
	found == {{
		"path": "price_class",
		"message": "PriceClass_All, where PriceClass_100 will do for non-production",
		"change": {"price_class": "PriceClass_100"},
		"rests_on": ["price_class"],
	}}
	count(rule.findings) == 1 with input as distribution("nonprod", {}, [])
	count(rule.findings) == 0 with input as distribution("nonprod", {"price_class": "PriceClass_100"}, [])
}

test_silent_where_the_audience_is_not_known if {
	count(rule.findings) == 0 with input as distribution("prod", {"price_class": "PriceClass_All"}, [])
	count(rule.findings) == 0 with input as distribution("unknown", {}, [])
}

test_an_audience_at_home if {
	found := rule.findings with input as distribution("prod", {}, ["europe", "north-america"])
	[f.message | some f in found] == ["PriceClass_All, where PriceClass_100 will do for the audience"]
}

test_an_audience_further_off if {
	found := rule.findings with input as distribution("prod", {}, ["europe", "asia"])
	[f.change | some f in found] == [{"price_class": "PriceClass_200"}]
	count(rule.findings) == 0 with input as distribution("prod", {"price_class": "PriceClass_200"}, ["europe", "asia"])
	count(rule.findings) == 0 with input as distribution("prod", {"price_class": "PriceClass_100"}, ["europe", "asia"])
}

test_an_audience_everywhere if {
	count(rule.findings) == 0 with input as distribution("prod", {}, ["asia", "oceania"])
	count(rule.findings) == 0 with input as distribution("prod", {}, ["south-america"])
}

profile(env, sku) := {
	"resource": {"type": "azurerm_cdn_frontdoor_profile", "env": env, "values": {"sku_name": sku}, "unknown": []},
	"params": {"audience_regions": []},
}

test_front_door if {
	found := rule.findings with input as profile("nonprod", "Premium_AzureFrontDoor")
	[f.change | some f in found] == [{"sku_name": "Standard_AzureFrontDoor"}]
	count(rule.findings) == 0 with input as profile("nonprod", "Standard_AzureFrontDoor")
	count(rule.findings) == 0 with input as profile("prod", "Premium_AzureFrontDoor")
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		profile("nonprod", "x"),
		{"resource": {"values": {"sku_name": null}, "unknown": ["sku_name"]}},
	)
}

# Where readers are far counts in production; a test has none.
test_a_test_environment_with_a_far_audience if {
	found := rule.findings with input as distribution("nonprod", {"price_class": "PriceClass_All"}, ["asia"])
	[f.change | some f in found] == [{"price_class": "PriceClass_100"}]
}
