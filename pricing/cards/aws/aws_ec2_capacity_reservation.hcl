# Capacity held for instances: every hour of it that no instance uses is billed
# as an instance would be. Instances that run in it are billed by themselves
# instead, so between nothing and all of this is due; what is counted is all,
# unless the hours left unused are given.
resource "aws_ec2_capacity_reservation" {
  assume "tenancy" {
    value = "default"
    why   = "default, the provider's default"
  }

  usage "monthly_unused_instance_hrs" {
    unit        = "hours"
    default     = null
    description = "instance-hours a month that no instance uses"
  }

  let {
    systems = {
      "linux/unix"                         = "linux"
      "red hat enterprise linux"           = "rhel"
      "suse linux"                         = "suse"
      "windows"                            = "windows"
      "windows with sql server enterprise" = "windows-sql-ent"
      "windows with sql server standard"   = "windows-sql-std"
      "windows with sql server web"        = "windows-sql-web"
    }
    system = lookup(let.systems, lower(self.instance_platform), replace(lower(self.instance_platform), " ", "-"))
    all    = self.instance_count * hours
    hours  = usage.monthly_unused_instance_hrs == null ? let.all : usage.monthly_unused_instance_hrs
    kind   = coalesce(self.tenancy, "default") == "dedicated" ? "dedicated" : "on-demand"
  }

  cost "reserved capacity" {
    quantity = let.hours
    low      = usage.monthly_unused_instance_hrs == null ? 0 : let.hours
    unit     = "hour"
    price    = "ec2/${self.instance_type}/${let.system}/${let.kind}"
  }

  uses "capacity" {
    machine = self.instance_type
    count   = self.instance_count
  }

  example "two m5.large, at most" {
    given   = { instance_type = "m5.large", instance_platform = "Linux/UNIX", availability_zone = "us-east-1a", instance_count = 2 }
    want    = { "reserved capacity" = 1460 }
    monthly = "140.16"
    prices  = { "ec2/m5.large/linux/on-demand" = 0.096 }
    source  = "aws.amazon.com/ec2/pricing/on-demand, us-east-1, 2026-07"
    status  = "priced"
  }

  example "Windows, half used" {
    given   = { instance_type = "m5.large", instance_platform = "Windows", instance_count = 2, tenancy = unknown }
    omitted = ["tenancy"]
    usage   = { monthly_unused_instance_hrs = 730 }
    want    = { "reserved capacity" = 730 }
  }

  example "dedicated has no known price" {
    given  = { instance_type = "m5.large", instance_platform = "Linux/UNIX", instance_count = 1, tenancy = "dedicated" }
    want   = {}
    gaps   = ["reserved capacity"]
    status = "gap"
  }

  example "count known only after apply" {
    given  = { instance_type = "m5.large", instance_platform = "Linux/UNIX", instance_count = unknown }
    want   = {}
    gaps   = ["reserved capacity"]
    status = "gap"
  }
}
