# A Lattice service: hours of it, gigabytes through it and requests above
# 300,000 an hour, which are free.
resource "aws_vpclattice_service" {
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data through the service a month"
  }
  usage "monthly_requests_above_free" {
    unit        = "requests"
    default     = null
    description = "requests a month beyond 300,000 in an hour"
  }

  cost "service" {
    quantity = hours
    unit     = "hour"
    price    = "vpc-lattice/service"
  }
  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "vpc-lattice/data"
  }
  cost "requests" {
    when     = usage.monthly_requests_above_free != null
    quantity = usage.monthly_requests_above_free == null ? null : usage.monthly_requests_above_free / 1000000
    unit     = "1M-requests"
    price    = "vpc-lattice/requests"
  }

  uses "service" {
    gap = "no source gives the energy of a service network"
  }

  example "100 GB and ten million requests beyond" {
    given   = { name = "s" }
    usage   = { monthly_data_processed_gb = 100, monthly_requests_above_free = 10000000 }
    want    = { service = 730, "data processed" = 100, requests = 10 }
    monthly = "21.75"
    prices  = { "vpc-lattice/service" = 0.025, "vpc-lattice/data" = 0.025, "vpc-lattice/requests" = 0.10 }
    source  = "aws.amazon.com/vpc/lattice/pricing, us-east-1, 2025-11 and 2025-06 (requests)"
    status  = "priced"
  }

  example "traffic not given" {
    given  = { name = unknown }
    want   = { service = 730 }
    unused = ["data processed"]
    status = "partial"
  }
}
