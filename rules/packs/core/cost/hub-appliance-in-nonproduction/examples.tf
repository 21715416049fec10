# What a development environment can share with the hub.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "dev" }
  }
}

provider "azurerm" {
  features {}
}

resource "aws_ec2_transit_gateway_vpc_attachment" "dev" {
  # want: transit gateway attachment of its own in non-production
  transit_gateway_id = "tgw-0123456789abcdef0"
  vpc_id             = "vpc-0123456789abcdef0"
  subnet_ids         = ["subnet-0a1b2c3d"]
}

resource "aws_vpn_connection" "office" {
  # want: VPN connection of its own in non-production
  customer_gateway_id = "cgw-0123456789abcdef0"
  transit_gateway_id  = "tgw-0123456789abcdef0"
  type                = "ipsec.1"
}

resource "azurerm_bastion_host" "dev" {
  # want: bastion of its own in non-production
  name                = "dev"
  location            = "westeurope"
  resource_group_name = "rg-dev"
  sku                 = "Basic"
  tags                = { environment = "dev" }

  ip_configuration {
    name                 = "main"
    subnet_id            = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-dev/providers/Microsoft.Network/virtualNetworks/dev/subnets/AzureBastionSubnet"
    public_ip_address_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-dev/providers/Microsoft.Network/publicIPAddresses/bastion"
  }
}

# The hub itself is production.
resource "aws_ec2_transit_gateway_vpc_attachment" "good" {
  transit_gateway_id = "tgw-0123456789abcdef0"
  vpc_id             = "vpc-1123456789abcdef0"
  subnet_ids         = ["subnet-1a2b3c4d"]
  tags               = { environment = "production" }
}

resource "aws_vpc" "good" {
  cidr_block = "10.60.0.0/16"
}
