# Keys that bills are split by.
provider "aws" {
  region = "us-east-1"
}

resource "aws_ce_cost_allocation_tag" "bad" {
  # want: cost-center not activated, so no bill shows it
  for_each = toset(["environment", "owner"])
  tag_key  = each.key
  status   = "Active"
}

resource "aws_ce_cost_allocation_tag" "off" {
  tag_key = "cost-center"
  status  = "Inactive"
}
