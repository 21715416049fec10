# Digital Twins: operations, messages and the units that queries take, by the
# million; nothing for being there.
resource "azurerm_digital_twins_instance" {
  usage "monthly_operations" {
    unit        = "operations"
    description = "calls of the API a month, in pieces of 1 KB"
  }
  usage "monthly_messages" {
    unit        = "messages"
    description = "messages sent on a month, in pieces of 1 KB"
  }
  usage "monthly_query_units" {
    unit        = "query units"
    description = "units that queries take a month"
  }

  cost "operations" {
    quantity = usage.monthly_operations / 1000000
    unit     = "1M-operations"
    price    = "digital-twins/digital-twins/standard/standard-operations"
  }
  cost "messages" {
    quantity = usage.monthly_messages / 1000000
    unit     = "1M-messages"
    price    = "digital-twins/digital-twins/standard/standard-message"
  }
  cost "query units" {
    quantity = usage.monthly_query_units / 1000000
    unit     = "1M-units"
    price    = "digital-twins/digital-twins/standard/standard-query-units"
  }

  uses "service" { gap = "no figure exists for operations of the service" }

  example "ten million of each" {
    usage   = { monthly_operations = 10000000, monthly_messages = 10000000, monthly_query_units = 10000000 }
    want    = { operations = 10, messages = 10, "query units" = 10 }
    status  = "priced"
    monthly = "52.00"
    prices = {
      "digital-twins/digital-twins/standard/standard-operations"  = 3.25
      "digital-twins/digital-twins/standard/standard-message"     = 1.3
      "digital-twins/digital-twins/standard/standard-query-units" = 0.65
    }
    source = "azure.microsoft.com/pricing/details/digital-twins, West Europe, 2026-08"
  }

  example "without use" {
    want   = {}
    unused = ["operations", "messages", "query units"]
    status = "usage"
  }
}
