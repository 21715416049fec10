provider "azurerm" {
  features {}
}

variable "size" {
  type = number
}

resource "azurerm_managed_disk" "bad" {
  name                 = "bad"
  location             = "westeurope"
  resource_group_name  = "rg-shop"
  create_option        = "Empty"
  storage_account_type = "StandardSSD_LRS"
  disk_size_gb         = 200 # want: 200 GB are billed as 256
}

resource "azurerm_managed_disk" "good" {
  name                 = "good"
  location             = "westeurope"
  resource_group_name  = "rg-shop"
  create_option        = "Empty"
  storage_account_type = "StandardSSD_LRS"
  disk_size_gb         = 256
}

resource "azurerm_managed_disk" "good_by_the_gb" {
  name                 = "good-by-the-gb"
  location             = "westeurope"
  resource_group_name  = "rg-shop"
  create_option        = "Empty"
  zone                 = "1"
  storage_account_type = "PremiumV2_LRS"
  disk_size_gb         = 200
}

resource "azurerm_managed_disk" "depends" {
  name                 = "depends"
  location             = "westeurope"
  resource_group_name  = "rg-shop"
  create_option        = "Empty"
  storage_account_type = "StandardSSD_LRS"
  disk_size_gb         = var.size # want unknown: disk_size_gb
}
