package iaclint.lock_in.cluster_tied_to_provider_add_ons_test

import data.iaclint.lock_in.cluster_tied_to_provider_add_ons

addon(name) := {"address": name, "type": "aws_eks_addon", "values": {"addon_name": name}}

messages(values, users, limit) := found if {
	found := {finding.message | some finding in cluster_tied_to_provider_add_ons.findings} with input as {
		"params": {"max_ties": limit},
		"resource": {"type": "aws_eks_cluster", "values": values, "referenced_by": users},
	}
}

test_fails_on_aws if {
	users := [addon("vpc-cni"), addon("coredns"), {"address": "a", "type": "aws_eks_pod_identity_association"}, {"address": "b", "type": "aws_eks_pod_identity_association"}, {"address": "c", "type": "aws_eks_fargate_profile"}]
	messages({"compute_config": [{"enabled": true}]}, users, 3) == {"tied to its provider by Auto Mode, Fargate profiles, Pod Identity and add-on vpc-cni"}
}

test_fails_elsewhere if {
	messages({"enable_autopilot": true, "workload_identity_config": [{"workload_pool": "x"}]}, [], 1) == {"tied to its provider by Autopilot and workload identity"}
	messages({"addons_config": [{"config_connector_config": [{"enabled": true}], "gke_backup_agent_config": [{"enabled": true}]}], "mesh_certificates": [{"enable_certificates": true}], "binary_authorization": [{"evaluation_mode": "PROJECT_SINGLETON_POLICY_ENFORCE"}]}, [], 1) == {"tied to its provider by Backup for GKE, Binary Authorization, Cloud Service Mesh and Config Connector"}
	messages({"ingress_application_gateway": [{}], "aci_connector_linux": [{}], "web_app_routing": [{}], "key_vault_secrets_provider": [{}], "azure_policy_enabled": true, "workload_identity_enabled": true}, [], 5) == {"tied to its provider by Application Gateway ingress, Azure Policy, Key Vault secrets, application routing, virtual nodes and workload identity"}
}

test_passes_up_to_the_limit if messages({"enable_autopilot": true}, [addon("coredns")], 1) == set()

test_passes_what_is_open if messages({}, [addon("coredns"), addon("kube-proxy"), addon("metrics-server")], 0) == set()

# What is known only after apply is absent, and the engine asks whether it would carry it over the limit.
test_unknown_says_nothing if messages({}, [{"address": "x", "type": "aws_eks_addon", "values": {}}], 0) == set()

test_what_points_to_other_clusters if {
	users := [
		addon("vpc-cni"), {"address": "a", "type": "aws_eks_pod_identity_association"}, {"address": "b", "type": "aws_eks_fargate_profile"},
	]
	count(messages({}, users, 2)) == 1
	found := cluster_tied_to_provider_add_ons.findings with input as {
		"params": {"max_ties": 0},
		"resource": {"type": "google_container_cluster", "values": {}, "referenced_by": users},
	}
	found == set()
}

test_what_is_no_add_on if messages({}, [{"address": "x.y", "type": "aws_eks_node_group", "values": {"addon_name": "vpc-cni"}}], 0) == set()
