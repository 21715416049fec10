# Search in a test environment, built like production and built small.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

provider "azurerm" {
  features {}
}

variable "nodes" {
  type = number
}

resource "aws_opensearch_domain" "copied" {
  # want: 3 dedicated masters in non-production
  # want: 3 data nodes, where 1 will do, in non-production
  # want: a warm tier in non-production
  domain_name    = "copied"
  engine_version = "OpenSearch_2.13"

  cluster_config {
    instance_type            = "m7g.large.search"
    instance_count           = 3
    zone_awareness_enabled   = true
    dedicated_master_enabled = true
    dedicated_master_type    = "m7g.large.search"
    dedicated_master_count   = 3
    warm_enabled             = true
    warm_type                = "ultrawarm1.medium.search"
    warm_count               = 2
  }
}

resource "azurerm_search_service" "copied" {
  # want: 3 replicas, where 1 will do, in non-production
  # want: the standard2 tier in non-production
  name                = "copied"
  resource_group_name = "rg-search"
  location            = "westeurope"
  sku                 = "standard2"
  replica_count       = 3
  tags                = { environment = "test" }
}

resource "aws_opensearch_domain" "later" {
  # want unknown: cluster_config.instance_count is not known
  domain_name = "later"

  cluster_config {
    instance_type  = "t3.small.search"
    instance_count = var.nodes
  }
}

resource "aws_opensearch_domain" "good" {
  domain_name    = "good"
  engine_version = "OpenSearch_2.13"

  cluster_config {
    instance_type  = "t3.small.search"
    instance_count = 1
  }
}

resource "azurerm_search_service" "good" {
  name                = "good"
  resource_group_name = "rg-search"
  location            = "westeurope"
  sku                 = "basic"
  tags                = { environment = "test" }
}

# Production has to live through the loss of a machine.
resource "aws_opensearch_domain" "good_production" {
  domain_name = "good-production"
  tags        = { environment = "production" }

  cluster_config {
    instance_type            = "m7g.large.search"
    instance_count           = 3
    dedicated_master_enabled = true
    dedicated_master_count   = 3
  }
}
