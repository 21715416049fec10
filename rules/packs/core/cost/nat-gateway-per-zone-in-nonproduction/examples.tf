provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

# Another account's network, with one way out for all of its zones.
provider "aws" {
  alias  = "sandbox"
  region = "eu-north-1"

  default_tags {
    tags = {
      environment = "sandbox"
    }
  }
}

locals {
  zones = ["a", "b", "c"]
}

resource "aws_subnet" "public" {
  count = length(local.zones)

  vpc_id            = "vpc-0a1b2c3d4e5f60718"
  availability_zone = "eu-west-1${local.zones[count.index]}"
  cidr_block        = cidrsubnet("10.20.0.0/16", 8, count.index)
}

resource "aws_eip" "nat" {
  count = length(local.zones)

  domain = "vpc"
}

resource "aws_nat_gateway" "bad" {
  count = length(local.zones) # want: one of 3 NAT gateways of this network in non-production; one will do

  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = aws_subnet.public[count.index].id
}

resource "aws_nat_gateway" "good" {
  provider = aws.sandbox

  allocation_id = "eipalloc-0a1b2c3d4e5f60718"
  subnet_id     = "subnet-0a1b2c3d4e5f60718"
}

# Nobody says how many zones there are.
variable "zones" {
  type = number
}

resource "azurerm_nat_gateway" "uncounted" {
  count = var.zones # want unknown: their number is not known

  name                = "out-${count.index}"
  location            = "westeurope"
  resource_group_name = "network"
  tags                = { environment = "staging" }
}
