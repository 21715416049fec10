# METADATA
# title: Cluster tied to provider add-ons
# description: |
#   Kubernetes moves; what was plugged into it may not. Identities of pods,
#   ingress, nodes and add-ons that only one provider has are counted for each
#   cluster and named from a number on. Add-ons that are the same everywhere
#   (CoreDNS, kube-proxy, the CSI snapshot controller) do not count.
# related_resources:
# - ref: https://gateway-api.sigs.k8s.io/
# - ref: https://spiffe.io/docs/latest/spiffe-about/overview/
# - ref: https://kubernetes-csi.github.io/docs/
# custom:
#   code: LOCK-015
#   severity: info
#   types: [aws_eks_cluster, azurerm_kubernetes_cluster, google_container_cluster]
#   remediation: Prefer Gateway API, external-dns, external-secrets and OIDC federation; keep what is local behind a storage class or an ingress class.
#   params:
#     type: object
#     properties:
#       max_ties: {type: integer, default: 2, minimum: 0, description: Kinds of tie a cluster may have.}
#   saving: advisory
#   since: 0.1.0
#   idea: Kubernetes conformance ends at the edges
package iaclint.lock_in.cluster_tied_to_provider_add_ons

import data.iaclint.lib.figures

findings contains {
	"message": sprintf("tied to its provider by %s", [figures.words(sort(ties), "and")]),
	"facts": {"ties": sort(ties)},
} if {
	count(ties) > input.params.max_ties
}

ties contains "Pod Identity" if {
	input.resource.type == "aws_eks_cluster"
	some user in input.resource.referenced_by
	user.type == "aws_eks_pod_identity_association"
}

ties contains "Fargate profiles" if {
	input.resource.type == "aws_eks_cluster"
	some user in input.resource.referenced_by
	user.type == "aws_eks_fargate_profile"
}

ties contains sprintf("add-on %s", [user.values.addon_name]) if {
	input.resource.type == "aws_eks_cluster"
	some user in input.resource.referenced_by
	user.type == "aws_eks_addon"
	not user.values.addon_name in portable
}

# The same elsewhere, or no more than a driver behind an open interface.
portable := {
	"cert-manager", "coredns", "external-dns", "kube-proxy", "kube-state-metrics", "metrics-server",
	"prometheus-node-exporter", "snapshot-controller",
}

ties contains "Auto Mode" if input.resource.values.compute_config[_].enabled == true

ties contains "Autopilot" if input.resource.values.enable_autopilot == true

ties contains "Config Connector" if input.resource.values.addons_config[_].config_connector_config[_].enabled == true

ties contains "Backup for GKE" if input.resource.values.addons_config[_].gke_backup_agent_config[_].enabled == true

ties contains "Binary Authorization" if input.resource.values.binary_authorization[_].evaluation_mode == "PROJECT_SINGLETON_POLICY_ENFORCE"

ties contains "Cloud Service Mesh" if input.resource.values.mesh_certificates[_].enable_certificates == true

ties contains "workload identity" if input.resource.values.workload_identity_config[_].workload_pool != ""

ties contains "workload identity" if input.resource.values.workload_identity_enabled == true

ties contains "Application Gateway ingress" if count(input.resource.values.ingress_application_gateway) > 0

ties contains "virtual nodes" if count(input.resource.values.aci_connector_linux) > 0

ties contains "application routing" if count(input.resource.values.web_app_routing) > 0

ties contains "Key Vault secrets" if count(input.resource.values.key_vault_secrets_provider) > 0

ties contains "Azure Policy" if input.resource.values.azure_policy_enabled == true
