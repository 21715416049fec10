package iaclint.lib.machine_test

import data.iaclint.lib.machine

test_swap_in_place if {
	machine.swap("m7g.large") == {"instance_type": "m7g.large"} with input as {"resource": {"type": "aws_instance", "values": {"instance_type": "m5.large"}}}
}

test_swap_keeps_the_name_of_a_managed_service if {
	machine.swap("m7g.large") == {"instance_class": "db.m7g.large"} with input as {"resource": {"type": "aws_db_instance", "values": {"instance_class": "db.m5.large"}}}
	machine.swap("db.m7g.large") == {"instance_class": "db.m7g.large"} with input as {"resource": {"type": "aws_db_instance", "values": {"instance_class": "db.m5.large"}}}
	machine.swap("m7g.large") == {"cluster_config.instance_type": "m7g.large.search"} with input as {"resource": {"type": "aws_opensearch_domain", "values": {"cluster_config": [{"instance_type": "m5.large.search"}]}}}
}

test_swap_of_a_list_of_one if {
	machine.swap("m7g.large") == {"instance_types": ["m7g.large"]} with input as {"resource": {"type": "aws_eks_node_group", "values": {"instance_types": ["m5.large"]}}}
}

test_no_swap_of_a_choice_of_several if {
	not machine.swap("m7g.large") with input as {"resource": {"type": "aws_eks_node_group", "values": {"instance_types": ["m5.large", "m5a.large"]}}}
}

test_no_swap_to_the_same if {
	not machine.swap("m7g.large") with input as {"resource": {"type": "aws_instance", "values": {"instance_type": "m7g.large"}}}
}

test_no_swap_of_what_is_not_known if {
	not machine.swap("m7g.large") with input as {"resource": {"type": "aws_instance", "values": {}}}
}

test_size_of_a_disk_is_no_machine if {
	not machine.swap("x") with input as {"resource": {"type": "aws_ebs_volume", "values": {"size": "100"}}}
}
