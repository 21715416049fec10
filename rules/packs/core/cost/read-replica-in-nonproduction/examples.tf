# A test database with a replica.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

provider "azurerm" {
  features {}
}

variable "mode" {
  type = string
}

resource "aws_db_instance" "good" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
}

resource "aws_db_instance" "reads" {
  # want: a read replica in non-production
  replicate_source_db = aws_db_instance.good.arn
  instance_class      = "db.t4g.medium"
}

resource "azurerm_postgresql_flexible_server" "later" {
  # want unknown: create_mode is not known
  name                = "later"
  resource_group_name = "rg-orders"
  location            = "westeurope"
  sku_name            = "B_Standard_B2s"
  create_mode         = var.mode
  tags                = { environment = "test" }
}

# Production answers more reads than one machine can.
resource "aws_db_instance" "good_production" {
  replicate_source_db = "main"
  instance_class      = "db.r7g.large"
  tags                = { environment = "production" }
}
