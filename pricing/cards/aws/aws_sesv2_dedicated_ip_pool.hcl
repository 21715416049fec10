# A pool of managed addresses: a fee a month for the account, and mail sent through
# it in steps. A standard pool is free: its addresses are billed where they are
# assigned.
resource "aws_sesv2_dedicated_ip_pool" {
  assume "scaling_mode" {
    value = "STANDARD"
    why   = "standard, the service's default"
  }

  usage "monthly_emails" {
    unit        = "mails"
    description = "mails sent through the pool a month"
  }

  let {
    managed = upper(coalesce(self.scaling_mode, "STANDARD")) == "MANAGED"
  }

  cost "managed addresses" {
    when     = let.managed
    quantity = 1
    unit     = "month"
    price    = "ses/managed-ip/subscription"
  }
  cost "mails" {
    when     = let.managed
    quantity = usage.monthly_emails / 1000
    unit     = "1k-emails"
    price    = "ses/managed-ip/email"
  }

  uses "pool" {
    when = let.managed
    gap  = "no source gives the energy of an address"
  }

  example "managed, into the second step" {
    given   = { scaling_mode = "MANAGED" }
    usage   = { monthly_emails = 20000000 }
    want    = { "managed addresses" = 1, mails = 20000 }
    monthly = "1215.00" # 15 + 10,000 x 0.08 + 10,000 x 0.04
    prices  = { "ses/managed-ip/subscription" = 15, "ses/managed-ip/email" = 0.08 }
    source  = "aws.amazon.com/ses/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "standard" {
    given   = { scaling_mode = unknown }
    omitted = ["scaling_mode"]
    want    = {}
    status  = "free"
  }

  example "mode known only after apply" {
    given  = { scaling_mode = unknown }
    usage  = { monthly_emails = 1000 }
    want   = {}
    gaps   = ["managed addresses", "mails"]
    status = "gap"
  }
}
