# A Cloud Storage bucket: gigabytes of its class, operations, retrieval from the
# colder classes, replication between the regions of a multi- or dual-region,
# and data that leaves. Nothing is fixed: an empty bucket is free.
#
# The location decides the prices: a region, a multi-region (US, EU, ASIA) or a
# dual-region (NAM4, EUR4, ASIA1). A dual-region of one's own choice has prices
# of both of its regions, which are not in the catalogue. Old versions, unfinished
# uploads and what soft delete keeps (seven days unless turned off) count as
# storage; deleting before a class's minimum time is billed as storage for the
# rest of it. With Autoclass objects move between classes by themselves: reading
# is free of retrieval fees and operations cost as in STANDARD.
resource "google_storage_bucket" {
  usage "storage_gb" {
    unit        = "GB"
    description = "data stored, old versions and soft-deleted objects included"
  }
  usage "monthly_class_a_operations" {
    unit        = "operations"
    description = "writes and listings"
  }
  usage "monthly_class_b_operations" {
    unit        = "operations"
    description = "reads"
  }
  usage "monthly_data_retrieval_gb" {
    unit        = "GB"
    description = "data read from NEARLINE, COLDLINE or ARCHIVE"
  }
  usage "monthly_data_written_gb" {
    unit        = "GB"
    description = "data written, which a multi- or dual-region replicates"
  }
  usage "autoclass_objects" {
    unit        = "objects"
    description = "objects of 128 KiB and more that Autoclass manages"
  }
  usage "monthly_egress_data_transfer_gb" {
    keys = {
      same_continent = "GB: to Google's own services elsewhere on it"
      worldwide      = "GB"
      asia           = "GB"
      china          = "GB"
      australia      = "GB"
    }
    default     = null
    description = "data out a month, by where it goes"
  }

  let {
    place = lower(self.location)
    multi = { us = "us-multi", eu = "europe-multi", asia = "asia-multi" }
    from  = { us = "us-central1", nam4 = "us-central1", eu = "europe-west1", eur4 = "europe-west4", asia = "asia-east1", asia1 = "asia-northeast1" }

    custom = length(self.custom_placement_config) > 0
    wide   = lookup(let.multi, let.place, "") != ""
    dual   = let.custom || length(regexall("^(nam|eur|asia)[0-9]+$", let.place)) > 0
    region = let.custom ? "${let.place} with two regions of choice" : lookup(let.multi, let.place, let.place)
    kind   = let.custom || let.dual ? "-dual" : let.wide ? "-multi" : ""
    spread = let.kind == "" ? "" : "-multi"

    said  = lower(replace(coalesce(self.storage_class, "STANDARD"), "_", "-"))
    class = contains(["regional", "multi-regional"], let.said) ? "standard" : let.said
    auto  = get(self.autoclass, "enabled", false)
    cold  = !let.auto && contains(["nearline", "coldline", "archive"], let.class)
    named = get(self.hierarchical_namespace, "enabled", false) ? "-hns" : ""
    rates = "${let.auto ? "standard" : let.class}${let.spread}${let.named}"
    turbo = upper(coalesce(known(self.rpo, "DEFAULT"), "DEFAULT")) == "ASYNC_TURBO"

    out = usage.monthly_egress_data_transfer_gb
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "gcs/storage/${let.class}${let.kind}"
    region   = let.region
  }

  cost "class A operations" {
    quantity = usage.monthly_class_a_operations / 1000
    unit     = "1k-operations"
    price    = "gcs/operations/${let.rates}/class-a"
  }

  cost "class B operations" {
    quantity = usage.monthly_class_b_operations / 1000
    unit     = "1k-operations"
    price    = "gcs/operations/${let.rates}/class-b"
  }

  cost "retrieval" {
    when     = let.cold
    quantity = usage.monthly_data_retrieval_gb
    unit     = "GiB"
    price    = "gcs/retrieval/${let.class}${let.kind}"
    region   = let.region
  }

  cost "replication" {
    when     = let.kind != ""
    name     = let.turbo ? "turbo replication" : "replication"
    quantity = usage.monthly_data_written_gb
    unit     = "GiB"
    price    = "gcs/replication/${let.turbo ? "turbo" : "default"}"
    region   = let.region
  }

  cost "Autoclass management" {
    when     = let.auto
    quantity = usage.autoclass_objects / 1000
    unit     = "1k-objects-month"
    price    = "gcs/autoclass/management"
  }

  cost "egress to the internet" {
    quantity = get(let.out, "worldwide")
    unit     = "GiB"
    price    = "network/traffic/egress/internet"
    region   = lookup(let.from, let.place, let.place)
  }

  cost "egress within the continent" {
    when     = get(let.out, "same_continent") != null
    quantity = get(let.out, "same_continent")
    unit     = "GiB"
    price    = "gcs/transfer/same-continent"
    region   = let.region
  }

  # Asia costs what the rest of the world does.
  cost "egress to Asia" {
    when     = get(let.out, "asia") != null
    quantity = get(let.out, "asia")
    unit     = "GiB"
    price    = "network/traffic/egress/internet"
    region   = lookup(let.from, let.place, let.place)
  }

  cost "egress to China" {
    when     = get(let.out, "china") != null
    quantity = get(let.out, "china")
    unit     = "GiB"
    price    = "network/traffic/egress/internet/china"
    region   = lookup(let.from, let.place, let.place)
  }

  cost "egress to Australia" {
    when     = get(let.out, "australia") != null
    quantity = get(let.out, "australia")
    unit     = "GiB"
    price    = "network/traffic/egress/internet/australia"
    region   = lookup(let.from, let.place, let.place)
  }

  uses "storage" {
    storage   = "gcs"
    selector  = let.class
    gigabytes = usage.storage_gb
  }

  example "a region in use" {
    given   = { location = "US-CENTRAL1", storage_class = "STANDARD", rpo = unknown }
    usage   = { storage_gb = 50, monthly_class_a_operations = 10000, monthly_class_b_operations = 50000, monthly_egress_data_transfer_gb = { worldwide = 1 } }
    want    = { storage = 50, "class A operations" = 10, "class B operations" = 50, "egress to the internet" = 1 }
    status  = "priced"
    monthly = "1.19"
    prices  = { "gcs/storage/standard" = 0.02, "gcs/operations/standard/class-a" = 0.005, "gcs/operations/standard/class-b" = 0.0004, "network/traffic/egress/internet" = 0.12 }
    source  = "the simple example of cloud.google.com/storage/pricing-examples, which comes to 1.19, too"
  }

  example "use not given" {
    given  = { location = "EUROPE-WEST1", storage_class = "STANDARD" }
    want   = {}
    unused = ["storage", "class A operations", "class B operations", "egress to the internet"]
    status = "usage"
  }

  example "a multi-region, nearline" {
    given  = { location = "US", storage_class = "NEARLINE" }
    usage  = { storage_gb = 1000, monthly_class_a_operations = 20000, monthly_class_b_operations = 0, monthly_data_retrieval_gb = 100, monthly_data_written_gb = 200, monthly_egress_data_transfer_gb = { worldwide = 2000, same_continent = 10 } }
    want   = { storage = 1000, "class A operations" = 20, "class B operations" = 0, retrieval = 100, replication = 200, "egress to the internet" = 2000, "egress within the continent" = 10 }
    status = "priced"
  }

  example "a dual-region with turbo replication" {
    region  = "nam4"
    given   = { location = "NAM4", storage_class = "STANDARD", rpo = "ASYNC_TURBO" }
    usage   = { storage_gb = 100, monthly_data_written_gb = 10 }
    want    = { storage = 100, "turbo replication" = 10 }
    unused  = ["class A operations", "class B operations", "egress to the internet"]
    status  = "partial"
    monthly = "4.80"
    prices  = { "gcs/storage/standard-dual" = 0.044, "gcs/replication/turbo" = 0.04 }
    source  = "cloud.google.com/storage/pricing, nam4, 2026-07"
  }

  example "two regions of choice have prices of their own" {
    given  = { location = "US", storage_class = "STANDARD", custom_placement_config = [{ data_locations = ["US-EAST4", "US-WEST1"] }] }
    usage  = { storage_gb = 100, monthly_class_a_operations = 1000, monthly_class_b_operations = 1000, monthly_data_written_gb = 1, monthly_egress_data_transfer_gb = { worldwide = 0 } }
    want   = { "class A operations" = 1, "class B operations" = 1, "egress to the internet" = 0 }
    gaps   = ["storage", "replication"]
    status = "partial"
  }

  example "Autoclass reads without fees" {
    given  = { location = "US-CENTRAL1", storage_class = "NEARLINE", autoclass = [{ enabled = true }] }
    usage  = { autoclass_objects = 5000 }
    want   = { "Autoclass management" = 5 }
    unused = ["storage", "class A operations", "class B operations", "egress to the internet"]
  }

  example "location known only after apply" {
    given  = { location = unknown, storage_class = "STANDARD" }
    usage  = { storage_gb = 10 }
    want   = {}
    gaps   = ["storage", "replication"]
    status = "gap"
    unused = ["class A operations", "class B operations", "egress to the internet"]
  }
}
