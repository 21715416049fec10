# Logs of traffic, and where they go.
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  region = "europe-west1"
}

variable "sink" {
  type = string
}

resource "aws_cloudwatch_log_group" "flows" {
  name              = "flows"
  retention_in_days = 30
}

resource "aws_flow_log" "main" {
  # want: traffic is logged to CloudWatch
  # want: a record for each flow and minute
  vpc_id                   = "vpc-4711"
  traffic_type             = "ALL"
  log_destination          = aws_cloudwatch_log_group.flows.arn
  iam_role_arn             = "arn:aws:iam::123456789012:role/flows"
  max_aggregation_interval = 60
}

resource "aws_route53_resolver_query_log_config" "queries" {
  # want: queries are logged to CloudWatch
  name            = "queries"
  destination_arn = aws_cloudwatch_log_group.flows.arn
}

resource "google_compute_subnetwork" "apps" {
  # want: 100 % of all flows are logged; 50 % should do
  # want: a record for each flow and five seconds
  name          = "apps"
  network       = "main"
  ip_cidr_range = "10.0.0.0/20"

  log_config {
    flow_sampling = 1
  }
}

resource "aws_flow_log" "later" {
  # want unknown: traffic is logged to CloudWatch
  vpc_id               = "vpc-4711"
  traffic_type         = "ALL"
  log_destination_type = var.sink
  log_destination      = "arn:aws:s3:::flows-4711"
}

resource "aws_flow_log" "good" {
  vpc_id               = "vpc-4711"
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flows-4711"

  destination_options {
    file_format        = "parquet"
    per_hour_partition = true
  }
}

resource "google_compute_subnetwork" "good" {
  name          = "good"
  network       = "main"
  ip_cidr_range = "10.0.16.0/20"

  log_config {
    flow_sampling        = 0.2
    aggregation_interval = "INTERVAL_10_MIN"
  }
}

# What was turned away is little, and looked at by alarms.
resource "aws_flow_log" "good_rejected" {
  vpc_id          = "vpc-4711"
  traffic_type    = "REJECT"
  log_destination = aws_cloudwatch_log_group.flows.arn
  iam_role_arn    = "arn:aws:iam::123456789012:role/flows"
}
