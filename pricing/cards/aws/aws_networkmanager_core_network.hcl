# A core network of Cloud WAN: hours of its edge in every region of its policy.
# Attachments are billed themselves. The regions come from the policy document,
# here or in the policy attachment, else from the regions of the base policy.
resource "aws_networkmanager_core_network" {
  assume "base_policy_document" {
    why = "no document of its own"
  }
  assume "base_policy_regions" {
    why = "no regions of its own"
  }

  ref "policy" {
    by = ["aws_networkmanager_core_network_policy_attachment"]
  }

  let {
    text  = first(get(refs.policy, "policy_document"), self.base_policy_document)
    edges = let.text == null ? first(self.base_policy_regions, []) : [for m in regexall("\"location\"\\s*:\\s*\"([a-z0-9-]+)\"", let.text) : m[0]]
  }

  cost "edges" {
    for_each = let.edges
    name     = "edge in ${each.value}"
    quantity = hours
    unit     = "hour"
    price    = "cloudwan/core-network-edge"
    region   = each.value
  }

  uses "edges" {
    gap = "no source gives the energy of an edge"
  }

  example "regions of the base policy" {
    given   = { base_policy_regions = ["us-east-1", "eu-west-1"] }
    want    = { "edge in us-east-1" = 730, "edge in eu-west-1" = 730 }
    monthly = "730.00"
    prices  = { "cloudwan/core-network-edge" = 0.5 }
    source  = "aws.amazon.com/cloud-wan/pricing, us-east-1 and eu-west-1, 2025-05"
    status  = "priced"
  }

  example "a policy attached" {
    given = { global_network_id = unknown, base_policy_regions = unknown }
    refs  = { policy = { policy_document = "{\"version\": \"2021.12\", \"core-network-configuration\": {\"asn-ranges\": [\"64512-64555\"], \"edge-locations\": [{\"location\": \"us-west-2\"}]}}" } }
    want  = { "edge in us-west-2" = 730 }
  }

  example "policy known only after apply" {
    given  = { global_network_id = unknown }
    refs   = { policy = { policy_document = unknown } }
    want   = {}
    gaps   = ["edges"]
    status = "gap"
  }
}
