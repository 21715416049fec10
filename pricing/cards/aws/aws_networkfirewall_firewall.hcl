# A network firewall: hours of an endpoint in every subnet (or zone, where it is
# attached to a transit gateway) and gigabytes through them. TLS inspection adds
# an hourly fee for each endpoint. A NAT gateway behind it is not billed by AWS
# for as many hours and gigabytes, which is not deducted here.
resource "aws_networkfirewall_firewall" {
  assume "availability_zone_mapping" {
    value = []
    why   = "in a network of its own, not attached to a transit gateway"
  }

  ref "policy" {
    path  = "firewall_policy_arn"
    types = ["aws_networkfirewall_firewall_policy"]
  }
  ref "inspection" {
    of    = "policy"
    path  = "firewall_policy.tls_inspection_configuration_arn"
    types = ["aws_networkfirewall_tls_inspection_configuration"]
  }

  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data through the endpoints a month"
  }

  let {
    endpoints = length(self.subnet_mapping) + length(self.availability_zone_mapping)
    inspects  = refs.inspection != null ? true : get(refs.policy, "firewall_policy.tls_inspection_configuration_arn") != null
  }

  cost "endpoints" {
    quantity = let.endpoints * hours
    unit     = "hour"
    price    = "network-firewall/endpoint"
  }

  cost "TLS inspection" {
    when     = let.inspects
    quantity = let.endpoints * hours
    unit     = "hour"
    price    = "network-firewall/endpoint-advanced"
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "network-firewall/data"
  }

  uses "endpoints" {
    gap = "no source gives the energy of a firewall endpoint"
  }

  example "in two zones" {
    given   = { subnet_mapping = [{ subnet_id = "subnet-1" }, { subnet_id = "subnet-2" }] }
    usage   = { monthly_data_processed_gb = 100 }
    want    = { endpoints = 1460, "data processed" = 100 }
    monthly = "583.20"
    prices  = { "network-firewall/endpoint" = 0.395, "network-firewall/data" = 0.065 }
    source  = "aws.amazon.com/network-firewall/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "with TLS inspection" {
    given  = { subnet_mapping = [{ subnet_id = "subnet-1" }], firewall_policy_arn = unknown }
    refs   = { policy = { firewall_policy = [{ tls_inspection_configuration_arn = "arn:aws:network-firewall:us-east-1:1:tls-configuration/a" }] } }
    usage  = { monthly_data_processed_gb = 0 }
    want   = { endpoints = 730, "TLS inspection" = 730, "data processed" = 0 }
    prices = { "network-firewall/endpoint-advanced" = 0.38 }
  }

  example "with TLS inspection of the same plan" {
    given = { subnet_mapping = [{ subnet_id = "subnet-1" }], firewall_policy_arn = unknown }
    refs  = { policy = { firewall_policy = [{ tls_inspection_configuration_arn = unknown }] }, inspection = { name = "tls" } }
    usage = { monthly_data_processed_gb = 0 }
    want  = { endpoints = 730, "TLS inspection" = 730, "data processed" = 0 }
  }

  example "attached to a transit gateway in three zones" {
    given  = { transit_gateway_id = "tgw-1", availability_zone_mapping = [{ availability_zone_id = "use1-az1" }, { availability_zone_id = "use1-az2" }, { availability_zone_id = "use1-az3" }] }
    want   = { endpoints = 2190 }
    unused = ["data processed"]
    status = "partial"
  }

  example "subnets known only after apply" {
    given  = { subnet_mapping = unknown }
    usage  = { monthly_data_processed_gb = 10 }
    want   = { "data processed" = 10 }
    gaps   = ["endpoints"]
    status = "partial"
  }
}
