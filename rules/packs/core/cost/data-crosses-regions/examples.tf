provider "aws" {
  region = "eu-west-1"
}

provider "azurerm" {
  features {}
}

variable "region" {
  type = string
}

resource "aws_vpc_peering_connection" "bad" {
  vpc_id      = "vpc-0123456789abcdef0"
  peer_vpc_id = "vpc-0123456789abcdef1"
  peer_region = "us-east-1" # want: connects eu-west-1 with us-east-1
}

resource "aws_vpc_peering_connection" "good" {
  vpc_id      = "vpc-0123456789abcdef0"
  peer_vpc_id = "vpc-0123456789abcdef1"
}

resource "aws_vpc_peering_connection" "depends" {
  vpc_id      = "vpc-0123456789abcdef0"
  peer_vpc_id = "vpc-0123456789abcdef1"
  peer_region = var.region # want unknown: peer_region
}

resource "aws_dynamodb_table" "bad" {
  name             = "sessions"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"

  attribute {
    name = "id"
    type = "S"
  }

  replica {
    # want: every write goes to eu-central-1 too
    region_name = "eu-central-1"
  }
}

resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "West Europe"
  resource_group_name = "rg-net"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_virtual_network" "spoke" {
  name                = "spoke"
  location            = "northeurope"
  resource_group_name = "rg-net"
  address_space       = ["10.1.0.0/16"]
}

resource "azurerm_virtual_network_peering" "bad" {
  name                      = "hub-to-spoke"
  resource_group_name       = "rg-net"
  virtual_network_name      = azurerm_virtual_network.hub.name
  remote_virtual_network_id = azurerm_virtual_network.spoke.id # want: connects westeurope with northeurope
}
