# A Microsoft AD shared with another account: hours of that, by the edition of the
# directory. The account that accepts it is not billed again.
resource "aws_directory_service_shared_directory" {
  ref "directory" {
    path  = "directory_id"
    types = ["aws_directory_service_directory"]
    assume "edition" {
      value = "Enterprise"
      why   = "Enterprise, the default"
    }
  }

  let {
    edition = refs.directory == null ? null : lower(coalesce(get(refs.directory, "edition"), "Enterprise"))
  }

  cost "sharing" {
    quantity = hours
    unit     = "hour"
    price    = let.edition == null ? null : "directory-service/microsoft-ad-${let.edition}-share"
    hint     = "the directory is not in the plan, and its edition decides"
  }

  uses "sharing" {
    gap = "no figure for what the provider runs for a directory"
  }

  example "of an Enterprise directory" {
    given   = { directory_id = unknown }
    refs    = { directory = { edition = "Enterprise" } }
    want    = { sharing = 730 }
    monthly = "43.80"
    prices  = { "directory-service/microsoft-ad-enterprise-share" = 0.06 }
    source  = "aws.amazon.com/directoryservice/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "of a Standard directory" {
    given   = { directory_id = unknown }
    refs    = { directory = { edition = "Standard" } }
    want    = { sharing = 730 }
    monthly = "13.14"
    prices  = { "directory-service/microsoft-ad-standard-share" = 0.018 }
    source  = "aws.amazon.com/directoryservice/pricing, us-east-1, 2025-05"
  }

  example "of one that is not in the plan" {
    given  = { directory_id = "d-1234567890" }
    want   = {}
    gaps   = ["sharing"]
    status = "gap"
  }

  example "edition known only after apply" {
    given  = { directory_id = unknown }
    refs   = { directory = { edition = unknown } }
    want   = {}
    gaps   = ["sharing"]
    status = "gap"
  }
}
