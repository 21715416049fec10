# App service plans with apps and without.
provider "azurerm" {
  features {}
}

variable "sku" {
  type = string
}

resource "azurerm_service_plan" "spare" {
  # want: no app in the plan runs on it
  name                = "spare"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  os_type             = "Linux"
  sku_name            = "S1"
}

resource "azurerm_service_plan" "staging" {
  name                = "staging"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  os_type             = "Linux"
  sku_name            = "P1v3" # want: P1v3 in non-production, where B2 will do

  tags = {
    environment = "staging"
  }
}

resource "azurerm_linux_web_app" "staging" {
  name                = "web-staging"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  service_plan_id     = azurerm_service_plan.staging.id

  site_config {}
}

resource "azurerm_service_plan" "good" {
  name                = "live"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  os_type             = "Linux"
  sku_name            = "P1v3"

  tags = {
    environment = "production"
  }
}

resource "azurerm_linux_web_app" "good" {
  name                = "web"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  service_plan_id     = azurerm_service_plan.good.id

  site_config {}
}

resource "azurerm_service_plan" "depends" {
  name                = "test"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  os_type             = "Linux"
  sku_name            = var.sku # want unknown: sku_name

  tags = {
    environment = "test"
  }
}

resource "azurerm_linux_web_app" "depends" {
  name                = "web-test"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  service_plan_id     = azurerm_service_plan.depends.id

  site_config {}
}
