# One hardware security module, by the hour it exists. Its cluster is free, and
# says what kind of module it is.
resource "aws_cloudhsm_v2_hsm" {
  ref "cluster" {
    path  = "cluster_id"
    types = ["aws_cloudhsm_v2_cluster"]
  }

  let {
    kind = lower(coalesce(get(refs.cluster, "hsm_type"), "hsm1.medium"))
  }

  cost "module" {
    quantity = hours
    unit     = "hour"
    price    = let.kind == "hsm1.medium" ? "cloudhsm/hsm" : null
    hint     = "no source gives the price of modules other than hsm1.medium"
  }

  uses "appliance" {
    gap = "no source says what a module draws"
  }

  example "one module" {
    given   = { availability_zone = "us-east-1a", cluster_id = unknown }
    refs    = { cluster = { hsm_type = "hsm1.medium" } }
    want    = { module = 730 }
    monthly = "1168.00" # 730 x 1.6
    prices  = { "cloudhsm/hsm" = 1.6 }
    source  = "aws.amazon.com/cloudhsm/pricing, us-east-1, 2025-02"
    status  = "priced"
  }

  example "of the newer kind" {
    given  = { cluster_id = unknown }
    refs   = { cluster = { hsm_type = "hsm2m.medium" } }
    want   = {}
    gaps   = ["module"]
    status = "gap"
  }

  example "kind known only after apply" {
    given  = { cluster_id = unknown }
    refs   = { cluster = { hsm_type = unknown } }
    want   = {}
    gaps   = ["module"]
    status = "gap"
  }
}
