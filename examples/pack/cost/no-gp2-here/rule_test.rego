package iacpack.acme.cost.no_gp2_here_test

import data.iacpack.acme.cost.no_gp2_here as rule

volume(values) := {"resource": {"type": "aws_ebs_volume", "values": values}, "params": {"max_size": 0}}

test_fail if {
	found := rule.findings with input as volume({"type": "gp2", "size": 20})
	{f.message | some f in found} == {"20 GB on gp2"}
}

test_pass if {
	count(rule.findings) == 0 with input as volume({"type": "gp3", "size": 20})
}

test_small_ones if {
	small := object.union(volume({"type": "gp2", "size": 8}), {"params": {"max_size": 8}})
	count(rule.findings) == 0 with input as small
}
