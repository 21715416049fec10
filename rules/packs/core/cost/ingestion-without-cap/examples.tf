# How much telemetry may come in a day, and how much of it is sampled.
provider "azurerm" {
  features {}
}

provider "aws" {
  region = "eu-west-1"
}

variable "quota" {
  type = number
}

resource "azurerm_log_analytics_workspace" "main" {
  # want: no daily cap; in production 50 GB a day should do
  name                = "main"
  location            = "westeurope"
  resource_group_name = "rg-logs"
}

resource "azurerm_log_analytics_workspace" "trial" {
  # want: daily cap of 20 GB; in non-production 2 should do
  name                = "trial"
  location            = "westeurope"
  resource_group_name = "rg-logs"
  daily_quota_gb      = 20
  tags                = { environment = "test" }
}

resource "azurerm_application_insights" "web" {
  # want: daily cap of 100 GB; in production 50 should do
  name                = "web"
  location            = "westeurope"
  resource_group_name = "rg-logs"
  application_type    = "web"
  sampling_percentage = 100
}

resource "aws_xray_sampling_rule" "all" {
  # want: 100 % of all requests are traced; 25 % should do
  rule_name      = "all"
  priority       = 1000
  version        = 1
  reservoir_size = 1
  fixed_rate     = 1
  url_path       = "*"
  host           = "*"
  http_method    = "*"
  service_type   = "*"
  service_name   = "*"
  resource_arn   = "*"
}

resource "azurerm_log_analytics_workspace" "set_elsewhere" {
  # want unknown: no daily cap
  name                = "set-elsewhere"
  location            = "westeurope"
  resource_group_name = "rg-logs"
  daily_quota_gb      = var.quota
}

resource "azurerm_log_analytics_workspace" "good" {
  name                = "good"
  location            = "westeurope"
  resource_group_name = "rg-logs"
  daily_quota_gb      = 10
}

# Sampled, so that its volume follows the sample.
resource "azurerm_application_insights" "good" {
  name                = "good"
  location            = "westeurope"
  resource_group_name = "rg-logs"
  application_type    = "web"
  sampling_percentage = 10
}
