# Requests for configuration, by the million, and the answers that carry a new one,
# by the thousand. Environments, profiles and deployments are free.
resource "aws_appconfig_application" {
  usage "monthly_requests" {
    unit        = "requests"
    description = "requests for configuration a month: clients times how often they ask"
  }
  usage "monthly_configurations_received" {
    unit        = "configurations"
    description = "answers a month that carried a new configuration"
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "appconfig/requests"
  }
  cost "configurations received" {
    quantity = usage.monthly_configurations_received / 1000
    unit     = "1k-configurations"
    price    = "appconfig/received"
  }

  uses "configuration" {
    gap = "no source gives the energy of a request"
  }

  example "a thousand clients, every 45 seconds, five changes" {
    given   = { name = "shop" }
    usage   = { monthly_requests = 58400000, monthly_configurations_received = 5000 }
    want    = { requests = 58.4, "configurations received" = 5 }
    monthly = "15.68"
    prices  = { "appconfig/requests" = 0.20, "appconfig/received" = 0.80 }
    source  = "aws.amazon.com/systems-manager/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["requests", "configurations received"]
    status = "usage"
  }
}
