provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

provider "azurerm" {
  features {}
}

variable "retention_days" {
  type = number
}

resource "aws_cloudwatch_log_group" "bad" {
  name              = "/ecs/orders"
  retention_in_days = 365 # want: kept for 365 days; the cap in non-production is 30
}

resource "aws_cloudwatch_log_group" "good" {
  name              = "/ecs/payments"
  retention_in_days = 30
}

# What an audit asks for is kept as long as the audit asks.
resource "aws_cloudwatch_log_group" "good_compliance" {
  name              = "/audit"
  retention_in_days = 3653

  tags = {
    compliance = "sox"
  }
}

resource "aws_cloudwatch_log_group" "depends" {
  name              = "/ecs/reports"
  retention_in_days = var.retention_days # want unknown: retention_in_days
}

resource "azurerm_log_analytics_workspace" "bad" {
  name                = "logs"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  retention_in_days   = 730 # want: kept for 730 days; the cap in production is 400

  tags = {
    environment = "production"
  }
}
