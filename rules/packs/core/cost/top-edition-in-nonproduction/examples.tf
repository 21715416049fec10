# Editions of databases in a test environment.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

provider "azurerm" {
  features {}
}

provider "google" {
  region = "europe-west1"
}

variable "edition" {
  type = string
}

resource "aws_db_instance" "ledger" {
  # want: edition sqlserver-ee in non-production, where sqlserver-se will do
  engine            = "sqlserver-ee"
  engine_version    = "16.00"
  instance_class    = "db.m6i.xlarge"
  license_model     = "license-included"
  allocated_storage = 100
}

resource "azurerm_mssql_database" "orders" {
  # want: edition BC in non-production, where GP will do
  name      = "orders"
  server_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Sql/servers/shop"
  sku_name  = "BC_Gen5_4"
  tags      = { environment = "test" }
}

resource "google_sql_database_instance" "orders" {
  # want: edition ENTERPRISE_PLUS in non-production, where ENTERPRISE will do
  name             = "orders"
  database_version = "POSTGRES_16"

  settings {
    edition     = "ENTERPRISE_PLUS"
    tier        = "db-perf-optimized-N-4"
    user_labels = { environment = "test" }
  }
}

resource "aws_db_instance" "later" {
  # want unknown: engine is not known
  engine            = var.edition
  instance_class    = "db.m6i.xlarge"
  allocated_storage = 100
}

resource "aws_db_instance" "good" {
  engine            = "sqlserver-se"
  engine_version    = "16.00"
  instance_class    = "db.m6i.xlarge"
  license_model     = "license-included"
  allocated_storage = 100
}

resource "azurerm_mssql_database" "good" {
  name      = "good"
  server_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Sql/servers/shop"
  sku_name  = "GP_Gen5_4"
  tags      = { environment = "test" }
}

# Production is sized elsewhere.
resource "azurerm_mssql_database" "good_production" {
  name      = "good-production"
  server_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Sql/servers/shop"
  sku_name  = "BC_Gen5_4"
  tags      = { environment = "production" }
}
