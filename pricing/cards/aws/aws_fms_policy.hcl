# A policy of Firewall Manager by the month and region. Policies of Shield Advanced
# come with its subscription, which also covers those of WAF: such accounts say so.
# What a policy makes in the accounts, and the rules of AWS Config it uses, are
# billed themselves.
resource "aws_fms_policy" {
  usage "shield_advanced" {
    kind        = "flag"
    default     = false
    description = "whether the organization has Shield Advanced, with which policies of WAF are free"
  }

  let {
    type = upper(coalesce(get(self.security_service_policy_data, "type"), ""))
    free = let.type == "SHIELD_ADVANCED" || (usage.shield_advanced && startswith(let.type, "WAF"))
  }

  cost "policy" {
    when     = !let.free
    quantity = 1
    unit     = "policy-month"
    price    = "fms/policy"
  }

  uses "policy" {
    gap = "no source gives the energy of a policy"
  }

  example "security groups" {
    given   = { security_service_policy_data = [{ type = "SECURITY_GROUPS_COMMON" }] }
    want    = { policy = 1 }
    monthly = "100.00"
    prices  = { "fms/policy" = 100 }
    source  = "aws.amazon.com/firewall-manager/pricing, us-east-1, 2025-03"
    status  = "priced"
  }

  example "Shield Advanced is included" {
    given  = { security_service_policy_data = [{ type = "SHIELD_ADVANCED" }] }
    want   = {}
    status = "free"
  }

  example "WAF with Shield Advanced" {
    given  = { security_service_policy_data = [{ type = "WAFV2" }] }
    usage  = { shield_advanced = true }
    want   = {}
    status = "free"
  }

  example "WAF on its own" {
    given = { security_service_policy_data = [{ type = "WAFV2" }] }
    want  = { policy = 1 }
  }

  example "kind known only after apply" {
    given  = { security_service_policy_data = [{ type = unknown }] }
    want   = {}
    gaps   = ["policy"]
    status = "gap"
  }
}
