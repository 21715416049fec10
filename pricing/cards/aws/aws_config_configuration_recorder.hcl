# Configuration items recorded: one for each change with continuous recording, one
# for each resource that changed in a day with daily recording, which is dearer by
# the item. Overrides by type are not told apart.
resource "aws_config_configuration_recorder" {
  assume "recording_mode" {
    value = []
    why   = "continuous, the default"
  }

  usage "monthly_config_items" {
    unit        = "items"
    description = "configuration items recorded a month"
  }
  usage "monthly_custom_config_items" {
    unit        = "items"
    default     = null
    description = "items of resources outside AWS recorded a month"
  }

  let {
    daily = upper(coalesce(get(self.recording_mode, "recording_frequency"), "CONTINUOUS")) == "DAILY"
  }

  cost "items" {
    quantity = usage.monthly_config_items
    unit     = "item"
    price    = let.daily ? "config/configuration-item-daily" : "config/configuration-item"
  }

  cost "custom items" {
    when     = usage.monthly_custom_config_items != null
    quantity = usage.monthly_custom_config_items
    unit     = "item"
    price    = "config/custom-item"
  }

  uses "recorder" {
    gap = "no source gives the energy of a recorder"
  }

  example "continuous" {
    given   = { recording_mode = unknown }
    omitted = ["recording_mode"]
    usage   = { monthly_config_items = 10000, monthly_custom_config_items = 1000 }
    want    = { items = 10000, "custom items" = 1000 }
    monthly = "33.00"
    prices  = { "config/configuration-item" = 0.003, "config/custom-item" = 0.003 }
    source  = "aws.amazon.com/config/pricing, us-east-1, 2025-09"
    status  = "priced"
  }

  example "daily" {
    given   = { recording_mode = [{ recording_frequency = "DAILY" }] }
    usage   = { monthly_config_items = 1000 }
    want    = { items = 1000 }
    monthly = "12.00"
    prices  = { "config/configuration-item-daily" = 0.012 }
    source  = "aws.amazon.com/config/pricing, us-east-1, 2025-09"
  }

  example "use not given" {
    given  = { recording_mode = [] }
    want   = {}
    unused = ["items"]
    status = "usage"
  }

  example "frequency known only after apply" {
    given  = { recording_mode = [{ recording_frequency = unknown }] }
    usage  = { monthly_config_items = 1000 }
    want   = {}
    gaps   = ["items"]
    status = "gap"
  }
}
