# Hardware that nobody else uses, with a reason and without one.
provider "aws" {
  region = "eu-west-1"
}

provider "azurerm" {
  features {}
}

variable "tenancy" {
  type = string
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m5.xlarge"
  tenancy       = "dedicated" # want: a dearer hour, and a fee for the region
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m5.xlarge"
}

resource "aws_instance" "good_reason" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m5.xlarge"
  tenancy       = "dedicated"

  tags = {
    dedicated-reason = "licence by the socket"
  }
}

resource "aws_instance" "depends" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m5.xlarge"
  tenancy       = var.tenancy # want unknown: tenancy
}

resource "aws_vpc" "bad" {
  cidr_block       = "10.0.0.0/16"
  instance_tenancy = "dedicated" # want: every instance in this network is dedicated
}

resource "azurerm_dedicated_host" "bad" {
  # want: dedicated host of one's own
  name                    = "host-1"
  location                = "westeurope"
  dedicated_host_group_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/hostGroups/group"
  sku_name                = "DSv3-Type3"
  platform_fault_domain   = 0
}
