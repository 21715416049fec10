# An IoT Central application: hours of each device of its plan beyond the first
# two, which are free, and messages beyond those that go with a device (400,
# 5,000 or 30,000 a month). Messages of the smallest plan are dearer.
resource "azurerm_iotcentral_application" {
  assume "sku" {
    value = "ST1"
    why   = "ST1, the provider's default"
  }

  usage "devices" {
    unit        = "devices"
    description = "devices connected all month"
  }
  usage "monthly_messages" {
    unit        = "messages"
    default     = null
    description = "messages a month of all devices"
  }

  let {
    tier     = trimprefix(lower(coalesce(self.sku, "ST1")), "st")
    included = { "0" = 400, "1" = 5000, "2" = 30000 }[let.tier]
  }

  cost "devices" {
    quantity = max(0, usage.devices - 2) * hours
    unit     = "hour"
    price    = "iot-central/iot-central/standard/standard-tier-${let.tier}"
  }

  cost "further messages" {
    when     = usage.monthly_messages != null
    quantity = max(0, usage.monthly_messages - let.included * usage.devices) / 1000000
    unit     = "1M-messages"
    price    = "iot-central/iot-central/standard/standard-overage-messages${let.tier == "0" ? "-st0" : ""}"
  }

  uses "application" { gap = "no figure exists for the service" }

  example "102 devices of ST1 with two million messages" {
    given   = { sku = "ST1" }
    usage   = { devices = 102, monthly_messages = 2510000 }
    want    = { devices = 73000, "further messages" = 2 }
    status  = "priced"
    monthly = "69.201" # 73000 x 0.000537 + 2 x 15
    prices  = { "iot-central/iot-central/standard/standard-tier-1" = 0.000537, "iot-central/iot-central/standard/standard-overage-messages" = 15 }
    source  = "azure.microsoft.com/pricing/details/iot-central, West Europe, 2026-08"
  }

  example "two devices are free" {
    given = { sku = "ST2" }
    usage = { devices = 2 }
    want  = { devices = 0 }
  }

  example "without use" {
    given   = { sku = unknown }
    omitted = ["sku"]
    want    = {}
    unused  = ["devices"]
    status  = "usage"
  }
}
