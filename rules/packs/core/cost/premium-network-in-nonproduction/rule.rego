# METADATA
# title: Premium network tier in non-production
# description: >-
#   Google's premium tier carries traffic over its own network up to the reader's door, for more a GB
#   than the standard tier, which hands it over near the region and sends the first 200 GB a month for
#   nothing. What is said here was asked for by name.
# related_resources:
# - ref: https://cloud.google.com/network-tiers/docs/overview
# custom:
#   code: COST-415
#   severity: low
#   env: nonprod
#   saving: advisory
#   since: google 7.45
#   types: [google_compute_address, google_compute_instance, google_compute_project_default_network_tier]
#   remediation: >-
#     Set network_tier = "STANDARD"; an address of the other tier is a new address.
#   when_not: >-
#     When a global load balancer stands before it, which has the premium tier only.
package iaclint.cost.premium_network_in_nonproduction

findings contains {
	"path": "network_tier",
	"message": "premium network tier in non-production",
	"change": {"network_tier": "STANDARD"},
	"rests_on": ["network_tier", "address_type"],
} if {
	input.resource.values.network_tier == "PREMIUM"
	not input.resource.values.address_type == "INTERNAL"
}

findings contains {
	"path": "network_interface.access_config.network_tier",
	"message": "premium network tier in non-production",
	"change": {"network_interface.access_config.network_tier": "STANDARD"},
} if {
	input.resource.values.network_interface[0].access_config[0].network_tier == "PREMIUM"
}
