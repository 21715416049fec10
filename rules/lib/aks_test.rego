package iaclint.lib.aks_test

import data.iaclint.lib.aks

test_end_of_a_version if {
	aks.end("1.33") == "2026-07-31"
	aks.end("1.33.2") == "2026-07-31"
	not aks.end("1.3")
}
