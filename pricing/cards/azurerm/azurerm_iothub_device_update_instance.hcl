# An instance of Device Update: a month for itself and one for each device, in the
# standard tier. The tier is its account's; the free one costs nothing.
resource "azurerm_iothub_device_update_instance" {
  ref "account" {
    path  = "device_update_account_id"
    types = ["azurerm_iothub_device_update_account"]
  }

  usage "devices" {
    unit        = "devices"
    description = "devices that it updates"
  }

  let {
    free = lower(coalesce(get(refs.account, "sku"), "Standard")) == "free"
  }

  cost "instance" {
    when     = !let.free
    quantity = 1
    unit     = "month"
    price    = refs.account == null ? null : "iot-hub/device-update-for-iot-hub/standard/standard-1-du-instance"
    hint     = "the tier is that of the account, which is not part of this input"
  }
  cost "devices" {
    when     = !let.free
    quantity = usage.devices
    unit     = "device-month"
    price    = refs.account == null ? null : "iot-hub/device-update-for-iot-hub/standard/standard-1-device-unit"
    hint     = "the tier is that of the account, which is not part of this input"
  }

  uses "service" {
    when = !let.free
    gap  = "no figure exists for updates sent"
  }

  example "a thousand devices" {
    refs    = { account = { sku = "Standard" } }
    usage   = { devices = 1000 }
    want    = { instance = 1, devices = 1000 }
    status  = "priced"
    monthly = "140.00"
    prices  = { "iot-hub/device-update-for-iot-hub/standard/standard-1-du-instance" = 70, "iot-hub/device-update-for-iot-hub/standard/standard-1-device-unit" = 0.07 }
    source  = "azure.microsoft.com/pricing/details/iot-hub, West Europe, 2026-08"
  }

  example "free" {
    refs   = { account = { sku = "Free" } }
    want   = {}
    status = "free"
  }

  example "an account that the input does not hold" {
    want   = {}
    gaps   = ["instance"]
    unused = ["devices"]
    status = "gap"
  }
}
