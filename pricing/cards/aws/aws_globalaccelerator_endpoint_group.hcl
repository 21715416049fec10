# Endpoints of an accelerator in a region: data of the dominant direction, by
# the region and where the visitor is, on top of data transfer. Usage is nested
# by place: north_america, europe, asia_pacific, australia, south_africa,
# south_america, india, middle_east. Prices of few pairs are known.
resource "aws_globalaccelerator_endpoint_group" {
  assume "endpoint_group_region" {
    why = "the region of the provider"
  }

  usage "monthly_data_transfer_gb" {
    keys = {
      north_america = "GB"
      europe        = "GB"
      asia_pacific  = "GB"
      australia     = "GB"
      india         = "GB"
      south_korea   = "GB"
      middle_east   = "GB"
      south_america = "GB"
      south_africa  = "GB"
    }
    default     = null
    description = "data in the dominant direction a month, by place of the visitors"
  }

  let {
    area = self.endpoint_group_region == null ? "" : self.endpoint_group_region
    from = (
      startswith(let.area, "us-") || startswith(let.area, "ca-") || startswith(let.area, "mx-") ? "north-america" :
      startswith(let.area, "eu-") ? "europe" :
      startswith(let.area, "ap-south-") ? "india" :
      contains(["ap-southeast-2", "ap-southeast-4"], let.area) ? "australia" :
      startswith(let.area, "ap-") ? "asia-pacific" :
      startswith(let.area, "af-") ? "south-africa" :
      startswith(let.area, "sa-") ? "south-america" : "middle-east"
    )
    # Without use there is one line without an amount, for North America.
    places = usage.monthly_data_transfer_gb == null ? { north_america = null } : usage.monthly_data_transfer_gb
  }

  cost "data" {
    for_each = let.places
    name     = "data, ${replace(each.key, "_", " ")}"
    quantity = usage.monthly_data_transfer_gb == null ? null : each.value
    unit     = "GB"
    price    = let.area == "" ? null : "global-accelerator/data/${let.from}/${replace(each.key, "_", "-")}"
    hint     = "the region of the endpoints is the provider's: say endpoint_group_region"
  }

  uses "data" {
    gap = "no source gives the energy of an accelerator"
  }

  example "in Virginia, for visitors in America and Asia" {
    given   = { endpoint_group_region = "us-east-1" }
    usage   = { monthly_data_transfer_gb = { north_america = 1000, asia_pacific = 100 } }
    want    = { "data, north america" = 1000, "data, asia pacific" = 100 }
    monthly = "18.50"
    prices  = { "global-accelerator/data/north-america/north-america" = 0.015, "global-accelerator/data/north-america/asia-pacific" = 0.035 }
    source  = "aws.amazon.com/global-accelerator/pricing, 2026-09"
    status  = "priced"
  }

  example "a pair without a known price" {
    given  = { endpoint_group_region = "eu-west-1" }
    usage  = { monthly_data_transfer_gb = { europe = 100 } }
    want   = {}
    gaps   = ["data, europe"]
    status = "gap"
  }

  example "region left to the provider" {
    given   = { endpoint_group_region = unknown }
    omitted = ["endpoint_group_region"]
    usage   = { monthly_data_transfer_gb = { north_america = 1 } }
    want    = {}
    gaps    = ["data, north america"]
    status  = "gap"
  }

  example "use not given" {
    given  = { endpoint_group_region = "us-west-2" }
    want   = {}
    unused = ["data, north america"]
    status = "usage"
  }

  example "region known only after apply" {
    given  = { endpoint_group_region = unknown }
    usage  = { monthly_data_transfer_gb = { north_america = 1 } }
    want   = {}
    gaps   = ["data, north america"]
    status = "gap"
  }
}
