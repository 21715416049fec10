provider "azurerm" {
  features {}
}

provider "google" {
  project = "example-shop"

  default_labels = {
    environment = "staging"
  }
}

variable "class" {
  type = string
}

resource "azurerm_managed_disk" "bad" {
  name                 = "data-staging"
  location             = "westeurope"
  resource_group_name  = "rg-shop"
  create_option        = "Empty"
  disk_size_gb         = 64
  storage_account_type = "Premium_LRS" # want: Premium_LRS in non-production, where StandardSSD_LRS will do

  tags = {
    environment = "staging"
  }
}

resource "azurerm_managed_disk" "live" {
  name                 = "data"
  location             = "westeurope"
  resource_group_name  = "rg-shop"
  create_option        = "Empty"
  disk_size_gb         = 64
  storage_account_type = "Premium_LRS"

  tags = {
    environment = "production"
  }
}

resource "google_compute_disk" "bad" {
  name = "data"
  zone = "europe-west4-a"
  type = "pd-ssd" # want: pd-ssd in non-production, where pd-balanced will do
  size = 50
}

resource "google_compute_disk" "good" {
  name = "more"
  zone = "europe-west4-a"
  type = "pd-balanced"
  size = 50
}

resource "google_compute_disk" "depends" {
  name = "later"
  zone = "europe-west4-a"
  type = var.class # want unknown: type
  size = 50
}
