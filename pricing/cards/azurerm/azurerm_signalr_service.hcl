# SignalR: days of its units, and messages beyond a million a day and unit. The
# Free tier costs nothing. Outside the government clouds the price is the same in
# every region that is known; the catalogue holds it under West Europe.
resource "azurerm_signalr_service" {
  usage "monthly_additional_messages" {
    unit        = "messages"
    description = "messages a month beyond the million a day that each unit includes"
  }

  let {
    # Free_F1, Standard_S1, Premium_P1, Premium_P2.
    tier  = lower(split("_", get(self.sku, "name"))[0])
    units = get(self.sku, "capacity")
    where = startswith(region, "usgov") ? region : "westeurope"
  }

  # 730 hours are 30.4 days.
  cost "units" {
    when     = let.tier != "free"
    quantity = let.units * hours / 24
    unit     = "day"
    price    = "signalr/signalr/${let.tier}/${let.tier}-unit"
    region   = let.where
  }

  cost "additional messages" {
    when     = let.tier != "free"
    quantity = usage.monthly_additional_messages / 1000000
    unit     = "1M-messages"
    price    = "signalr/signalr/${let.tier}/${let.tier}-message"
    region   = let.where
  }

  uses "units" {
    when = let.tier != "free"
    gap  = "no source says what hardware a unit is"
  }

  example "two Premium units, five million messages too many" {
    given   = { sku = [{ name = "Premium_P1", capacity = 2 }] }
    usage   = { monthly_additional_messages = 5000000 }
    want    = { units = 60.833333333333, "additional messages" = 5 }
    status  = "priced"
    monthly = "126.666666666666"
    prices  = { "signalr/signalr/premium/premium-unit" = 2, "signalr/signalr/premium/premium-message" = 1 }
    source  = "azure.microsoft.com/pricing/details/signalr-service, West Europe, 2026-08; 730 / 24 days"
  }

  example "Standard, without use" {
    given  = { sku = [{ name = "Standard_S1", capacity = 1 }] }
    want   = { units = 30.416666666667 }
    unused = ["additional messages"]
    prices = { "signalr/signalr/standard/standard-unit" = 1.61 }
  }

  example "Free" {
    given  = { sku = [{ name = "Free_F1", capacity = 1 }] }
    want   = {}
    status = "free"
  }

  example "units known only after apply" {
    given  = { sku = [{ name = "Standard_S1", capacity = unknown }] }
    want   = {}
    gaps   = ["units"]
    unused = ["additional messages"]
    status = "gap"
  }
}
