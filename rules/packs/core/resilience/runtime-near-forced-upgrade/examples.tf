# Versions that are on their way out.
provider "aws" {
  region = "eu-west-1"
}

provider "azurerm" {
  features {}
}

variable "runtime" {
  type = string
}

resource "aws_lambda_function" "old" {
  # want: runtime python3.9 went out of support on 2025-12-15
  function_name = "old"
  role          = "arn:aws:iam::123456789012:role/old"
  runtime       = "python3.9"
  handler       = "old.main"
  filename      = "old.zip"
}

resource "azurerm_kubernetes_cluster" "old" {
  # want: Kubernetes 1.31 went out of support on 2025-11-01
  name                = "old"
  location            = "westeurope"
  resource_group_name = "rg-apps"
  kubernetes_version  = "1.31"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 2
  }
}

resource "aws_lambda_function" "later" {
  # want unknown: runtime is not known
  function_name = "later"
  role          = "arn:aws:iam::123456789012:role/later"
  runtime       = var.runtime
  handler       = "later.main"
  filename      = "later.zip"
}

resource "aws_lambda_function" "good" {
  function_name = "good"
  role          = "arn:aws:iam::123456789012:role/good"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  filename      = "good.zip"
}

# It moves on by itself.
resource "azurerm_kubernetes_cluster" "good" {
  name                      = "good"
  location                  = "westeurope"
  resource_group_name       = "rg-apps"
  kubernetes_version        = "1.31"
  automatic_upgrade_channel = "stable"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 2
  }
}
