# A Lightsail database: hours of its bundle, twice as dear with a standby
# (…_ha_…). Snapshots and traffic above the bundle come on top.
resource "aws_lightsail_database" {
  usage "snapshot_storage_gb" {
    unit        = "GB"
    default     = null
    description = "snapshots kept"
  }

  let {
    words = split("_", lower(self.bundle_id))
    shapes = {
      micro  = "1vcpu-1gb-40gb"
      small  = "1vcpu-2gb-80gb"
      medium = "2vcpu-4gb-120gb"
      large  = "2vcpu-8gb-240gb"
    }
    kind = contains(let.words, "ha") ? "high" : "standard"
  }

  cost "database" {
    quantity = hours
    unit     = "hour"
    price    = "lightsail/database/${let.kind}/${lookup(let.shapes, let.words[0], let.words[0])}"
  }

  cost "snapshots" {
    when     = usage.snapshot_storage_gb != null
    quantity = usage.snapshot_storage_gb
    unit     = "GB-month"
    price    = "lightsail/snapshot"
  }

  uses "database" {
    gap = "the hardware behind a bundle is not published"
  }

  example "micro" {
    given   = { bundle_id = "micro_2_0", blueprint_id = "mysql_8_0" }
    want    = { database = 730 }
    monthly = "14.7168"
    prices  = { "lightsail/database/standard/1vcpu-1gb-40gb" = 0.02016 }
    source  = "aws.amazon.com/lightsail/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "large with a standby and snapshots" {
    given  = { bundle_id = "large_ha_2_0" }
    usage  = { snapshot_storage_gb = 100 }
    want   = { database = 730, snapshots = 100 }
    prices = { "lightsail/database/high/2vcpu-8gb-240gb" = 0.30914, "lightsail/snapshot" = 0.05 }
  }

  example "bundle known only after apply" {
    given  = { bundle_id = unknown }
    want   = {}
    gaps   = ["database"]
    status = "gap"
  }
}
