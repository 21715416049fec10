# The subscription is free; its users are billed by the month, by role and edition,
# memory for data beyond what they bring by the gigabyte, and a fee a month for the
# account where Amazon Q is used. Users made as resources are billed there.
resource "aws_quicksight_account_subscription" {
  usage "authors" {
    unit        = "users"
    description = "administrators and authors that no plan makes"
  }
  usage "readers" {
    unit        = "users"
    description = "readers that no plan makes, in the enterprise edition"
  }
  usage "spice_gb" {
    unit        = "GB"
    default     = null
    description = "memory for data bought on top"
  }
  usage "amazon_q" {
    kind        = "flag"
    default     = null
    description = "whether the account uses Amazon Q"
  }

  let {
    standard = upper(self.edition) == "STANDARD"
  }

  cost "authors" {
    quantity = usage.authors
    unit     = "user-month"
    price    = let.standard ? "quicksight/standard/user" : "quicksight/enterprise/author"
  }
  cost "readers" {
    when     = !let.standard
    quantity = usage.readers
    unit     = "user-month"
    price    = "quicksight/enterprise/reader"
  }
  cost "memory" {
    when     = usage.spice_gb != null
    quantity = usage.spice_gb
    unit     = "GB-month"
    price    = let.standard ? "quicksight/standard/spice" : "quicksight/enterprise/spice"
  }
  cost "Amazon Q" {
    when     = coalesce(usage.amazon_q, false)
    quantity = 1
    unit     = "month"
    price    = "quicksight/q-fee"
  }

  uses "subscription" {
    gap = "no source gives the energy of a user"
  }

  example "five authors, a hundred readers" {
    given   = { edition = "ENTERPRISE" }
    usage   = { authors = 5, readers = 100, spice_gb = 100, amazon_q = true }
    want    = { authors = 5, readers = 100, memory = 100, "Amazon Q" = 1 }
    monthly = "708.00"
    prices = {
      "quicksight/enterprise/author" = 24
      "quicksight/enterprise/reader" = 3
      "quicksight/enterprise/spice"  = 0.38
      "quicksight/q-fee"             = 250
    }
    source = "aws.amazon.com/quicksight/pricing, us-east-1, 2025-03"
    status = "priced"
  }

  example "standard" {
    given   = { edition = "STANDARD" }
    usage   = { authors = 5 }
    want    = { authors = 5 }
    monthly = "60.00"
    prices  = { "quicksight/standard/user" = 12 }
    source  = "aws.amazon.com/quicksight/pricing, all regions, 2025-03"
  }

  example "use not given" {
    given  = { edition = "ENTERPRISE" }
    want   = {}
    unused = ["authors", "readers"]
    status = "usage"
  }

  example "edition known only after apply" {
    given  = { edition = unknown }
    usage  = { authors = 5, readers = 10 }
    want   = {}
    gaps   = ["authors", "readers"]
    status = "gap"
  }
}
