# A managed disk. Standard HDD, Standard SSD and Premium SSD are billed by the
# month at the tier their size rounds up to (260 GB is a P20), whatever is
# stored; ZRS has prices of its own; a performance tier set on a Premium disk
# is billed instead of the one its size asks for. Standard disks bill operations
# too. Premium SSD v2 and Ultra bill capacity, IOPS and throughput by the hour:
# v2 includes 3,000 IOPS and 125 MB/s, Ultra includes nothing and rounds its
# capacity up. Bursting on demand has a fee of its own, and a Premium disk that
# is shared bills each further mount.
#
# A disk copied from another has its source's size, which a plan does not know.
resource "azurerm_managed_disk" {
  assume "tier" {
    why = "the tier that the size asks for"
  }
  assume "disk_iops_read_write" {
    why = "Premium SSD v2: the 3,000 that are included"
  }
  assume "disk_mbps_read_write" {
    why = "Premium SSD v2: the 125 that are included"
  }
  assume "max_shares" {
    why = "not shared"
  }

  usage "monthly_disk_operations" {
    unit        = "operations"
    description = "reads and writes a month of up to 256 KiB each, billed for Standard disks only"
  }
  usage "additional_mounts" {
    unit        = "mounts"
    description = "how many machines beside the first a shared Premium disk is mounted on"
  }
  usage "monthly_burst_operations" {
    unit        = "operations"
    description = "operations a month above the tier's own IOPS, of a disk that bursts on demand"
  }

  let {
    sku    = split("_", self.storage_account_type)
    copies = lower(element(let.sku, 1))
    kind = {
      standard    = "standard-hdd"
      standardssd = "standard-ssd"
      premium     = "premium-ssd"
      premiumv2   = "premium-ssd-v2"
      ultrassd    = "ultra"
    }[lower(let.sku[0])]
    tiered = contains(["standard-hdd", "standard-ssd", "premium-ssd"], let.kind)
    letter = { "standard-hdd" = "s", "standard-ssd" = "e", "premium-ssd" = "p", "premium-ssd-v2" = "", "ultra" = "" }[let.kind]

    # The largest disk of each tier in GiB; Standard HDD begins at S4.
    ladder = [
      { gb = 4, tier = 1 }, { gb = 8, tier = 2 }, { gb = 16, tier = 3 }, { gb = 32, tier = 4 }, { gb = 64, tier = 6 },
      { gb = 128, tier = 10 }, { gb = 256, tier = 15 }, { gb = 512, tier = 20 }, { gb = 1024, tier = 30 }, { gb = 2048, tier = 40 },
      { gb = 4096, tier = 50 }, { gb = 8192, tier = 60 }, { gb = 16384, tier = 70 }, { gb = 32768, tier = 80 },
    ]
    size    = self.disk_size_gb
    fitting = [for t in let.ladder : t.tier if t.gb >= let.size && (t.tier >= 4 || let.kind != "standard-hdd")]
    chosen  = let.kind == "premium-ssd" ? lower(coalesce(self.tier, "")) : ""
    tier    = let.chosen != "" ? let.chosen : "${let.letter}${let.fitting[0]}"

    # The smallest Standard SSDs have no meter of their own for operations; the
    # meters of all tiers ask the same.
    meter = contains(["e1", "e2", "e3"], let.tier) ? "e4" : let.tier

    # Ultra capacity goes by 4, 8, 16 … 512 GiB and then by whole TiB.
    steps = [for t in let.ladder : t.gb if t.gb >= let.size && t.gb <= 512]
    ultra = length(let.steps) > 0 ? let.steps[0] : ceil(let.size / 1024) * 1024

    iops = let.kind == "ultra" ? self.disk_iops_read_write : coalesce(self.disk_iops_read_write, 3000)
    mbps = let.kind == "ultra" ? self.disk_mbps_read_write : coalesce(self.disk_mbps_read_write, 125)
  }

  cost "storage" {
    when     = let.tiered
    quantity = 1
    unit     = "month"
    price    = "disk/${let.kind}/${let.tier}-${let.copies}"
  }

  cost "capacity" {
    when     = !let.tiered
    quantity = (let.kind == "ultra" ? let.ultra : let.size) * hours
    unit     = "GiB-hour"
    price    = "disk/${let.kind}/provisioned-capacity"
  }

  # The catalogue's tier counts IOPS, the quantity IOPS-hours: what is included
  # is taken off here, and the rest billed whole.
  cost "provisioned iops" {
    when     = !let.tiered
    quantity = (let.kind == "ultra" ? let.iops : max(0, let.iops - 3000)) * hours
    unit     = "IOPS-hour"
    price    = "disk/${let.kind}/provisioned-iops"
    whole    = true
  }

  cost "provisioned throughput" {
    when     = !let.tiered
    quantity = (let.kind == "ultra" ? let.mbps : max(0, let.mbps - 125)) * hours
    unit     = "MBps-hour"
    price    = "disk/${let.kind}/provisioned-throughput-mbps-"
    whole    = true
  }

  cost "disk operations" {
    when     = let.kind == "standard-hdd" || let.kind == "standard-ssd"
    quantity = usage.monthly_disk_operations / 10000
    unit     = "10k-operations"
    price    = "disk/${let.kind}/operations/${let.meter}-${let.copies}"
  }

  cost "further mounts" {
    when     = let.kind == "premium-ssd" && coalesce(self.max_shares, 1) > 1
    quantity = usage.additional_mounts
    unit     = "month"
    price    = "storage/premium-ssd-managed-disks/${let.tier}-${let.copies}/${let.tier}-${let.copies}-disk-mount"
  }

  cost "bursting on demand" {
    when     = let.kind == "premium-ssd" && coalesce(self.on_demand_bursting_enabled, false)
    quantity = 1
    unit     = "month"
    price    = "storage/premium-ssd-managed-disks/burst-enablement-${let.copies}/${let.copies}-burst-enablement"
  }

  cost "burst operations" {
    when     = let.kind == "premium-ssd" && coalesce(self.on_demand_bursting_enabled, false)
    quantity = usage.monthly_burst_operations / 1000000
    unit     = "1M-operations"
    price    = "storage/premium-ssd-managed-disks/burst-transactions-${let.copies}/${let.copies}-burst-transactions"
  }

  uses "storage" {
    storage   = "disk"
    selector  = let.kind
    gigabytes = let.size
  }

  example "260 GB of Premium is a P20" {
    given   = { storage_account_type = "Premium_LRS", disk_size_gb = 260, tier = unknown, max_shares = unknown, disk_iops_read_write = unknown }
    omitted = ["tier", "max_shares", "disk_iops_read_write"]
    want    = { storage = 1 }
    status  = "priced"
    monthly = "80.54"
    prices  = { "disk/premium-ssd/p20-lrs" = 80.54 }
    source  = "azure.microsoft.com/pricing/details/managed-disks, West Europe, 2026-08"
  }

  example "Standard SSD in three zones, with its operations" {
    given   = { storage_account_type = "StandardSSD_ZRS", disk_size_gb = 128 }
    usage   = { monthly_disk_operations = 2000000 }
    want    = { storage = 1, "disk operations" = 200 }
    monthly = "14.80"
    prices  = { "disk/standard-ssd/e10-zrs" = 14.4, "disk/standard-ssd/operations/e10-zrs" = 0.002 }
    source  = "azure.microsoft.com/pricing/details/managed-disks, West Europe, 2026-08"
  }

  example "the smallest Standard HDD is an S4" {
    given   = { storage_account_type = "Standard_LRS", disk_size_gb = 1 }
    want    = { storage = 1 }
    unused  = ["disk operations"]
    status  = "partial"
    monthly = "1.536"
    prices  = { "disk/standard-hdd/s4-lrs" = 1.536, "disk/standard-hdd/operations/s4-lrs" = 0.0005 }
    source  = "azure.microsoft.com/pricing/details/managed-disks, West Europe, 2026-08"
  }

  example "tier raised above its size, shared by two" {
    given   = { storage_account_type = "Premium_LRS", disk_size_gb = 128, tier = "P20", max_shares = 2 }
    usage   = { additional_mounts = 1 }
    want    = { storage = 1, "further mounts" = 1 }
    monthly = "84.81"
    prices  = { "disk/premium-ssd/p20-lrs" = 80.54, "storage/premium-ssd-managed-disks/p20-lrs/p20-lrs-disk-mount" = 4.27 }
    source  = "azure.microsoft.com/pricing/details/managed-disks, West Europe, 2026-08"
  }

  example "bursting on demand" {
    given  = { storage_account_type = "Premium_LRS", disk_size_gb = 1024, on_demand_bursting_enabled = true }
    want   = { storage = 1, "bursting on demand" = 1 }
    unused = ["burst operations"]
  }

  example "Premium SSD v2 above what is included" {
    given   = { storage_account_type = "PremiumV2_LRS", disk_size_gb = 200, disk_iops_read_write = 6000, disk_mbps_read_write = 250 }
    want    = { capacity = 146000, "provisioned iops" = 2190000, "provisioned throughput" = 91250 }
    monthly = "42.43125"
    prices  = { "disk/premium-ssd-v2/provisioned-capacity" = 0.00013, "disk/premium-ssd-v2/provisioned-iops" = 0.000008, "disk/premium-ssd-v2/provisioned-throughput-mbps-" = 0.000065 }
    source  = "azure.microsoft.com/pricing/details/managed-disks, West Europe, 2026-08"
  }

  example "Premium SSD v2 left at what is included" {
    given   = { storage_account_type = "PremiumV2_LRS", disk_size_gb = 200, disk_iops_read_write = unknown, disk_mbps_read_write = unknown }
    omitted = ["disk_iops_read_write", "disk_mbps_read_write"]
    want    = { capacity = 146000 }
    status  = "priced"
  }

  example "Ultra rounds its capacity up" {
    given   = { storage_account_type = "UltraSSD_LRS", disk_size_gb = 500, disk_iops_read_write = 10000, disk_mbps_read_write = 400 }
    want    = { capacity = 373760, "provisioned iops" = 7300000, "provisioned throughput" = 292000 }
    monthly = "889.03488"
    prices  = { "disk/ultra/provisioned-capacity" = 0.000213, "disk/ultra/provisioned-iops" = 0.000088, "disk/ultra/provisioned-throughput-mbps-" = 0.000572 }
    source  = "azure.microsoft.com/pricing/details/managed-disks, West Europe, 2026-08"
  }

  example "Ultra above a TiB, its IOPS not said" {
    given   = { storage_account_type = "UltraSSD_LRS", disk_size_gb = 1500, disk_iops_read_write = unknown, disk_mbps_read_write = 400 }
    want    = { capacity = 1495040, "provisioned throughput" = 292000 }
    gaps    = ["provisioned iops"]
    status  = "partial"
  }

  example "size known only after apply" {
    given  = { storage_account_type = "Premium_LRS", disk_size_gb = unknown }
    want   = {}
    gaps   = ["storage"]
    status = "gap"
  }

  example "kind known only after apply" {
    given  = { storage_account_type = unknown, disk_size_gb = 128 }
    want   = {}
    gaps   = ["storage", "capacity", "provisioned iops", "provisioned throughput", "disk operations"]
    status = "gap"
  }
}
