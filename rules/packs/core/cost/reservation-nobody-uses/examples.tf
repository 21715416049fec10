# Capacity that is held for machines, and who names it.
provider "aws" {
  region = "eu-west-1"
}

provider "azurerm" {
  features {}
}

variable "criteria" {
  type = string
}

resource "aws_ec2_capacity_reservation" "bad" {
  # want: nothing in the plan runs in the 4 slots reserved here
  instance_type           = "m7g.xlarge"
  instance_platform       = "Linux/UNIX"
  availability_zone       = "eu-west-1a"
  instance_count          = 4
  instance_match_criteria = "targeted"
}

resource "aws_ec2_capacity_reservation" "good" {
  instance_type           = "m7g.xlarge"
  instance_platform       = "Linux/UNIX"
  availability_zone       = "eu-west-1a"
  instance_count          = 1
  instance_match_criteria = "targeted"
}

resource "aws_instance" "good" {
  ami               = "ami-0c1bc246476a5572b"
  instance_type     = "m7g.xlarge"
  availability_zone = "eu-west-1a"

  capacity_reservation_specification {
    capacity_reservation_target {
      capacity_reservation_id = aws_ec2_capacity_reservation.good.id
    }
  }
}

# Any machine that fits takes this one.
resource "aws_ec2_capacity_reservation" "good_open" {
  instance_type     = "m7g.xlarge"
  instance_platform = "Linux/UNIX"
  availability_zone = "eu-west-1a"
  instance_count    = 1
}

resource "aws_ec2_capacity_reservation" "depends" {
  instance_type           = "m7g.xlarge"
  instance_platform       = "Linux/UNIX"
  availability_zone       = "eu-west-1a"
  instance_count          = 1
  instance_match_criteria = var.criteria # want unknown: instance_match_criteria
}

resource "azurerm_capacity_reservation_group" "bad" {
  # want: no machine in the plan uses the 1 reservation of this group
  name                = "month-end"
  location            = "westeurope"
  resource_group_name = "rg-shop"
}

resource "azurerm_capacity_reservation" "bad" {
  name                          = "month-end"
  capacity_reservation_group_id = azurerm_capacity_reservation_group.bad.id

  sku {
    name     = "Standard_D4s_v5"
    capacity = 3
  }
}
