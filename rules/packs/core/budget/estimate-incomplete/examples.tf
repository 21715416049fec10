# Three of four have no full price, so the total is a lower bound.
# want: 1 of 4 billed resources fully priced (25 %)
provider "aws" {
  region = "eu-west-1"
}

# Billed by use, and nobody said how much.
resource "aws_s3_bucket" "bad" {
  for_each = toset(["invoices", "receipts"])

  bucket = "payments-${each.value}"
}

resource "aws_sqs_queue" "bad" {
  name = "invoices"
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "t4g.small"
}
