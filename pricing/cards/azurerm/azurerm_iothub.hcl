# An IoT hub: a month for each unit of its size, which says how many messages a
# day go with it; messages are not billed apart. F1 is free. Routes and endpoints
# cost nothing, what they feed does.
resource "azurerm_iothub" {
  let {
    size = lower(get(self.sku, "name"))
  }

  cost "units" {
    when     = let.size != "f1"
    quantity = get(self.sku, "capacity")
    unit     = "month"
    price    = "iot-hub/iot-hub/${let.size}/${let.size}-unit"
  }

  uses "hub" {
    when = let.size != "f1"
    gap  = "no figure exists for message hubs"
  }

  example "four units of S1" {
    given   = { sku = [{ name = "S1", capacity = 4 }] }
    want    = { units = 4 }
    status  = "priced"
    monthly = "100.00"
    prices  = { "iot-hub/iot-hub/s1/s1-unit" = 25 }
    source  = "azure.microsoft.com/pricing/details/iot-hub, West Europe, 2026-08"
  }

  example "basic" {
    given  = { sku = [{ name = "B2", capacity = 1 }] }
    want   = { units = 1 }
    prices = { "iot-hub/iot-hub/b2/b2-unit" = 50 }
  }

  example "free" {
    given  = { sku = [{ name = "F1", capacity = 1 }] }
    want   = {}
    status = "free"
  }

  example "size known only after apply" {
    given  = { sku = [{ name = unknown, capacity = 1 }] }
    want   = {}
    gaps   = ["units"]
    status = "gap"
  }
}
