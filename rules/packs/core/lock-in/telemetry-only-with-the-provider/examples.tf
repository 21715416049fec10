# Where logs can be read.
provider "azurerm" {
  features {}
}

resource "azurerm_log_analytics_workspace" "good" {
  name                = "small"
  location            = "westeurope"
  resource_group_name = "shop"
  sku                 = "PerGB2018"
  retention_in_days   = 30
}

# A tier of capacity is paid for whatever comes in.
resource "azurerm_log_analytics_workspace" "bad" {
  # want: of telemetry in Log Analytics, and nothing in the plan sends it elsewhere
  name                               = "shop"
  location                           = "westeurope"
  resource_group_name                = "shop"
  sku                                = "CapacityReservation"
  reservation_capacity_in_gb_per_day = 100
  retention_in_days                  = 30
}
