# The language an account is spoken to.
provider "azurerm" {
  features {}
}

variable "capability" {
  description = "EnableCassandra, say."
  type        = string
}

resource "azurerm_cosmosdb_account" "bad" {
  # want: opened with the core API, which only this service speaks
  name                = "orders"
  location            = "westeurope"
  resource_group_name = "shop"
  offer_type          = "Standard"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "good" {
  name                = "carts"
  location            = "westeurope"
  resource_group_name = "shop"
  offer_type          = "Standard"
  kind                = "MongoDB"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "open" {
  # want unknown: opened with the core API
  name                = "visits"
  location            = "westeurope"
  resource_group_name = "shop"
  offer_type          = "Standard"

  capabilities {
    name = var.capability
  }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}
