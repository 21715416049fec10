# Hours of the index by edition, and of capacity for queries and documents bought
# on top. It is billed from when it is made, documents or none. The edition for
# generative AI has no known price.
resource "aws_kendra_index" {
  assume "edition" {
    value = "ENTERPRISE_EDITION"
    why   = "Enterprise, the provider's default"
  }
  assume "capacity_units" {
    value = []
    why   = "nothing on top"
  }

  let {
    edition = upper(coalesce(self.edition, "ENTERPRISE_EDITION"))
    known   = contains(["ENTERPRISE_EDITION", "DEVELOPER_EDITION"], let.edition)
    big     = let.edition == "ENTERPRISE_EDITION"
  }

  cost "index" {
    quantity = hours
    unit     = "hour"
    price    = !let.known ? null : let.big ? "kendra/enterprise/base" : "kendra/developer/base"
    hint     = "no source gives the price of this edition"
  }
  cost "query capacity" {
    when     = let.big
    quantity = coalesce(get(self.capacity_units, "query_capacity_units"), 0) * hours
    unit     = "hour"
    price    = "kendra/enterprise/query-unit"
  }
  cost "storage capacity" {
    when     = let.big
    quantity = coalesce(get(self.capacity_units, "storage_capacity_units"), 0) * hours
    unit     = "hour"
    price    = "kendra/enterprise/storage-unit"
  }

  uses "index" {
    gap = "no source says what an index runs on"
  }

  example "developer" {
    given   = { edition = "DEVELOPER_EDITION", capacity_units = [] }
    want    = { index = 730 }
    monthly = "821.25"
    prices  = { "kendra/developer/base" = 1.125 }
    source  = "aws.amazon.com/kendra/pricing, us-east-1, 2025-03"
    status  = "priced"
  }

  example "enterprise, the default, with more capacity" {
    given   = { edition = unknown, capacity_units = [{ query_capacity_units = 2, storage_capacity_units = 1 }] }
    omitted = ["edition"]
    want    = { index = 730, "query capacity" = 1460, "storage capacity" = 730 }
    monthly = "2555.00"
    prices  = { "kendra/enterprise/base" = 1.4, "kendra/enterprise/query-unit" = 0.7, "kendra/enterprise/storage-unit" = 0.7 }
    source  = "aws.amazon.com/kendra/pricing, us-east-1, 2025-03"
  }

  example "for generative AI" {
    given  = { edition = "GEN_AI_ENTERPRISE_EDITION", capacity_units = [] }
    want   = {}
    gaps   = ["index"]
    status = "gap"
  }

  example "edition known only after apply" {
    given  = { edition = unknown, capacity_units = [] }
    want   = {}
    gaps   = ["index", "query capacity", "storage capacity"]
    status = "gap"
  }
}
