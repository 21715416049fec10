# Each provider configuration is judged by itself.
# want: default_tags lacks owner and cost-center: left to each of 3 resources it serves
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "production" }
  }
}

# want unknown: default_tags lacks environment, owner and cost-center
provider "aws" {
  alias  = "open"
  region = "eu-north-1"

  default_tags {
    tags = var.tags
  }
}

# Good: written once, cannot be forgotten.
provider "aws" {
  alias  = "good"
  region = "eu-central-1"

  default_tags {
    tags = {
      environment = "production"
      owner       = "payments"
      cost-center = "4711"
    }
  }
}

variable "tags" {
  description = "Given by the pipeline."
  type        = map(string)
}

resource "aws_sqs_queue" "ours" {
  count = 3

  name = "invoices-${count.index}"

  tags = {
    owner       = "payments"
    cost-center = "4711"
  }
}

resource "aws_sqs_queue" "open" {
  provider = aws.open
  count    = 3

  name = "invoices-${count.index}"
}

resource "aws_sqs_queue" "good" {
  provider = aws.good
  count    = 3

  name = "invoices-${count.index}"
}
