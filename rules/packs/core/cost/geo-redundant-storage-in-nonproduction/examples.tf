provider "azurerm" {
  features {}
}

provider "google" {
  project = "example-shop"

  default_labels = {
    environment = "staging"
  }
}

variable "redundancy" {
  type = string
}

resource "azurerm_storage_account" "bad" {
  name                     = "stshopstaging"
  location                 = "westeurope"
  resource_group_name      = "rg-shop"
  account_tier             = "Standard"
  account_replication_type = "RAGRS" # want: RAGRS: everything is kept in a second region too

  tags = {
    environment = "staging"
  }
}

resource "azurerm_storage_account" "good" {
  name                     = "stshoptest"
  location                 = "westeurope"
  resource_group_name      = "rg-shop"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  tags = {
    environment = "test"
  }
}

resource "azurerm_storage_account" "live" {
  name                     = "stshop"
  location                 = "westeurope"
  resource_group_name      = "rg-shop"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    environment = "production"
  }
}

resource "azurerm_storage_account" "depends" {
  name                     = "stshopqa"
  location                 = "westeurope"
  resource_group_name      = "rg-shop"
  account_tier             = "Standard"
  account_replication_type = var.redundancy # want unknown: account_replication_type

  tags = {
    environment = "qa"
  }
}

resource "google_storage_bucket" "bad" {
  name     = "shop-staging"
  location = "EU" # want: EU is several regions
}
