# A database of the data catalogue: objects kept in it (tables, versions of
# tables, partitions) and requests. The first million of each is free for an
# account and not deducted.
resource "aws_glue_catalog_database" {
  usage "monthly_objects" {
    unit        = "objects"
    description = "objects kept: tables, their versions, partitions"
  }
  usage "monthly_requests" {
    unit        = "requests"
    description = "requests to the catalogue a month"
  }

  cost "objects" {
    quantity = usage.monthly_objects / 100000
    unit     = "100k-objects-month"
    price    = "glue/catalog-storage"
    whole    = true
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "glue/catalog-requests"
    whole    = true
  }

  uses "catalogue" {
    gap = "no source gives the energy of a catalogue"
  }

  example "two million objects, three million requests" {
    given   = { name = "d" }
    usage   = { monthly_objects = 2000000, monthly_requests = 3000000 }
    want    = { objects = 20, requests = 3 }
    monthly = "23.00"
    prices  = { "glue/catalog-storage" = 1, "glue/catalog-requests" = 1 }
    source  = "aws.amazon.com/glue/pricing, us-east-1, 2025-07"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["objects", "requests"]
    status = "usage"
  }
}
