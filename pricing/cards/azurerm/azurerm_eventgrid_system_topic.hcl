# A topic of Event Grid for events of Azure itself: operations, which are events taken in (by 64 KB), matched and
# delivered. The free 100,000 operations a month are the account's and are not
# taken off. Outside the government clouds the price is the same in every region
# that is known; the catalogue holds it under West Europe.
resource "azurerm_eventgrid_system_topic" {
  usage "monthly_operations" {
    unit        = "operations"
    description = "operations a month: events taken in, matched, and tried to deliver"
  }

  cost "operations" {
    quantity = usage.monthly_operations / 1000000
    unit     = "1M-operations"
    price    = "event-grid/event-grid/standard/standard-operations"
    region   = startswith(region, "usgov") ? region : "westeurope"
    whole    = true
  }

  uses "events" { gap = "no figure exists for the delivery of events" }

  example "ten million operations" {
    given   = {}
    usage   = { monthly_operations = 10000000 }
    want    = { operations = 10 }
    status  = "priced"
    monthly = "6.00"
    prices  = { "event-grid/event-grid/standard/standard-operations" = 0.6 }
    source  = "azure.microsoft.com/pricing/details/event-grid, West Europe, 2026-08"
  }

  example "without use" {
    given  = {}
    want   = {}
    unused = ["operations"]
    status = "usage"
  }
}
