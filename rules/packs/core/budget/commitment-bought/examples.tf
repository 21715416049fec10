# Nothing to say of source: it judges what a plan is about to buy, and source does not say what is there already.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_rds_reserved_instance" "good" {
  offering_id    = "00000000-1111-2222-3333-444444444444"
  instance_count = 2
  tags           = { commitment-approved-by = "finance" }
}

# Bought years ago or tomorrow: only a plan knows.
resource "aws_savingsplans_savings_plan" "good" {
  savings_plan_offering_id = "00000000-1111-2222-3333-444444444444"
  commitment               = "1.5"
}
