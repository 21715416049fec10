# A domain to send mail from: free by itself; mail sent with it by the thousand, and
# what is attached by the gigabyte. What an account has free is not deducted.
resource "aws_ses_domain_identity" {
  usage "monthly_emails" {
    unit        = "mails"
    description = "mails sent with it a month, one for each recipient"
  }
  usage "monthly_attachments_gb" {
    unit        = "GB"
    default     = null
    description = "data sent in mails and what is attached to them a month"
  }

  cost "mails" {
    quantity = usage.monthly_emails / 1000
    unit     = "1k-emails"
    price    = "ses/email-sent"
  }
  cost "attachments" {
    when     = usage.monthly_attachments_gb != null
    quantity = usage.monthly_attachments_gb
    unit     = "GB"
    price    = "ses/attachments"
  }

  uses "mail" {
    gap = "no source gives the energy of a mail"
  }

  example "a hundred thousand mails" {
    given   = { domain = "example.com" }
    usage   = { monthly_emails = 100000, monthly_attachments_gb = 5 }
    want    = { mails = 100, attachments = 5 }
    monthly = "10.60"
    prices  = { "ses/email-sent" = 0.10, "ses/attachments" = 0.12 }
    source  = "aws.amazon.com/ses/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "use not given" {
    given  = { domain = unknown }
    want   = {}
    unused = ["mails"]
    status = "usage"
  }
}
