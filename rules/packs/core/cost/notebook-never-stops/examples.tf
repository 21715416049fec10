# Machines that people work at, and what stops them in the evening.
provider "aws" {
  region = "eu-west-1"
}

provider "azurerm" {
  features {}
}

provider "google" {
  project = "example-lab"
}

variable "script" {
  type = string
}

resource "aws_sagemaker_notebook_instance" "bad" {
  # want: nothing stops it when it is idle
  name          = "forecast"
  role_arn      = "arn:aws:iam::123456789012:role/notebook"
  instance_type = "ml.m5.xlarge"
}

resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "evening" {
  on_start = base64encode("/opt/stop-when-idle.sh 3600")
}

resource "aws_sagemaker_notebook_instance" "good" {
  name                  = "churn"
  role_arn              = "arn:aws:iam::123456789012:role/notebook"
  instance_type         = "ml.m5.xlarge"
  lifecycle_config_name = aws_sagemaker_notebook_instance_lifecycle_configuration.evening.name
}

resource "aws_sagemaker_notebook_instance" "depends" {
  # want unknown: nothing stops it when it is idle
  name                  = "prices"
  role_arn              = "arn:aws:iam::123456789012:role/notebook"
  instance_type         = "ml.m5.xlarge"
  lifecycle_config_name = var.script
}

resource "azurerm_machine_learning_compute_cluster" "bad" {
  name                          = "train"
  location                      = "westeurope"
  vm_priority                   = "Dedicated"
  vm_size                       = "Standard_NC6s_v3"
  machine_learning_workspace_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/lab"

  scale_settings {
    min_node_count                       = 1 # want: keeps 1 node without a job
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT15M"
  }
}

resource "google_workbench_instance" "good" {
  name     = "explore"
  location = "europe-west4-a"

  gce_setup {
    machine_type = "n1-standard-4"
  }
}
