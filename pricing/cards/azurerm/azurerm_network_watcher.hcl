# A network watcher, one per region and subscription: checks with its diagnostic
# tools, the first thousand a month free. Flow logs and connection monitors are
# other resources.
resource "azurerm_network_watcher" {
  usage "monthly_diagnostic_tool_api_calls" {
    unit        = "checks"
    description = "checks a month with the diagnostic tools (IP flow verify, next hop, packet capture …)"
  }

  cost "diagnostic checks" {
    quantity = usage.monthly_diagnostic_tool_api_calls
    unit     = "checks"
    price    = "network-watcher/network-watcher/standard/standard-diagnostic-tool-api"
  }

  uses "watcher" { gap = "no figure exists for network diagnostics" }

  example "11,000 checks" {
    given   = { name = "watcher" }
    usage   = { monthly_diagnostic_tool_api_calls = 11000 }
    want    = { "diagnostic checks" = 11000 }
    status  = "priced"
    monthly = "10.00" # the first 1,000 are free
    prices  = { "network-watcher/network-watcher/standard/standard-diagnostic-tool-api" = 0.001 }
    source  = "azure.microsoft.com/pricing/details/network-watcher, West Europe, 2026-08"
  }

  example "without use, name known only after apply" {
    given  = { name = unknown }
    want   = {}
    unused = ["diagnostic checks"]
    status = "usage"
  }
}
