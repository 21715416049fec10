# Machines of a development environment: eight vCPUs and 64 GiB are enough there.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "dev" }
  }
}

provider "azurerm" {
  features {}
}

resource "aws_instance" "build" {
  # want: m7i.16xlarge has 256 GiB of memory and 64 vCPUs; the cap in non-production is 64 GiB of memory and 8 vCPUs
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7i.16xlarge"
}

resource "aws_eks_node_group" "workers" {
  # want: r7g.4xlarge has 128 GiB of memory and 16 vCPUs
  cluster_name    = "dev"
  node_group_name = "workers"
  node_role_arn   = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids      = ["subnet-0a1b2c3d"]
  instance_types  = ["r7g.4xlarge"]

  scaling_config {
    min_size     = 0
    max_size     = 2
    desired_size = 1
  }
}

resource "azurerm_linux_virtual_machine" "build" {
  # want: Standard_D16s_v5 has 16 vCPUs; the cap in non-production is 8 vCPUs
  name                  = "build"
  location              = "westeurope"
  resource_group_name   = "rg-dev"
  size                  = "Standard_D16s_v5"
  admin_username        = "ops"
  network_interface_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-dev/providers/Microsoft.Network/networkInterfaces/build"]
  tags                  = { environment = "dev" }

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }
}

# A type that the catalogue holds nothing about.
resource "aws_instance" "unheard_of" {
  # want unknown: no facts about the machine "m99x.large"
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m99x.large"
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.xlarge"
}

# Within the wider cap of production.
resource "aws_instance" "good_live" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7i.8xlarge"
  tags          = { environment = "production" }
}
