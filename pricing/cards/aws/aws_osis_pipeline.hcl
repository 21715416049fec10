# An ingestion pipeline: hours of its units, the fewest it may have, whether data
# flows or not, with the most as the upper bound; a stopped one is free. Its
# price is known in one region.
resource "aws_osis_pipeline" {
  usage "ocus" {
    unit        = "OCUs"
    default     = null
    description = "units on average, where that is not the fewest"
  }

  cost "units" {
    quantity = coalesce(usage.ocus, self.min_units) * hours
    low      = coalesce(usage.ocus, self.min_units) * hours
    high     = coalesce(usage.ocus, self.max_units) * hours
    unit     = "hour"
    price    = "opensearch-ingestion/ocu"
  }

  uses "units" {
    gap = "what a unit occupies is said in more than one way"
  }

  example "one to four units, in Mumbai" {
    region  = "ap-south-1"
    given   = { pipeline_name = "p", min_units = 1, max_units = 4 }
    want    = { units = 730 }
    monthly = "216.08"
    prices  = { "opensearch-ingestion/ocu" = 0.296 }
    source  = "aws.amazon.com/opensearch-service/pricing, ap-south-1, 2026-04"
    status  = "priced"
  }

  example "average given" {
    region = "ap-south-1"
    given  = { pipeline_name = "p", min_units = 1, max_units = 4 }
    usage  = { ocus = 2.5 }
    want   = { units = 1825 }
  }

  example "units known only after apply" {
    region = "ap-south-1"
    given  = { pipeline_name = "p", min_units = unknown, max_units = 4 }
    want   = {}
    gaps   = ["units"]
    status = "gap"
  }
}
