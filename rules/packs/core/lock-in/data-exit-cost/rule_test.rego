package iaclint.lock_in.data_exit_cost_test

import data.iaclint.lock_in.data_exit_cost

found(totals) := findings if {
	findings := data_exit_cost.findings with input as {"params": {"max_exit_usd": 1000, "bandwidth_gbps": 1, "report_unknown": true}, "totals": totals}
}

messages(totals) := {finding.message | some finding in found(totals)}

test_fails if messages({"exit_egress": 1576.96}) == {"$1,576.96 once to take the data out at list price, limit $1,000.00"}

test_fails_with_the_hours if {
	messages({"exit_egress": 1576.96, "exit_gb": 20480}) == {"$1,576.96 once to take the data out at list price, limit $1,000.00; 20480 GB take 46 hours at 1 Gbit/s"}
}

test_passes if {
	messages({"exit_egress": 1000}) == set()
	messages({}) == set()
}

test_open_is_said_only_when_asked_for if {
	findings := data_exit_cost.findings with input as {"params": {"max_exit_usd": 1000, "bandwidth_gbps": 1, "report_unknown": false}, "totals": {"exit_egress": 20, "exit_unknown": 3}}
	findings == set()
}

test_unknown_when_a_store_has_no_size if {
	{finding.verdict | some finding in found({"exit_egress": 20, "exit_unknown": 3})} == {"unknown"}
	{finding.verdict | some finding in found({"exit_unknown": 3})} == {"unknown"}
	{object.get(finding, "verdict", "fail") | some finding in found({"exit_egress": 2000, "exit_unknown": 3})} == {"fail"}
}

test_nothing_to_take_out if {
	asked := {"params": {"report_unknown": true, "max_exit_usd": 100, "bandwidth_gbps": 1}, "totals": {"exit_unknown": 0, "exit_gb": 0}}
	count(data_exit_cost.findings) == 0 with input as asked
	count(data_exit_cost.findings) == 1 with input as asked with input.totals.exit_unknown as 2
}
