# A log of the flows of a network or a security group: gigabytes collected, and
# gigabytes that Traffic Analytics processes, dearer at an interval of ten minutes
# than of sixty. The free 5 GB a month are the account's and are not taken off;
# what is stored is the storage account's, what Traffic Analytics keeps the
# workspace's.
resource "azurerm_network_watcher_flow_log" {
  ref "network" {
    path  = "target_resource_id"
    types = ["azurerm_virtual_network", "azurerm_subnet", "azurerm_network_interface"]
  }

  usage "monthly_log_collected_gb" {
    unit        = "GB"
    description = "flow logs collected a month"
  }

  let {
    on       = coalesce(self.enabled, true)
    analysed = let.on && coalesce(get(self.traffic_analytics, "enabled", false), false)
    # 60 is the provider's default.
    often = get(self.traffic_analytics, "interval_in_minutes", 60) == 10
    meter = "network-watcher/network-watcher/standard/standard"
  }

  cost "logs collected" {
    when     = let.on
    quantity = usage.monthly_log_collected_gb
    unit     = "GB"
    price    = "${let.meter}-${refs.network == null ? "network-logs" : "vnet-flow-logs"}-collected"
    whole    = true
  }

  cost "traffic analytics" {
    when     = let.analysed
    quantity = usage.monthly_log_collected_gb
    unit     = "GB"
    price    = "${let.meter}-traffic-analytics-processing${let.often ? "-at-10-minute-interval" : ""}"
  }

  uses "logs" {
    when = let.on
    gap  = "no figure exists for collecting flow logs"
  }

  example "100 GB of a network, analysed each hour" {
    given   = { enabled = true, traffic_analytics = [{ enabled = true, interval_in_minutes = 60 }] }
    refs    = { network = { location = "westeurope" } }
    usage   = { monthly_log_collected_gb = 100 }
    want    = { "logs collected" = 100, "traffic analytics" = 100 }
    status  = "priced"
    monthly = "280.00"
    prices = {
      "network-watcher/network-watcher/standard/standard-vnet-flow-logs-collected"     = 0.5
      "network-watcher/network-watcher/standard/standard-traffic-analytics-processing" = 2.3
    }
    source = "azure.microsoft.com/pricing/details/network-watcher, West Europe, 2026-08"
  }

  example "a security group, analysed every ten minutes" {
    given  = { enabled = true, network_security_group_id = "/subscriptions/0/networkSecurityGroups/g", traffic_analytics = [{ enabled = true, interval_in_minutes = 10 }] }
    usage  = { monthly_log_collected_gb = 10 }
    want   = { "logs collected" = 10, "traffic analytics" = 10 }
    prices = { "network-watcher/network-watcher/standard/standard-traffic-analytics-processing-at-10-minute-interval" = 3.5 }
  }

  example "switched off" {
    given  = { enabled = false }
    usage  = { monthly_log_collected_gb = 10 }
    want   = {}
    status = "free"
  }

  example "without use" {
    given  = { enabled = true }
    want   = {}
    unused = ["logs collected"]
    status = "usage"
  }

  example "whether it is on is known only after apply" {
    given  = { enabled = unknown }
    usage  = { monthly_log_collected_gb = 10 }
    want   = {}
    gaps   = ["logs collected"]
    status = "gap"
  }
}
