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

variable "tier" {
  type = string
}

resource "aws_cloudfront_distribution" "bad" {
  enabled     = true
  price_class = "PriceClass_All" # want: PriceClass_All, where PriceClass_100 will do for non-production

  origin {
    domain_name = "shop.example.com"
    origin_id   = "shop"
  }
}

resource "aws_cloudfront_distribution" "good" {
  enabled     = true
  price_class = "PriceClass_100"

  origin {
    domain_name = "shop.example.com"
    origin_id   = "shop"
  }
}

resource "aws_cloudfront_distribution" "live" {
  enabled = true

  origin {
    domain_name = "shop.example.com"
    origin_id   = "shop"
  }

  tags = {
    environment = "production"
  }
}

resource "azurerm_cdn_frontdoor_profile" "bad" {
  name                = "shop-staging"
  resource_group_name = "rg-shop"
  sku_name            = "Premium_AzureFrontDoor" # want: premium tier in non-production

  tags = {
    environment = "staging"
  }
}

resource "azurerm_cdn_frontdoor_profile" "depends" {
  name                = "shop-test"
  resource_group_name = "rg-shop"
  sku_name            = var.tier # want unknown: sku_name is not known

  tags = {
    environment = "test"
  }
}
