# In which language a flow is written.
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "payments"
  region  = "europe-west1"
}

variable "definition" {
  description = "Kept with the code of the flow."
  type        = string
}

resource "aws_sfn_state_machine" "bad" {
  # want: a flow of 2 steps written in Amazon States Language
  name     = "settle"
  role_arn = "arn:aws:iam::123456789012:role/flows"

  definition = jsonencode({
    StartAt = "Wait"
    States = {
      Wait = { Type = "Wait", Seconds = 60, Next = "Done" }
      Done = { Type = "Succeed" }
    }
  })
}

# How many steps is not known; whose language it is, is.
resource "aws_sfn_state_machine" "bad_elsewhere" {
  name       = "refund"
  role_arn   = "arn:aws:iam::123456789012:role/flows"
  definition = var.definition # want: a flow written in Amazon States Language
}

resource "google_workflows_workflow" "bad" {
  name = "settle" # want: a flow written in the language of Google Workflows
}

# Airflow, hosted.
resource "google_composer_environment" "good" {
  name = "settle"
}
