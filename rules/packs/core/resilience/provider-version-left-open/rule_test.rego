package iaclint.resilience.provider_version_left_open_test

import data.iaclint.resilience.provider_version_left_open as rule

found(version, resources) := findings if {
	findings := rule.findings with input as {
		"params": {"providers": ["aws", "google*"]},
		"providers": [{"key": "aws", "name": "aws", "version": version, "resources": resources}],
	}
}

test_open if {
	found(">= 5.0", 3) == {{
		"address": "provider.aws",
		"message": "version \">= 5.0\" has no upper end: the next init may bring a version that costs something else",
	}}
	count(found("> 5, != 5.1", 3)) == 1
	[f.message | some f in found("", 3)] == ["no version is asked for: the next init may bring a version that costs something else"]
}

test_bounded if {
	every version in ["~> 6.25", "6.25.0", "= 6.25.0", ">= 5.0, < 7.0", " ~> 6"] {
		found(version, 3) == set()
	}
}

test_nobody_asks if {
	found(">= 5.0", 0) == set()
	others := rule.findings with input as {
		"params": {"providers": ["aws", "google*"]},
		"providers": [
			{"key": "null", "name": "null", "version": "", "resources": 3},
			{"key": "google-beta", "name": "google-beta", "resources": 3},
		],
	}
	{f.address | some f in others} == {"provider.google-beta"}
}
