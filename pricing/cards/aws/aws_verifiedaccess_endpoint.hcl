# An application behind Verified Access: hours of it, cheaper for an account
# above 148,800 in a month, and gigabytes through it. Endpoints that are not for
# HTTP are billed by connection, at a price not known here.
resource "aws_verifiedaccess_endpoint" {
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data through the endpoint a month"
  }

  let {
    kind     = lower(self.endpoint_type)
    protocol = lower(get(self.load_balancer_options, "protocol", get(self.network_interface_options, "protocol", "https")))
    web      = contains(["load-balancer", "network-interface"], let.kind) && contains(["http", "https"], let.protocol)
  }

  cost "application" {
    quantity = hours
    unit     = "hour"
    price    = let.web ? "verified-access/application" : null
    hint     = "endpoints that are not for HTTP are billed by connection, at a price that is not in the catalogue"
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "verified-access/data"
  }

  uses "endpoint" {
    gap = "no source gives the energy of an access endpoint"
  }

  example "before a load balancer" {
    given   = { endpoint_type = "load-balancer", load_balancer_options = [{ protocol = "https", port = 443 }] }
    usage   = { monthly_data_processed_gb = 100 }
    want    = { application = 730, "data processed" = 100 }
    monthly = "199.10"
    prices  = { "verified-access/application" = 0.27, "verified-access/data" = 0.02 }
    source  = "aws.amazon.com/verified-access/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "before a network" {
    given  = { endpoint_type = "cidr", cidr_options = [{ cidr = "10.0.0.0/24" }] }
    want   = {}
    gaps   = ["application"]
    unused = ["data processed"]
    status = "gap"
  }

  example "protocol known only after apply" {
    given  = { endpoint_type = "network-interface", network_interface_options = [{ protocol = unknown }] }
    usage  = { monthly_data_processed_gb = 1 }
    want   = { "data processed" = 1 }
    gaps   = ["application"]
    status = "partial"
  }
}
