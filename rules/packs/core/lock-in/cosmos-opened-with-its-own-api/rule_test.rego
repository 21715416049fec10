package iaclint.lock_in.cosmos_opened_with_its_own_api_test

import data.iaclint.lock_in.cosmos_opened_with_its_own_api

found(values, actions, params) := findings if {
	findings := cosmos_opened_with_its_own_api.findings with input as {
		"params": object.union({"new_only": false, "allow": []}, params),
		"resource": {"type": "azurerm_cosmosdb_account", "address": "azurerm_cosmosdb_account.x", "values": values, "actions": actions, "cost": {"monthly": 23.36}},
	}
}

messages(values) := {[finding.path, finding.message] | some finding in found(values, ["no-op"], {})}

test_fails_with_its_own_api if {
	messages({}) == {["kind", "opened with the core API, which only this service speaks, $23.36 a month"]}
	messages({"kind": "GlobalDocumentDB", "capabilities": [{"name": "EnableServerless"}]}) == {["kind", "opened with the core API, which only this service speaks, $23.36 a month"]}
	messages({"capabilities": [{"name": "EnableTable"}]}) == {["capabilities", "opened with the Table API, which only this service speaks, $23.36 a month"]}
}

test_passes_an_open_protocol if {
	messages({"kind": "MongoDB"}) == set()
	messages({"capabilities": [{"name": "EnableCassandra"}]}) == set()
	messages({"capabilities": [{"name": "EnableGremlin"}]}) == set()
}

test_only_new_ones_when_asked_for if {
	found({}, ["no-op"], {"new_only": true}) == set()
	count(found({}, ["create"], {"new_only": true})) == 1
}

test_passes_what_is_settled if found({}, ["create"], {"allow": ["*.x"]}) == set()

# Which protocol it is hangs on these two, and the engine makes it unknown.
test_unknown_rests_on_both if {
	{finding.rests_on | some finding in found({}, ["create"], {})} == {["kind", "capabilities.name"]}
}

test_what_is_settled_elsewhere if {
	not cosmos_opened_with_its_own_api.settled with input as {"params": {"allow": ["*.other"]}, "resource": {"address": "azurerm_cosmosdb_account.a"}}
}
