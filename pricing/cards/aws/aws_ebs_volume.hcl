# An EBS volume: storage, and the IOPS and throughput bought above what the
# kind includes.
resource "aws_ebs_volume" {
  assume "type" {
    value = "gp2"
    why   = "gp2, the default of provider and API"
  }
  assume "iops" {
    why = "what the kind includes"
  }
  assume "throughput" {
    why = "what the kind includes"
  }

  let {
    kind = lower(coalesce(self.type, "gp2"))
    # Without a size the volume is as large as its snapshot, which a plan does
    # not know.
    size       = self.size
    iops       = coalesce(self.iops, 0)
    throughput = coalesce(self.throughput, 0)
  }

  usage "monthly_standard_io_requests" {
    unit        = "requests"
    description = "I/O requests a month, billed for magnetic volumes only"
  }

  cost "storage" {
    quantity = let.size
    unit     = "GB-month"
    price    = "ebs/${let.kind}/storage"
  }

  cost "provisioned iops" {
    when     = contains(["io1", "io2", "gp3"], let.kind)
    quantity = let.kind == "gp3" ? max(0, let.iops - 3000) : let.iops
    unit     = "IOPS-month"
    price    = "ebs/${let.kind}/iops"
  }

  cost "provisioned throughput" {
    when     = let.kind == "gp3"
    quantity = max(0, let.throughput - 125)
    unit     = "MiBps-month"
    price    = "ebs/gp3/throughput"
  }

  cost "I/O requests" {
    when     = let.kind == "standard"
    quantity = usage.monthly_standard_io_requests / 1000000
    unit     = "1M-requests"
    price    = "ebs/standard/io"
  }

  uses "storage" {
    storage   = "ebs"
    selector  = let.kind
    gigabytes = let.size
  }

  example "gp3 with 1000 extra IOPS" {
    given   = { type = "gp3", size = 100, iops = 4000 }
    want    = { storage = 100, "provisioned iops" = 1000 }
    monthly = "13.00"
    prices  = { "ebs/gp3/storage" = 0.08, "ebs/gp3/iops" = 0.005 }
    source  = "aws.amazon.com/ebs/pricing, us-east-1, 2026-09"
  }

  example "IOPS of io2 get cheaper above 32,000 and 64,000" {
    given   = { type = "io2", size = 4000, iops = 100000 }
    want    = { storage = 4000, "provisioned iops" = 100000 }
    monthly = "5204" # 4,000 x 0.125 + 32,000 x 0.065 + 32,000 x 0.046 + 36,000 x 0.032
    prices  = { "ebs/io2/storage" = 0.125, "ebs/io2/iops" = 0.065 }
    source  = "aws.amazon.com/ebs/pricing, us-east-1, 2026-08"
  }

  example "kind not said" {
    given = { size = 40 }
    want  = { storage = 40 }
  }

  example "iops left to the provider" {
    given   = { type = "gp3", size = 100, iops = unknown, throughput = unknown }
    omitted = ["iops", "throughput"]
    want    = { storage = 100 }
    status  = "priced"
  }

  example "iops known only after apply" {
    given  = { type = "gp3", size = 100, iops = unknown }
    want   = { storage = 100 }
    gaps   = ["provisioned iops"]
    status = "partial"
  }

  example "kind known only after apply" {
    given  = { type = unknown, size = 100 }
    want   = {}
    gaps   = ["storage", "provisioned iops", "provisioned throughput", "I/O requests"]
    status = "gap"
  }
}
