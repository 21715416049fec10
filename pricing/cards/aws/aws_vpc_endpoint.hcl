# A VPC endpoint: an interface endpoint is billed by the hour for each subnet it
# has an interface in, and by the gigabyte; a Gateway Load Balancer endpoint by
# the hour and the gigabyte; a gateway endpoint (S3, DynamoDB: the default
# type) is free.
#
# Each aws_vpc_endpoint_subnet_association adds an interface. Endpoints for
# Lattice resources and service networks have no price in the catalogue.
resource "aws_vpc_endpoint" {
  assume "subnet_ids" {
    value = []
    why   = "no subnet configured"
  }
  assume "subnet_configuration" {
    value = []
    why   = "not configured"
  }
  assume "vpc_endpoint_type" {
    value = "Gateway"
    why   = "Gateway, the provider's default"
  }

  ref "subnets" {
    path  = "subnet_ids"
    types = ["aws_subnet", "aws_default_subnet"]
    many  = true
  }

  ref "associations" {
    by   = ["aws_vpc_endpoint_subnet_association"]
    many = true
  }

  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data through the endpoint a month"
  }
  usage "interfaces" {
    unit        = "interfaces"
    default     = null
    description = "network interfaces of the endpoint, where the plan does not show its subnets"
  }

  let {
    type   = lower(coalesce(self.vpc_endpoint_type, "Gateway"))
    kind   = lookup({ gatewayloadbalancer = "gwlb-endpoint", interface = "interface-endpoint" }, let.type, "${let.type}-endpoint")
    billed = let.type != "gateway"
    # Subnets made by the same plan have no id yet, but they can be counted.
    made    = length(refs.subnets) > 0 ? length(refs.subnets) : null
    subnets = max(known(length(self.subnet_ids), let.made), length(self.subnet_configuration))
    # An interface endpoint is of no use without a subnet: it has one at least.
    interfaces = let.type == "gatewayloadbalancer" ? 1 : (usage.interfaces == null ? max(1, let.subnets + length(refs.associations)) : usage.interfaces)
  }

  cost "endpoint" {
    when     = let.billed
    quantity = let.interfaces * hours
    unit     = "hour"
    price    = "vpc/${let.kind}/hour"
  }

  cost "data processed" {
    when     = let.billed
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "vpc/${let.kind}/data"
  }

  uses "endpoint" {
    when = let.billed
    gap  = "no source gives the energy of a VPC endpoint"
  }

  example "interface in two subnets" {
    given   = { vpc_endpoint_type = "Interface", subnet_ids = ["subnet-1", unknown] }
    usage   = { monthly_data_processed_gb = 1000 }
    want    = { endpoint = 1460, "data processed" = 1000 }
    monthly = "24.60"
    prices  = { "vpc/interface-endpoint/hour" = 0.01, "vpc/interface-endpoint/data" = 0.01 }
    source  = "aws.amazon.com/privatelink/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "gateway" {
    given  = { vpc_endpoint_type = "Gateway" }
    want   = {}
    status = "free"
  }

  example "type left out is gateway" {
    given  = { service_name = "com.amazonaws.us-east-1.s3" }
    want   = {}
    status = "free"
  }

  example "interface with no subnet configured" {
    given   = { vpc_endpoint_type = "Interface", subnet_ids = unknown, subnet_configuration = unknown }
    omitted = ["subnet_ids", "subnet_configuration"]
    want    = { endpoint = 730 }
    unused  = ["data processed"]
    status  = "partial"
  }

  example "subnets known only after apply" {
    given  = { vpc_endpoint_type = "Interface", subnet_ids = unknown, subnet_configuration = [] }
    want   = {}
    unused = ["data processed"]
    gaps   = ["endpoint"]
    status = "gap"
  }

  example "in the subnets of the same plan" {
    given  = { vpc_endpoint_type = "Interface", subnet_ids = unknown, subnet_configuration = [] }
    refs   = { subnets = [{ id = unknown }, { id = unknown }, { id = unknown }] }
    want   = { endpoint = 2190 }
    unused = ["data processed"]
  }

  example "subnets associated one by one" {
    given   = { vpc_endpoint_type = "Interface", subnet_ids = unknown, subnet_configuration = [] }
    omitted = ["subnet_ids"]
    refs    = { associations = [{ subnet_id = "subnet-1" }, { subnet_id = unknown }] }
    want    = { endpoint = 1460 }
    unused  = ["data processed"]
  }

  example "subnets known only after apply, interfaces given" {
    given = { vpc_endpoint_type = "Interface", subnet_ids = unknown }
    usage = { interfaces = 3, monthly_data_processed_gb = 0 }
    want  = { endpoint = 2190, "data processed" = 0 }
  }

  example "in front of a firewall" {
    given   = { vpc_endpoint_type = "GatewayLoadBalancer", subnet_ids = ["subnet-1"] }
    usage   = { monthly_data_processed_gb = 100 }
    want    = { endpoint = 730, "data processed" = 100 }
    monthly = "7.65"
    prices  = { "vpc/gwlb-endpoint/hour" = 0.01, "vpc/gwlb-endpoint/data" = 0.0035 }
    source  = "aws.amazon.com/privatelink/pricing, us-east-1, 2025-11"
  }

  example "for a Lattice resource" {
    given  = { vpc_endpoint_type = "Resource", subnet_ids = ["subnet-1"] }
    want   = {}
    gaps = ["endpoint"]
    status = "gap"
    unused = ["data processed"]
  }
}
