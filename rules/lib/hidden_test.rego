package iaclint.lib_test

import data.iaclint.lib

resource(unknown, sensitive) := {"resource": {"unknown": unknown, "sensitive": sensitive}}

test_the_path_itself if lib.hidden("iops") with input as resource(["iops"], [])

test_part_of_an_unknown_block if lib.hidden("ebs.iops") with input as resource(["ebs"], [])

test_below_a_star if lib.hidden("ebs.iops") with input as resource(["ebs.*"], [])

test_the_block_under_a_star if lib.hidden("ebs") with input as resource(["ebs.*"], [])

test_sensitive_counts if lib.hidden("password") with input as resource([], ["password"])

test_a_sibling_does_not if not lib.hidden("ebs.size") with input as resource(["ebs.iops"], [])

test_a_longer_name_does_not if not lib.hidden("iops_limit") with input as resource(["iops"], [])

test_nothing_hidden if not lib.hidden("iops") with input as resource([], [])

test_an_input_that_lists_none if not lib.hidden("iops") with input as {"resource": {}}
