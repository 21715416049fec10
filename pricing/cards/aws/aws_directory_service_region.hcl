# Another region of a Microsoft AD: hours of its domain controllers there, two at
# least, at that region's price. Only the Enterprise edition has further regions.
# What is copied between regions is transfer and billed as such.
resource "aws_directory_service_region" {
  assume "desired_number_of_domain_controllers" {
    value = 2
    why   = "two domain controllers, the default"
  }

  cost "domain controllers" {
    quantity = max(2, coalesce(self.desired_number_of_domain_controllers, 2)) * hours
    unit     = "hour"
    price    = "directory-service/microsoft-ad-enterprise-dc"
    region   = self.region_name
  }

  uses "domain controllers" {
    gap = "no figure for what the provider runs for a directory"
  }

  example "three in Virginia" {
    region  = "eu-west-1"
    given   = { region_name = "us-east-1", desired_number_of_domain_controllers = 3 }
    want    = { "domain controllers" = 2190 }
    monthly = "438.00"
    prices  = { "directory-service/microsoft-ad-enterprise-dc" = 0.20 }
    source  = "aws.amazon.com/directoryservice/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "two, the default" {
    given   = { region_name = "us-east-1", desired_number_of_domain_controllers = unknown }
    omitted = ["desired_number_of_domain_controllers"]
    want    = { "domain controllers" = 1460 }
  }

  example "number known only after apply" {
    given  = { region_name = "us-east-1", desired_number_of_domain_controllers = unknown }
    want   = {}
    gaps   = ["domain controllers"]
    status = "gap"
  }
}
