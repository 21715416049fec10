terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "5.2.0"
    }
  }
}

provider "azurerm" {
  subscription_id = "00000000-0000-0000-0000-000000000000"

  features {}
}

# Two regions, both written to, for tests.
resource "azurerm_cosmosdb_account" "bad" {
  name                             = "bad"
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

# One region, and throughput that waits for requests.
resource "azurerm_cosmosdb_account" "provisioned" {
  name                = "provisioned"
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
}

resource "azurerm_cosmosdb_sql_database" "orders" {
  name                = "orders"
  resource_group_name = "rg-shop"
  account_name        = azurerm_cosmosdb_account.provisioned.name
  throughput          = 400
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
