# METADATA
# title: Two interface endpoints for one service
# description: >-
#   An interface endpoint is paid for by the hour in each of its zones. A second one in the same network
#   for the same service reaches what the first reaches.
# related_resources:
# - ref: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
# custom:
#   code: COST-403
#   severity: medium
#   saving: bounded
#   since: aws 6.25
#   types: [aws_vpc]
#   remediation: >-
#     Keep one, with a subnet in each zone that needs it.
#   when_not: >-
#     When the two have different policies, or names of their own.
package iaclint.cost.duplicate_endpoint

findings contains {
	"key": service,
	"message": sprintf("%d interface endpoints for %s in this network, where one will do", [count(addresses), service]),
	"related": sort([address | some address in addresses]),
	"rests_on": ["referenced_by"],
} if {
	some service, addresses in endpoints
	count(addresses) > 1
}

endpoints[service] contains endpoint.address if {
	some endpoint in input.resource.referenced_by
	endpoint.type == "aws_vpc_endpoint"
	endpoint.values.vpc_endpoint_type == "Interface"
	service := endpoint.values.service_name
}
