# METADATA
# title: High-carbon region with a cleaner one near
# description: |
#   What a region's resources emit in operation goes with the grid they hang
#   on. Said once for each region where another one near by emits much less for
#   the same work; embodied carbon would move along unchanged. Yearly
#   location-based averages; nothing is said where the grid of either side is
#   poorly known. Prices, latency and the traffic of the move are not in it.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_region_a2.html
# - ref: https://cloud.google.com/sustainability/region-carbon
# custom:
#   code: CARB-001
#   severity: low
#   scope: plan
#   remediation: Put new workloads in the cleaner region where residency and latency allow; name the regions you may use in residency.
#   params:
#     type: object
#     properties:
#       residency: {type: array, default: [], description: 'Globs of regions that are allowed, ["eu-*"]; empty allows all that are near.', items: {type: string}}
#       max_distance_km: {type: number, default: 1500, minimum: 0, description: 'How far "near" may be.'}
#       min_saving_pct: {type: number, default: 30, minimum: 0, maximum: 100, description: Share of operational carbon the other region must save.}
#       min_saving_kg: {type: number, default: 1, minimum: 0, description: kgCO2e a month the other region must save.}
#       min_g_per_kwh: {type: number, default: 200, minimum: 0, description: Grids cleaner than this are not called high-carbon.}
#   since: 0.1.0
#   idea: AWS Well-Architected SUS01
#   when_not: >-
#     Residency of data or latency to its users ties the workload to the region.
package iaclint.carbon.high_intensity_region

import data.iaclint.lib.figures

findings contains {
	"address": addresses[0],
	"key": concat("/", [cloud, region]),
	"message": sprintf("%s has %d g/kWh, %s %d: %s kg operational carbon a month here would be %s there (%d %% less)", [
		region,
		round(here.g_per_kwh),
		cleaner,
		round(there.g_per_kwh),
		figures.kg(kilograms),
		figures.kg(kilograms * (1 - share)),
		floor(share * 100),
	]),
	"related": array.slice(addresses, 1, count(addresses)),
	"facts": {"region": region, "cleaner": cleaner, "saving_kg": kilograms * share, "saving_pct": share * 100},
} if {
	some region, sum_of in input.by_region
	sum_of.carbon_kg >= input.params.min_saving_kg
	some cloud in ["aws", "azure", "gcp"]
	here := grids[cloud][region]
	here.g_per_kwh >= input.params.min_g_per_kwh
	trusted(here)

	[_, cleaner] := min(nearby(cloud, region, burden(here) * (1 - (input.params.min_saving_pct / 100))))
	there := grids[cloud][cleaner]
	share := 1 - (burden(there) / burden(here))
	share * 100 >= input.params.min_saving_pct

	kilograms := sum_of.operational_kg
	kilograms * share >= input.params.min_saving_kg
	addresses := sum_of.emitters
}

grids := data.iaclint.regions

# Carbon at the plug: the grid, and what cooling and conversion add.
burden(region) := region.g_per_kwh * region.pue

trusted(region) if not region.confidence == "low"

# The regions near one that may be used and burden no more, as [burden, name].
nearby(cloud, region, most) := {[weight, name] |
	towns := places[cloud]
	here := towns[region]
	reach := input.params.max_distance_km
	degrees := reach / 111.2
	square := reach * reach
	some name, there in grids[cloud]
	there.g_per_kwh <= most
	weight := burden(there)
	weight <= most
	name != region
	trusted(there)
	abs(here[0] - towns[name][0]) <= degrees
	abs(here[1] - towns[name][1]) * 0.3 <= degrees # no place is beyond 72 degrees north or south
	apart(here, towns[name]) <= square
	resident(name)
}

resident(_) if count(input.params.residency) == 0

resident(name) if {
	some pattern in input.params.residency
	glob.match(pattern, [], name)
}
