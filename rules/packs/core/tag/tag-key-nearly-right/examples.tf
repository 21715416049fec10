# Cost tools take keys literally.
provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "shared"
  region = "eu-west-1"

  default_tags {
    tags = { enviroment = "production" }
  }
}

variable "tags" {
  description = "Given by the pipeline."
  type        = map(string)
}

resource "aws_sqs_queue" "bad" {
  name = "invoices"

  # want: tag key "ownr" is not "owner"
  tags = {
    environment = "production"
    ownr        = "payments"
  }
}

resource "aws_sqs_queue" "bad_case" {
  name = "receipts"

  # want: tag key "COSTcenter" is not "cost-center"
  tags = {
    owner      = "payments"
    COSTcenter = "4711"
  }
}

# An accepted spelling, and a slip beside the right key.
resource "aws_sqs_queue" "good" {
  name = "orders"

  tags = {
    Team       = "payments"
    ownr       = "payments"
    CostCenter = "4711"
  }
}

resource "aws_sqs_queue" "open" {
  # want unknown: tag key "enviroment", which the provider's defaults set on 1 resource
  provider = aws.shared

  name = "drafts"
  tags = var.tags
}
