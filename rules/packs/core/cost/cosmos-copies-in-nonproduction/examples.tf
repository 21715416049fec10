# Accounts of a test environment.
provider "azurerm" {
  features {}
}

variable "second_region" {
  type = bool
}

resource "azurerm_cosmosdb_account" "copied" {
  # want: data in 2 regions in non-production, where 1 will do
  # want: every region takes writes in non-production
  name                             = "copied"
  location                         = "westeurope"
  resource_group_name              = "rg-shop"
  offer_type                       = "Standard"
  multiple_write_locations_enabled = true
  tags                             = { environment = "test" }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }

  geo_location {
    location          = "northeurope"
    failover_priority = 1
  }
}

resource "azurerm_cosmosdb_account" "zones" {
  # want: copies in several zones in non-production
  name                = "zones"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  offer_type          = "Standard"
  tags                = { environment = "test" }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
    zone_redundant    = true
  }

  capabilities {
    name = "EnableServerless"
  }
}

resource "azurerm_cosmosdb_account" "asked" {
  # want unknown: multiple_write_locations_enabled is not known
  name                             = "asked"
  location                         = "westeurope"
  resource_group_name              = "rg-shop"
  offer_type                       = "Standard"
  multiple_write_locations_enabled = var.second_region
  free_tier_enabled                = true
  tags                             = { environment = "test" }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "good" {
  name                = "good"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  offer_type          = "Standard"
  tags                = { environment = "test" }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }

  capabilities {
    name = "EnableServerless"
  }
}

# In production the second region is there for a reason.
resource "azurerm_cosmosdb_account" "good_production" {
  name                = "good-production"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  offer_type          = "Standard"
  tags                = { environment = "production" }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }

  geo_location {
    location          = "northeurope"
    failover_priority = 1
  }
}
