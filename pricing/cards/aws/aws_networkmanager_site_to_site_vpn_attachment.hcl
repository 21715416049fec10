# A VPN connection attached to Cloud WAN: hours of the attachment in its region,
# and gigabytes sent to the core network. The connection is billed itself.
resource "aws_networkmanager_site_to_site_vpn_attachment" {
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
    place = usage.edge_location == null ? split(":", self.vpn_connection_arn)[3] : usage.edge_location
  }

  cost "attachment" {
    quantity = hours
    unit     = "hour"
    price    = "cloudwan/vpn-attachment/hour"
    region   = let.place
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "cloudwan/vpn-attachment/data"
    region   = let.place
  }

  uses "attachment" {
    gap = "no source gives the energy of an attachment"
  }

  example "a connection that exists" {
    given   = { vpn_connection_arn = "arn:aws:ec2:us-east-1:1:vpn-connection/vpn-1" }
    usage   = { monthly_data_processed_gb = 100 }
    want    = { attachment = 730, "data processed" = 100 }
    monthly = "49.45"
    prices  = { "cloudwan/vpn-attachment/hour" = 0.065, "cloudwan/vpn-attachment/data" = 0.02 }
    source  = "aws.amazon.com/cloud-wan/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "region known only after apply" {
    given  = { vpn_connection_arn = unknown }
    usage  = { monthly_data_processed_gb = 1 }
    want   = {}
    gaps   = ["attachment", "data processed"]
    status = "gap"
  }
}
