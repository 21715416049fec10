# Updates of the index of things, by the million, and queries of it, by ten
# thousand. With both kinds of indexing off it is free.
resource "aws_iot_indexing_configuration" {
  usage "monthly_index_updates" {
    unit        = "updates"
    description = "updates of the index a month, every KB of one as another"
  }
  usage "monthly_queries" {
    unit        = "queries"
    description = "queries a month, every KB of the answer as another"
  }

  let {
    things = upper(coalesce(get(self.thing_indexing_configuration, "thing_indexing_mode"), "OFF"))
    groups = upper(coalesce(get(self.thing_group_indexing_configuration, "thing_group_indexing_mode"), "OFF"))
    on     = let.things != "OFF" || let.groups != "OFF"
  }

  cost "updates" {
    when     = let.on
    quantity = usage.monthly_index_updates / 1000000
    unit     = "1M-updates"
    price    = "iot/index/updates"
  }
  cost "queries" {
    when     = let.on
    quantity = usage.monthly_queries / 10000
    unit     = "10k-queries"
    price    = "iot/index/queries"
  }

  uses "index" {
    when = let.on
    gap  = "no source gives the energy of an index"
  }

  example "registry and shadows" {
    given   = { thing_indexing_configuration = [{ thing_indexing_mode = "REGISTRY_AND_SHADOW" }] }
    usage   = { monthly_index_updates = 10000000, monthly_queries = 100000 }
    want    = { updates = 10, queries = 10 }
    monthly = "23.00"
    prices  = { "iot/index/updates" = 2.25, "iot/index/queries" = 0.05 }
    source  = "aws.amazon.com/iot-device-management/pricing, us-east-1, 2025-03"
    status  = "priced"
  }

  example "off" {
    given  = { thing_indexing_configuration = [{ thing_indexing_mode = "OFF" }] }
    want   = {}
    status = "free"
  }

  example "mode known only after apply" {
    given  = { thing_indexing_configuration = [{ thing_indexing_mode = unknown }] }
    usage  = { monthly_index_updates = 10000000, monthly_queries = 100000 }
    want   = {}
    gaps   = ["updates", "queries"]
    status = "gap"
  }
}
