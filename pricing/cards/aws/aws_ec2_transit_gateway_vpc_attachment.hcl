# A network on a transit gateway: hours of the attachment, however many subnets
# it names, and gigabytes sent to the gateway. The gateway itself is free.
resource "aws_ec2_transit_gateway_vpc_attachment" {
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data sent from the network to the gateway a month"
  }

  cost "attachment" {
    quantity = hours
    unit     = "hour"
    price    = "tgw/vpc-attachment/hour"
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "tgw/vpc-attachment/data"
  }

  uses "attachment" {
    gap = "no source gives the energy of a transit gateway"
  }

  example "a network in three zones" {
    given   = { subnet_ids = ["subnet-1", "subnet-2", "subnet-3"] }
    usage   = { monthly_data_processed_gb = 100 }
    want    = { attachment = 730, "data processed" = 100 }
    monthly = "38.50"
    prices  = { "tgw/vpc-attachment/hour" = 0.05, "tgw/vpc-attachment/data" = 0.02 }
    source  = "aws.amazon.com/transit-gateway/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "subnets known only after apply, traffic not given" {
    given  = { subnet_ids = unknown }
    want   = { attachment = 730 }
    unused = ["data processed"]
    status = "partial"
  }
}
