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

locals {
  tags = {
    environment = "staging"
    owner       = "payments"
    cost-center = "cc-4711"
  }
}

resource "azurerm_resource_group" "ledger" {
  name     = "ledger"
  location = "swedencentral"
}

resource "azurerm_network_interface" "this" {
  for_each = toset(["bad", "good"])

  name                = each.key
  location            = azurerm_resource_group.ledger.location
  resource_group_name = azurerm_resource_group.ledger.name

  ip_configuration {
    name                          = "inside"
    subnet_id                     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/net/subnets/work"
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_windows_virtual_machine" "bad" {
  name                  = "bad"
  location              = azurerm_resource_group.ledger.location
  resource_group_name   = azurerm_resource_group.ledger.name
  size                  = "Standard_D4s_v5"
  tags                  = local.tags
  admin_username        = "operator"
  admin_password        = "not-a-secret-1"
  network_interface_ids = [azurerm_network_interface.this["bad"].id]

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }
}

resource "azurerm_windows_virtual_machine" "good" {
  name                  = "good"
  location              = azurerm_resource_group.ledger.location
  resource_group_name   = azurerm_resource_group.ledger.name
  size                  = "Standard_D4s_v5"
  tags                  = local.tags
  admin_username        = "operator"
  admin_password        = "not-a-secret-1"
  network_interface_ids = [azurerm_network_interface.this["good"].id]
  license_type          = "Windows_Server"

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }
}
