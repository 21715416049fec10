# An Event Hubs namespace: throughput units (Basic, Standard) or processing units
# (Premium) by the hour, as many as asked for and with auto-inflate up to its
# maximum; events taken in; capture by the hour for each unit, when any hub of
# the namespace has it on (Standard; Premium includes it); and storage beyond what
# is included. In a dedicated cluster the cluster is billed.
resource "azurerm_eventhub_namespace" {
  ref "hubs" {
    by   = ["azurerm_eventhub"]
    many = true
  }
  ref "cluster" {
    path  = "dedicated_cluster_id"
    types = ["azurerm_eventhub_cluster"]
  }

  usage "monthly_ingress_events" {
    unit        = "events"
    description = "events taken in a month, counted by 64 KB"
  }
  usage "capture_enabled" {
    kind        = "flag"
    default     = null
    description = "whether capture is on, where the hubs are not part of the input"
  }
  usage "retention_storage_gb" {
    unit        = "GB"
    default     = null
    description = "events kept beyond what is included (Premium)"
  }

  let {
    sku       = lower(self.sku)
    dedicated = refs.cluster != null || self.dedicated_cluster_id != null
    premium   = !let.dedicated && let.sku == "premium"
    shared    = !let.dedicated && contains(["basic", "standard"], let.sku)
    units     = max(1, coalesce(self.capacity, 1))
    most      = coalesce(self.auto_inflate_enabled, false) ? max(let.units, coalesce(self.maximum_throughput_units, 0)) : let.units
    captured  = coalesce(usage.capture_enabled, length([for h in refs.hubs : h if coalesce(get(h, "capture_description.enabled", false), false)]) > 0)
  }

  cost "throughput units" {
    when     = let.shared
    quantity = let.units * hours
    high     = let.most * hours
    unit     = "hour"
    price    = "event-hubs/${let.sku}-${let.sku}-throughput-unit"
  }

  cost "processing units" {
    when     = let.premium
    quantity = let.units * hours
    unit     = "hour"
    price    = "event-hubs/premium-premium-processing-unit"
  }

  cost "ingress events" {
    when     = let.shared
    quantity = usage.monthly_ingress_events / 1000000
    unit     = "1M-events"
    price    = "event-hubs/${let.sku}-${let.sku}-ingress-events"
  }

  cost "capture" {
    when     = let.shared && let.sku == "standard" && let.captured
    quantity = let.units * hours
    high     = let.most * hours
    unit     = "hour"
    price    = "event-hubs/standard-standard-capture"
  }

  cost "extended retention" {
    when     = let.premium && usage.retention_storage_gb != null
    quantity = usage.retention_storage_gb
    unit     = "GB-month"
    price    = "event-hubs/premium-premium-extended-retention"
  }

  uses "hubs" {
    when = !let.dedicated
    gap  = "no figure exists for event streams"
  }

  example "Standard, two units, 100 million events" {
    given   = { sku = "Standard", capacity = 2, auto_inflate_enabled = false }
    usage   = { monthly_ingress_events = 100000000 }
    want    = { "throughput units" = 1460, "ingress events" = 100 }
    status  = "priced"
    monthly = "46.60"
    prices  = { "event-hubs/standard-standard-throughput-unit" = 0.03, "event-hubs/standard-standard-ingress-events" = 0.028 }
    source  = "azure.microsoft.com/pricing/details/event-hubs, West Europe, 2026-08"
  }

  example "captured, inflating to ten" {
    given   = { sku = "Standard", capacity = 1, auto_inflate_enabled = true, maximum_throughput_units = 10 }
    refs    = { hubs = [{ capture_description = [] }, { capture_description = [{ enabled = true }] }] }
    want    = { "throughput units" = 730, capture = 730 }
    unused  = ["ingress events"]
    monthly = "94.90"
    prices  = { "event-hubs/standard-standard-throughput-unit" = 0.03, "event-hubs/standard-standard-capture" = 0.1 }
    source  = "azure.microsoft.com/pricing/details/event-hubs, West Europe, 2026-08"
  }

  example "Premium" {
    given   = { sku = "Premium", capacity = 1 }
    usage   = { retention_storage_gb = 100 }
    want    = { "processing units" = 730, "extended retention" = 100 }
    status  = "priced"
    monthly = "988.28"
    prices  = { "event-hubs/premium-premium-processing-unit" = 1.336, "event-hubs/premium-premium-extended-retention" = 0.13 }
    source  = "azure.microsoft.com/pricing/details/event-hubs, West Europe, 2026-08"
  }

  example "in a dedicated cluster" {
    given  = { sku = "Standard", capacity = 1, dedicated_cluster_id = unknown }
    refs   = { cluster = { sku_name = "Dedicated_1" } }
    want   = {}
    status = "free"
  }

  example "tier known only after apply" {
    given  = { sku = unknown, capacity = 1 }
    want   = {}
    gaps   = ["throughput units", "processing units", "ingress events"]
    status = "gap"
  }
}
