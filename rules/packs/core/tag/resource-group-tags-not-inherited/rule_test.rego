package iaclint.tag.resource_group_tags_not_inherited_test

import data.iaclint.lib.plan_test
import data.iaclint.tag.resource_group_tags_not_inherited

tagged(type, name, monthly, tags) := {
	"address": concat(".", [type, name]), "type": type, "env": "unknown", "actions": ["create"], "taggable": true,
	"tags": tags, "tags_complete": true, "cost": {"status": "priced", "monthly": monthly},
}

room(tags) := tagged("azurerm_resource_group", "room", null, tags)

disk(name, monthly, tags) := tagged("azurerm_managed_disk", name, monthly, tags)

found(resources, params) := findings if {
	findings := resource_group_tags_not_inherited.findings with input as object.union(plan_test.made(resources), {"params": object.union({"inherit_from_resource_group": false, "required": ["owner", "cost-center"], "aliases": {}}, params)})
}

test_fails_once if {
	resources := [room({"Owner": "x"}), disk("a", 10, {}), disk("b", 30, {}), disk("c", 5, {"OWNER": "y"})]
	{[finding.address, finding.related, finding.message] | some finding in found(resources, {})} == {[
		"azurerm_resource_group.room", ["azurerm_managed_disk.b", "azurerm_managed_disk.a"],
		"its owner reaches nothing in it: 2 resources lack it, $40.00 a month",
	]}
}

test_names_all_keys if {
	resources := [room({"owner": "x", "cost-center": "y"}), disk("a", 10, {}), disk("b", 30, {"owner": "x"})]
	{finding.message | some finding in found(resources, {})} == {"its cost-center and owner reach nothing in it: 2 resources lack some of them, $40.00 a month"}
}

test_passes_what_every_resource_carries if found([room({"owner": "x"}), disk("a", 10, {"owner": "x"})], {}) == set()

test_passes_a_key_some_group_lacks if {
	found([room({"owner": "x"}), object.union(room({}), {"address": "azurerm_resource_group.other"}), disk("a", 10, {})], {}) == set()
}

test_passes_what_is_free_or_elsewhere if {
	found([room({"owner": "x"}), disk("a", null, {}), tagged("aws_ebs_volume", "a", 10, {})], {}) == set()
	found([disk("a", 10, {})], {}) == set()
}

test_passes_with_a_policy if {
	policy := object.union(tagged("azurerm_subscription_policy_assignment", "inherit", null, {}), {"taggable": false})
	found([room({"owner": "x"}), disk("a", 10, {}), policy], {}) == set()
	found([room({"owner": "x"}), disk("a", 10, {})], {"inherit_from_resource_group": true}) == set()
}

# What may be tagged yet is left to tag/tags-cannot-be-verified.
test_unknown_tags_say_nothing if {
	found([room({"owner": "x"}), object.union(disk("a", 10, {}), {"tags_complete": false})], {}) == set()
	found([room({"owner": "x"}), object.union(disk("a", 10, {}), {"tags_hidden": ["owner"]})], {}) == set()
}

test_what_takes_no_tags if {
	bare := resource_group_tags_not_inherited.bare with input as {"params": {}, "groups": [
		{"type": "azurerm_resource_group", "env": "unknown", "taggable": true, "tag_keys": {"owner"}, "tags_hidden": [], "tags_complete": true, "monthly": 0, "addresses": ["azurerm_resource_group.a"], "billed": []},
		{"type": "azurerm_subnet", "env": "unknown", "taggable": false, "tag_keys": set(), "tags_hidden": [], "tags_complete": true, "monthly": 5, "addresses": ["azurerm_subnet.a"], "billed": []},
	]}
	count(bare) == 0
}
