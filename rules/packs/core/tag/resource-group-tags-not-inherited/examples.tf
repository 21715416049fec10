# Tags that somebody took for inherited.
provider "azurerm" {
  features {}
}

variable "tags" {
  description = "Tags of a team."
  type        = map(string)
}

resource "azurerm_resource_group" "shop" {
  # want: its owner reaches nothing in it: 1 resource lacks it
  name     = "shop"
  location = "West Europe"

  tags = { Owner = "payments" }
}

resource "azurerm_managed_disk" "bad" {
  name                 = "bad"
  resource_group_name  = azurerm_resource_group.shop.name
  location             = azurerm_resource_group.shop.location
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 256
}

resource "azurerm_managed_disk" "good" {
  name                 = "good"
  resource_group_name  = azurerm_resource_group.shop.name
  location             = azurerm_resource_group.shop.location
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 256

  tags = { owner = "payments" }
}

# Whether it carries the tag is another rule's question.
resource "azurerm_managed_disk" "open" {
  name                 = "open"
  resource_group_name  = azurerm_resource_group.shop.name
  location             = azurerm_resource_group.shop.location
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 256

  tags = var.tags
}
