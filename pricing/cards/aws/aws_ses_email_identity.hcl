# An address to send mail from: billed as aws_ses_domain_identity is. Mail from an address
# of a domain that is an identity too is counted at one of them only.
resource "aws_ses_email_identity" {
  usage "monthly_emails" {
    unit        = "mails"
    description = "mails sent with it a month, one for each recipient"
  }
  usage "monthly_attachments_gb" {
    unit        = "GB"
    default     = null
    description = "data sent in mails and what is attached to them a month"
  }

  part "" {
    card  = "aws_ses_domain_identity"
    given = {}
    usage = { monthly_emails = usage.monthly_emails, monthly_attachments_gb = usage.monthly_attachments_gb }
  }

  example "a hundred thousand mails" {
    given   = { email = "post@example.com" }
    usage   = { monthly_emails = 100000, monthly_attachments_gb = 5 }
    want    = { mails = 100, attachments = 5 }
    monthly = "10.60"
    prices  = { "ses/email-sent" = 0.10, "ses/attachments" = 0.12 }
    source  = "aws.amazon.com/ses/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "use not given" {
    given  = { email = unknown }
    want   = {}
    unused = ["mails"]
    status = "usage"
  }
}
