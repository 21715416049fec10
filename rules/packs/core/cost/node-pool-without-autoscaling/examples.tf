# Node pools of a fixed size, and some that scale.
provider "azurerm" {
  features {}
}

provider "google" {
  project = "example-shop"
  region  = "europe-west4"
}

variable "nodes" {
  type = number
}

resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "rg-shop"
  dns_prefix          = "shop"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D2s_v5"
    node_count = 3 # want: 3 nodes at all hours
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "work" {
  # want: 5 nodes at all hours
  name                  = "work"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.shop.id
  vm_size               = "Standard_D4s_v5"
  node_count            = 5
}

resource "azurerm_kubernetes_cluster_node_pool" "good" {
  name                  = "good"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.shop.id
  vm_size               = "Standard_D4s_v5"
  auto_scaling_enabled  = true
  min_count             = 1
  max_count             = 5
}

resource "google_container_node_pool" "good" {
  cluster    = "shop"
  location   = "europe-west4"
  node_count = 1
}

resource "google_container_node_pool" "depends" {
  cluster    = "shop"
  location   = "europe-west4"
  node_count = var.nodes # want unknown: node_count
}
