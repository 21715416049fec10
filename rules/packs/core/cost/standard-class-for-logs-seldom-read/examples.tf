provider "azurerm" {
  features {}
}

variable "name" {
  type = string
}

resource "azurerm_log_analytics_workspace" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  retention_in_days   = 30
}

resource "azurerm_log_analytics_workspace_table" "bad" {
  # want: Analytics plan for logs that are seldom read
  workspace_id            = azurerm_log_analytics_workspace.shop.id
  name                    = "AuditEvents_CL"
  total_retention_in_days = 730
}

resource "azurerm_log_analytics_workspace_table" "good" {
  workspace_id            = azurerm_log_analytics_workspace.shop.id
  name                    = "AuditArchive_CL"
  plan                    = "Basic"
  total_retention_in_days = 730
}

resource "azurerm_log_analytics_workspace_table" "good_orders" {
  workspace_id = azurerm_log_analytics_workspace.shop.id
  name         = "Orders_CL"
}

resource "azurerm_log_analytics_workspace_table" "depends" {
  workspace_id = azurerm_log_analytics_workspace.shop.id
  name         = var.name # want unknown: name
}

# The class of this one is chosen when it is made: a plan that makes it says so, source does not.
resource "aws_cloudwatch_log_group" "good" {
  name              = "/shop/audit"
  retention_in_days = 365
}
