# What is built around a model.
provider "aws" {
  region = "eu-central-1"
}

provider "azurerm" {
  features {}
}

resource "aws_bedrockagent_agent" "bad" {
  # want: the agent's actions, prompts and sessions stay behind on leaving
  agent_name              = "desk"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/desk"
  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"
  instruction             = "Answer questions about orders that were sent, in one sentence."
}

resource "azurerm_cognitive_account" "bad" {
  # want: fine-tuned deployments and trained models stay behind on leaving
  name                = "desk"
  location            = "westeurope"
  resource_group_name = "desk"
  kind                = "OpenAI"
  sku_name            = "S0"
}

# Open weights on a machine of one's own.
resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "g5.xlarge"
}
