# Provisioned performance in staging, where the figures included will do.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "staging" }
  }
}

provider "azurerm" {
  features {}
}

variable "iops" {
  type = number
}

resource "aws_ebs_volume" "journal" {
  # want: 8,000 IOPS provisioned; the cap in non-production is 3,000
  # want: 500 MiB/s provisioned; the cap in non-production is 250
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 200
  iops              = 8000
  throughput        = 500
}

resource "aws_fsx_lustre_file_system" "scratch" {
  # want: 2,343 MiB/s provisioned; the cap in non-production is 250
  subnet_ids                  = ["subnet-0a1b2c3d"]
  deployment_type             = "PERSISTENT_2"
  storage_capacity            = 2400
  per_unit_storage_throughput = 1000
}

resource "azurerm_managed_disk" "journal" {
  # want: 20,000 IOPS provisioned; the cap in non-production is 3,000
  name                 = "journal"
  location             = "westeurope"
  resource_group_name  = "rg-staging"
  create_option        = "Empty"
  storage_account_type = "PremiumV2_LRS"
  disk_size_gb         = 200
  disk_iops_read_write = 20000
  tags                 = { environment = "staging" }
}

resource "aws_ebs_volume" "set_elsewhere" {
  # want unknown: iops
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 200
  iops              = var.iops
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 200
}

# What gp2 has by its size is not paid for apart.
resource "aws_ebs_volume" "good_by_size" {
  availability_zone = "eu-west-1a"
  type              = "gp2"
  size              = 2000
}

# Production may have ten times as much.
resource "aws_ebs_volume" "good_live" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 200
  iops              = 8000
  throughput        = 500
  tags              = { environment = "production" }
}
