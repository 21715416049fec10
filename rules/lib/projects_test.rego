package iaclint.lib.projects_test

import data.iaclint.lib.projects

test_among if {
	projects.among(["nowhere/*", "payments/*"], "payments/plan.json")
	projects.among(["**/prod/*"], "prod/plan.json")
	projects.among(["**/prod/*"], "payments/prod/plan.json")
	projects.among(["live/**"], "live")
	projects.among(["**"], ".")
}

test_not_among if {
	not projects.among([], "plan.json")
	not projects.among(["*"], "payments/plan.json")
	not projects.among(["platform/**"], "payments/plan.json")
}
