# Device provisioning for IoT hubs: operations, nothing for being there.
resource "azurerm_iothub_dps" {
  usage "monthly_operations" {
    unit        = "operations"
    description = "registrations and other operations a month"
  }

  cost "operations" {
    quantity = usage.monthly_operations / 1000000
    unit     = "1M-operations"
    price    = "iot-hub/iot-hub-device-provisioning/s1/s1-operations"
  }

  uses "service" { gap = "no figure exists for operations of the service" }

  example "50,000 operations" {
    given   = { sku = [{ name = "S1", capacity = 1 }] }
    usage   = { monthly_operations = 50000 }
    want    = { operations = 0.05 }
    status  = "priced"
    monthly = "5.00"
    prices  = { "iot-hub/iot-hub-device-provisioning/s1/s1-operations" = 100 }
    source  = "azure.microsoft.com/pricing/details/iot-hub, West Europe, 2026-08"
  }

  example "without use" {
    given  = { sku = [{ name = "S1", capacity = 1 }] }
    want   = {}
    unused = ["operations"]
    status = "usage"
  }
}
