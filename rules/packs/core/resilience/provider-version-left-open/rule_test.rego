package iaclint.resilience.provider_version_left_open_test

import data.iaclint.resilience.provider_version_left_open as rule

of(providers) := findings if {
	findings := rule.findings with input as {"params": {"providers": ["aws", "google*"]}, "providers": providers}
}

found(version) := of([{"key": "aws", "name": "aws", "version": version}])

test_open if {
	found(">= 5.0") == {{
		"address": "provider.aws",
		"message": "version \">= 5.0\" has no upper end: the next init may bring a version that costs something else",
	}}
	count(found("> 5, != 5.1")) == 1
	{f.message | some f in of([{"key": "aws", "name": "aws"}])} == {"no version is asked for: the next init may bring a version that costs something else"}
}

test_bounded if {
	every version in ["~> 6.25", "6.25.0", "= 6.25.0", ">= 5.0, < 7.0", " ~> 6", "<= 6.1"] {
		found(version) == set()
	}
}

test_one_upper_end_is_enough if {
	root := {"key": "aws", "name": "aws", "version": "~> 6.25"}
	module := {"key": "module.network:aws", "name": "aws", "module": "module.network", "version": ">= 5.0"}
	of([root, module]) == set()
	count(of([object.union(root, {"key": "azurerm", "name": "azurerm"}), module])) == 1
	of([object.remove(root, ["version"]), object.union(module, {"version": "~> 6"})]) == set()
	of([object.union(root, {"version": "> 4"}), module, {"key": "aws.us", "name": "aws", "alias": "us"}]) == {{
		"address": "provider.aws",
		"message": "version \"> 4, >= 5.0\" has no upper end: the next init may bring a version that costs something else",
	}}
}

test_nobody_asks if {
	others := of([{"key": "null", "name": "null"}, {"key": "google-beta", "name": "google-beta"}])
	{f.address | some f in others} == {"provider.google-beta"}
}
