provider "azurerm" {
  features {}
}

provider "google" {
  project = "example-shop"
  region  = "europe-west4"
}

variable "least" {
  type = number
}

resource "azurerm_application_gateway" "bad" {
  name                = "edge"
  location            = "westeurope"
  resource_group_name = "rg-shop"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 3 # want: 3 instances at all hours
  }
}

resource "azurerm_application_gateway" "good" {
  name                = "edge"
  location            = "westeurope"
  resource_group_name = "rg-shop"

  sku {
    name = "Standard_v2"
    tier = "Standard_v2"
  }

  autoscale_configuration {
    min_capacity = 1
    max_capacity = 3
  }
}

resource "azurerm_api_management" "bad" {
  name                = "apis-staging"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  publisher_name      = "Shop"
  publisher_email     = "apis@example.com"
  sku_name            = "Standard_1" # want: Standard_1 in non-production, where Developer_1 will do

  tags = {
    environment = "staging"
  }
}

resource "google_vpc_access_connector" "good" {
  name          = "jobs"
  ip_cidr_range = "10.8.0.0/28"
  network       = "default"
  min_instances = 2
  max_instances = 10
}

resource "google_vpc_access_connector" "depends" {
  name          = "later"
  ip_cidr_range = "10.8.1.0/28"
  network       = "default"
  min_instances = var.least # want unknown: min_instances
  max_instances = 10
}
