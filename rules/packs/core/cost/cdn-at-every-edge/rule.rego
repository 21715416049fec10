# METADATA
# title: Content delivery from every edge, or by the premium tier
# description: >-
#   Edges outside North America and Europe cost a third more a GB. A smaller price class answers
#   everybody from the edges it has; only the way is longer for those far from them. Test environments
#   have nobody there, and where the audience is known the class can follow it. Front Door's premium
#   tier has a base fee of nine times that of the standard one.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html
# - ref: https://learn.microsoft.com/azure/frontdoor/front-door-cdn-comparison
# custom:
#   code: COST-413
#   severity: low
#   saving: bounded
#   since: aws 6.25, azurerm 4.80
#   types: [aws_cloudfront_distribution, azurerm_cdn_frontdoor_profile]
#   params:
#     type: object
#     properties:
#       audience_regions:
#         type: array
#         description: >-
#           Where readers of production are; empty: not known, and nothing is said in production. Of
#           north-america, europe, israel; asia, middle-east, africa; south-america, oceania.
#         items:
#           type: string
#           enum: [north-america, europe, israel, asia, middle-east, africa, south-america, oceania]
#         default: []
#   remediation: >-
#     Take the smallest price class that has edges near the readers; outside production the smallest there
#     is, and the standard tier.
#   when_not: >-
#     When tests measure what readers far away see.
package iaclint.cost.cdn_at_every_edge

findings contains {
	"path": "price_class",
	"message": sprintf("%s, where %s will do for %s", [class, enough, whom]),
	"change": {"price_class": enough},
	"rests_on": ["price_class"],
} if {
	input.resource.type == "aws_cloudfront_distribution"
	class in classes
	rank[enough] < rank[class]
}

classes := {"PriceClass_100", "PriceClass_200", "PriceClass_All"}

rank := {"PriceClass_100": 1, "PriceClass_200": 2, "PriceClass_All": 3}

default class := "PriceClass_All"

class := input.resource.values.price_class if input.resource.values.price_class != null

whom := "non-production" if input.resource.env == "nonprod"

whom := "the audience" if input.resource.env != "nonprod"

enough := "PriceClass_100" if input.resource.env == "nonprod"

enough := reach if input.resource.env != "nonprod"

# The class that has edges wherever readers are.
reach := "PriceClass_100" if {
	count(input.params.audience_regions) > 0
	every place in input.params.audience_regions {
		place in {"north-america", "europe", "israel"}
	}
}

reach := "PriceClass_200" if {
	some far in input.params.audience_regions
	far in {"asia", "middle-east", "africa"}
	every place in input.params.audience_regions {
		not place in {"south-america", "oceania"}
	}
}

findings contains {
	"path": "sku_name",
	"message": "premium tier in non-production, where the standard one will do",
	"change": {"sku_name": "Standard_AzureFrontDoor"},
	"rests_on": ["sku_name"],
} if {
	input.resource.values.sku_name == "Premium_AzureFrontDoor"
	input.resource.env == "nonprod"
}
