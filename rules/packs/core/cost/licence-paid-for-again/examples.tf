# _plan/.iaclint.hcl says that licences are owned.
provider "azurerm" {
  features {}
}

variable "licence" {
  type = string
}

resource "azurerm_windows_virtual_machine" "bad" {
  # want: pays for a Windows licence by the hour
  name                  = "bad"
  location              = "westeurope"
  resource_group_name   = "rg-shop"
  size                  = "Standard_D4s_v5"
  admin_username        = "operator"
  admin_password        = "not-a-secret-1"
  network_interface_ids = ["/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/networkInterfaces/bad"]

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }
}

resource "azurerm_windows_virtual_machine" "good" {
  name                  = "good"
  location              = "westeurope"
  resource_group_name   = "rg-shop"
  size                  = "Standard_D4s_v5"
  admin_username        = "operator"
  admin_password        = "not-a-secret-1"
  network_interface_ids = ["/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/networkInterfaces/good"]
  license_type          = "Windows_Server"

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }
}

resource "azurerm_mssql_database" "bad" {
  # want: pays for a SQL Server licence by the hour
  name      = "orders"
  server_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Sql/servers/shop"
  sku_name  = "GP_Gen5_4"
}

resource "azurerm_mssql_database" "depends" {
  name         = "reports"
  server_id    = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Sql/servers/shop"
  sku_name     = "GP_Gen5_4"
  license_type = var.licence # want unknown: SQL Server licence
}
