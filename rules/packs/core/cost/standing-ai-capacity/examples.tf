# Capacity for models, bought by the hour and by the token.
provider "aws" {
  region = "us-east-1"
}

provider "azurerm" {
  features {}
}

variable "sku" {
  type = string
}

resource "aws_bedrock_provisioned_model_throughput" "chat" {
  # want: 1 model unit committed for six months round the clock
  provisioned_model_name = "chat"
  model_arn              = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2"
  model_units            = 1
  commitment_duration    = "SixMonths"
}

resource "azurerm_cognitive_deployment" "chat" {
  # want: 100 throughput units provisioned round the clock
  name                 = "chat"
  cognitive_account_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/ai"

  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }

  sku {
    name     = "GlobalProvisionedManaged"
    capacity = 100
  }
}

resource "aws_sagemaker_endpoint_configuration" "ranking" {
  # want: 2 x ml.g5.2xlarge round the clock
  name = "ranking"

  production_variants {
    model_name             = "ranking"
    instance_type          = "ml.g5.2xlarge"
    initial_instance_count = 2
  }
}

resource "azurerm_cognitive_deployment" "later" {
  # want unknown: sku.name is not known
  name                 = "later"
  cognitive_account_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/ai"

  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }

  sku {
    name = var.sku
  }
}

resource "azurerm_cognitive_deployment" "good" {
  name                 = "good"
  cognitive_account_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/ai"

  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }

  sku {
    name = "GlobalStandard"
  }
}

resource "aws_sagemaker_endpoint_configuration" "good" {
  name = "good"

  production_variants {
    model_name             = "ranking"
    instance_type          = "ml.m7i.large"
    initial_instance_count = 1
  }
}
