# How many times the same data is kept.
provider "azurerm" {
  features {}
}

variable "replication" {
  description = "LRS, ZRS, GRS or another."
  type        = string
}

resource "azurerm_storage_account" "bad" {
  name                     = "examplebad"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "RAGRS" # want: 6 copies of all that is stored; 4 would do in non-production
  tags                     = { environment = "staging" }
}

resource "azurerm_storage_account" "good" {
  name                     = "examplegood"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { environment = "staging" }
}

resource "azurerm_storage_account" "good_production" {
  name                     = "exampleprod"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "RAGRS"
  tags                     = { environment = "production" }
}

resource "azurerm_storage_account" "open" {
  name                     = "exampleopen"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = var.replication # want unknown: account_replication_type is not known
  tags                     = { environment = "staging" }
}
