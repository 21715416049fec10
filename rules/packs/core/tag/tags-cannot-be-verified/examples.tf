# Tags that nobody knows before a run.
provider "aws" {
  region = "eu-west-1"
}

variable "tags" {
  description = "Given by the pipeline."
  type        = map(string)
}

variable "cost_center" {
  description = "Given by the pipeline."
  type        = string
}

# Said once for the expression, with the money of both volumes.
resource "aws_ebs_volume" "bad" {
  count = 2

  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 500

  # want: tags of 2 resources cannot be verified ($88.00 a month)
  tags = var.tags
}

# The keys are there, whatever the value.
resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 500

  tags = {
    environment = "production"
    owner       = "payments"
    cost-center = var.cost_center
  }
}
