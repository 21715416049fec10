provider "aws" {
  region = "eu-west-1"
}

provider "azurerm" {
  features {}
}

variable "untagged_days" {
  type = number
}

resource "aws_ecr_repository" "bad" {
  name = "shop/web" # want: nothing removes old images: at 60 builds a month of 0.3 GB it grows to 216 GB
}

resource "aws_ecr_repository" "good" {
  name = "shop/orders"
}

resource "aws_ecr_lifecycle_policy" "good" {
  repository = aws_ecr_repository.good.name

  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
      action       = { type = "expire" }
    }]
  })
}

resource "azurerm_container_registry" "bad" {
  name                = "shopimages" # want: nothing removes old images
  location            = "westeurope"
  resource_group_name = "rg-shop"
  sku                 = "Premium"
}

resource "azurerm_container_registry" "good" {
  name                     = "ordersimages"
  location                 = "westeurope"
  resource_group_name      = "rg-orders"
  sku                      = "Premium"
  retention_policy_in_days = 7
}

resource "azurerm_container_registry" "depends" {
  name                     = "reportsimages"
  location                 = "westeurope"
  resource_group_name      = "rg-reports"
  sku                      = "Premium"
  retention_policy_in_days = var.untagged_days # want unknown: removes old images
}
