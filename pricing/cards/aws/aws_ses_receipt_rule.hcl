# Mail received, by the thousand, and every full 256 KB of it as a chunk. What the
# rule does with it is billed where it happens. A rule that is off is free.
resource "aws_ses_receipt_rule" {
  assume "enabled" {
    value = false
    why   = "off, the provider's default"
  }

  usage "monthly_emails" {
    unit        = "mails"
    description = "mails received by the rule a month"
  }
  usage "monthly_chunks" {
    unit        = "chunks"
    default     = null
    description = "full pieces of 256 KB of them a month"
  }

  let {
    on = coalesce(self.enabled, false)
  }

  cost "mails" {
    when     = let.on
    quantity = usage.monthly_emails / 1000
    unit     = "1k-emails"
    price    = "ses/inbound"
  }
  cost "chunks" {
    when     = let.on && usage.monthly_chunks != null
    quantity = usage.monthly_chunks / 1000
    unit     = "1k-chunks"
    price    = "ses/inbound/chunks"
  }

  uses "mail" {
    when = let.on
    gap  = "no source gives the energy of a mail"
  }

  example "fifty thousand mails" {
    given   = { enabled = true }
    usage   = { monthly_emails = 50000, monthly_chunks = 10000 }
    want    = { mails = 50, chunks = 10 }
    monthly = "5.90"
    prices  = { "ses/inbound" = 0.10, "ses/inbound/chunks" = 0.09 }
    source  = "aws.amazon.com/ses/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "off, which is the default" {
    given   = { enabled = unknown }
    omitted = ["enabled"]
    want    = {}
    status  = "free"
  }

  example "known only after apply" {
    given  = { enabled = unknown }
    usage  = { monthly_emails = 50000 }
    want   = {}
    gaps   = ["mails"]
    status = "gap"
  }
}
