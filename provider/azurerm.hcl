# How the Azure provider speaks.

provider "azurerm" {
  names = ["hashicorp/azurerm"]
  cloud = "azure"

  region {
    # The provider block has no location: each resource says its own, and "West
    # Europe" and "westeurope" are the same.
    from "location" {}

    # A group and what is in it may be in different places, so this is the last
    # thing to try.
    parents = ["resource_group_name", "resource_group_id", "virtual_network_name", "virtual_network_id"]
  }

  tags {
    attribute "tags" {}
  }
}
