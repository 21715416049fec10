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

resource "azurerm_mssql_elasticpool" "bad" {
  name                = "bad"
  resource_group_name = "rg-orders"
  location            = "francecentral"
  server_name         = "orders"
  max_size_gb         = 100
  tags                = { environment = "production", owner = "shop", cost-center = "4711" }

  sku {
    name     = "GP_Gen5"
    tier     = "GeneralPurpose"
    family   = "Gen5"
    capacity = 2
  }

  per_database_settings {
    min_capacity = 0
    max_capacity = 2
  }
}

resource "azurerm_mssql_elasticpool" "good" {
  name                = "good"
  resource_group_name = "rg-orders"
  location            = "francecentral"
  server_name         = "orders"
  max_size_gb         = 100
  tags                = { environment = "production", owner = "shop", cost-center = "4711" }

  sku {
    name     = "GP_Gen5"
    tier     = "GeneralPurpose"
    family   = "Gen5"
    capacity = 2
  }

  per_database_settings {
    min_capacity = 0
    max_capacity = 2
  }
}

resource "azurerm_mssql_database" "orders" {
  name            = "orders"
  server_id       = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-orders/providers/Microsoft.Sql/servers/orders"
  elastic_pool_id = azurerm_mssql_elasticpool.good.id
}
