# Two pools, one of them left over.
provider "azurerm" {
  features {}
}


resource "azurerm_mssql_elasticpool" "old" {
  # want: no database of this plan is in it
  name                = "old"
  resource_group_name = "rg-orders"
  location            = "westeurope"
  server_name         = "orders"
  max_size_gb         = 100

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
  location            = "westeurope"
  server_name         = "orders"
  max_size_gb         = 100

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

resource "azurerm_mssql_database" "good" {
  name            = "good"
  server_id       = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Sql/servers/orders"
  elastic_pool_id = azurerm_mssql_elasticpool.good.id
}
