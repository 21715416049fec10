# A network attached to Cloud WAN: hours of the attachment in its region, and
# gigabytes sent to the core network. The region is that of the network, which a
# plan shows where the network exists already; else say it.
resource "aws_networkmanager_vpc_attachment" {
  usage "edge_location" {
    unit        = "region"
    kind        = "text"
    default     = null
    description = "region of the attachment, where the plan does not show it"
  }
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data sent to the core network a month"
  }

  let {
    place = usage.edge_location == null ? split(":", self.vpc_arn)[3] : usage.edge_location
  }

  cost "attachment" {
    quantity = hours
    unit     = "hour"
    price    = "cloudwan/vpc-attachment/hour"
    region   = let.place
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "cloudwan/vpc-attachment/data"
    region   = let.place
  }

  uses "attachment" {
    gap = "no source gives the energy of an attachment"
  }

  example "a network that exists" {
    given   = { vpc_arn = "arn:aws:ec2:us-east-1:1:vpc/vpc-1" }
    usage   = { monthly_data_processed_gb = 100 }
    want    = { attachment = 730, "data processed" = 100 }
    monthly = "49.45"
    prices  = { "cloudwan/vpc-attachment/hour" = 0.065, "cloudwan/vpc-attachment/data" = 0.02 }
    source  = "aws.amazon.com/cloud-wan/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "a network of the same plan, region said" {
    given = { vpc_arn = unknown }
    usage = { edge_location = "eu-west-1", monthly_data_processed_gb = 1 }
    want  = { attachment = 730, "data processed" = 1 }
  }

  example "region known only after apply" {
    given  = { vpc_arn = unknown }
    usage  = { monthly_data_processed_gb = 1 }
    want   = {}
    gaps   = ["attachment", "data processed"]
    status = "gap"
  }
}
