# Databases of a test environment that are paid by use, and by the hour.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

provider "azurerm" {
  features {}
}

variable "floor" {
  type = number
}

resource "aws_rds_cluster" "awake" {
  # want: never below 0.5 ACUs
  cluster_identifier = "awake"
  engine             = "aurora-postgresql"
  engine_version     = "16.6"

  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 4
  }
}

resource "aws_neptune_cluster" "friends" {
  # want: never below 2.5 NCUs, where 1 is the least
  cluster_identifier = "friends"

  serverless_v2_scaling_configuration {
    min_capacity = 2.5
    max_capacity = 8
  }
}

resource "aws_opensearchserverless_collection" "search" {
  # want: standby replicas double the OCUs
  name = "search"
  type = "SEARCH"
}

resource "azurerm_mssql_database" "orders" {
  # want: never pauses
  name                        = "orders"
  server_id                   = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Sql/servers/shop"
  sku_name                    = "GP_S_Gen5_2"
  auto_pause_delay_in_minutes = -1
  tags                        = { environment = "test" }
}

resource "aws_rds_cluster" "later" {
  # want unknown: serverlessv2_scaling_configuration.min_capacity is not known
  cluster_identifier = "later"
  engine             = "aurora-postgresql"

  serverlessv2_scaling_configuration {
    min_capacity = var.floor
    max_capacity = 4
  }
}

resource "aws_rds_cluster" "good" {
  cluster_identifier = "good"
  engine             = "aurora-postgresql"
  engine_version     = "16.6"

  serverlessv2_scaling_configuration {
    min_capacity             = 0
    max_capacity             = 4
    seconds_until_auto_pause = 600
  }
}

resource "aws_opensearchserverless_collection" "good" {
  name             = "good"
  type             = "SEARCH"
  standby_replicas = "DISABLED"
}

# In production nobody waits for a database to wake up.
resource "aws_rds_cluster" "good_production" {
  cluster_identifier = "good-production"
  engine             = "aurora-postgresql"
  tags               = { environment = "production" }

  serverlessv2_scaling_configuration {
    min_capacity = 2
    max_capacity = 16
  }
}
