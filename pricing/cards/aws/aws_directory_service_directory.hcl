# A directory: for Microsoft AD hours of its domain controllers (two at least)
# by edition, and of accounts it is shared with; for Simple AD and the AD
# connector hours of the whole directory by size.
resource "aws_directory_service_directory" {
  assume "edition" {
    value = "Enterprise"
    why   = "Enterprise, the default"
  }
  assume "size" {
    value = "Large"
    why   = "Large, the default"
  }
  assume "desired_number_of_domain_controllers" {
    value = 2
    why   = "two domain controllers, the default"
  }

  usage "shared_accounts" {
    unit        = "accounts"
    default     = null
    description = "accounts a Microsoft AD is shared with, other than by aws_directory_service_shared_directory"
  }

  let {
    type        = lower(coalesce(self.type, "SimpleAD"))
    microsoft   = let.type == "microsoftad"
    edition     = lower(coalesce(self.edition, "Enterprise"))
    size        = lower(coalesce(self.size, "Large"))
    controllers = max(2, coalesce(self.desired_number_of_domain_controllers, 2))
  }

  cost "domain controllers" {
    when     = let.microsoft
    quantity = let.controllers * hours
    unit     = "hour"
    price    = "directory-service/microsoft-ad-${let.edition}-dc"
  }

  cost "directory" {
    when     = !let.microsoft
    quantity = hours
    unit     = "hour"
    price    = "directory-service/${let.type == "adconnector" ? "ad-connector" : "simple-ad"}-${let.size}"
  }

  cost "sharing" {
    when     = let.microsoft && usage.shared_accounts != null
    quantity = usage.shared_accounts * hours
    unit     = "hour"
    price    = "directory-service/microsoft-ad-${let.edition}-share"
  }

  uses "directory" {
    gap = "no figure for what the provider runs for a directory"
  }

  example "Microsoft AD, standard" {
    given   = { type = "MicrosoftAD", edition = "Standard", desired_number_of_domain_controllers = unknown, size = unknown }
    omitted = ["desired_number_of_domain_controllers", "size"]
    want    = { "domain controllers" = 1460 }
    monthly = "87.60"
    prices  = { "directory-service/microsoft-ad-standard-dc" = 0.06 }
    source  = "aws.amazon.com/directoryservice/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "Enterprise by default, with four controllers and shared" {
    given   = { type = "MicrosoftAD", edition = unknown, desired_number_of_domain_controllers = 4 }
    omitted = ["edition"]
    usage   = { shared_accounts = 3 }
    want    = { "domain controllers" = 2920, sharing = 2190 }
    monthly = "715.40"
    prices  = { "directory-service/microsoft-ad-enterprise-dc" = 0.2, "directory-service/microsoft-ad-enterprise-share" = 0.06 }
    source  = "aws.amazon.com/directoryservice/pricing, us-east-1, 2025-05"
  }

  example "small Simple AD" {
    given   = { type = "SimpleAD", size = "Small" }
    want    = { directory = 730 }
    monthly = "36.50"
    prices  = { "directory-service/simple-ad-small" = 0.05 }
    source  = "aws.amazon.com/directoryservice/pricing, us-east-1, 2025-05"
  }

  example "connector in Stockholm" {
    region  = "eu-north-1"
    given   = { type = "ADConnector", size = "Small" }
    want    = { directory = 730 }
    monthly = "37.887"
    prices  = { "directory-service/ad-connector-small" = 0.0519 }
    source  = "aws.amazon.com/directoryservice/pricing, eu-north-1, 2025-05"
  }

  example "edition known only after apply" {
    given  = { type = "MicrosoftAD", edition = unknown, desired_number_of_domain_controllers = 2 }
    want   = {}
    gaps   = ["domain controllers"]
    status = "gap"
  }
}
