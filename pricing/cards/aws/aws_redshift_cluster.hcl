# A Redshift cluster: hours of its nodes, managed storage of RA3 nodes, queries
# of data in S3 (Spectrum), concurrency scaling and snapshots.
#
# One node when no number is said. A cluster in two zones pays the nodes of
# both. Dense compute nodes (dc2) have their disks in the price; RA3 nodes pay
# their data by the GB, and automated snapshots of RA3 are free. An hour of
# concurrency scaling is earned free for every day a cluster runs.
resource "aws_redshift_cluster" {
  assume "multi_az" {
    value = false
    why   = "one zone, the default"
  }
  assume "number_of_nodes" {
    value = 1
    why   = "one node, the default"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where it is paused at times"
  }
  usage "managed_storage_gb" {
    unit        = "GB"
    description = "data of RA3 nodes"
  }
  usage "excess_concurrency_scaling_secs" {
    unit        = "seconds"
    default     = null
    description = "concurrency scaling of a month beyond what is free"
  }
  usage "spectrum_data_scanned_tb" {
    unit        = "TB"
    default     = null
    description = "data in S3 that Spectrum queries read in a month"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "snapshots: manual ones of RA3, all beyond the disks' size of others"
  }

  let {
    type  = lower(self.node_type)
    ra3   = startswith(let.type, "ra3")
    nodes = coalesce(self.number_of_nodes, 1) * (coalesce(self.multi_az, false) ? 2 : 1)
    hours = coalesce(usage.monthly_hrs, hours)

    # Sizes that the hardware tables lack, as the user guide gives them.
    small = (
      let.type == "ra3.large" ? { vcpu = 2, memory = 16 } :
      let.type == "ra3.xlplus" ? { vcpu = 4, memory = 32 } : null
    )
  }

  cost "nodes" {
    quantity = let.nodes * let.hours
    unit     = "hour"
    price    = "redshift/node/${let.type}"
  }

  cost "managed storage" {
    when     = let.ra3
    quantity = usage.managed_storage_gb
    unit     = "GB-month"
    price    = "redshift/managed-storage"
  }

  cost "concurrency scaling" {
    when     = usage.excess_concurrency_scaling_secs != null
    quantity = usage.excess_concurrency_scaling_secs * let.nodes
    unit     = "second"
    price    = "redshift/concurrency-scaling/${let.type}"
  }

  cost "Spectrum" {
    when     = usage.spectrum_data_scanned_tb != null
    quantity = usage.spectrum_data_scanned_tb
    unit     = "TB"
    price    = "redshift/spectrum/scanned"
  }

  # Known for us-east-1 only, and there from rounded totals.
  cost "snapshots, first 50 TB" {
    when     = usage.backup_storage_gb != null
    quantity = min(usage.backup_storage_gb, 51200)
    unit     = "GB-month"
    price    = "component/aws_redshift_cluster/backup-storage-first-50-tb"
  }
  cost "snapshots, next 450 TB" {
    when     = coalesce(usage.backup_storage_gb, 0) > 51200
    quantity = min(usage.backup_storage_gb - 51200, 460800)
    unit     = "GB-month"
    price    = "component/aws_redshift_cluster/backup-storage-next-450-tb"
  }
  cost "snapshots over 500 TB" {
    when     = coalesce(usage.backup_storage_gb, 0) > 512000
    quantity = usage.backup_storage_gb - 512000
    unit     = "GB-month"
    price    = "component/aws_redshift_cluster/backup-storage-over-500-tb"
  }

  uses "nodes" {
    when    = let.small == null
    machine = let.type
    count   = let.nodes
  }
  uses "small nodes" {
    when       = let.small != null
    vcpu       = let.small.vcpu
    memory_gib = let.small.memory
    count      = let.nodes
  }
  uses "managed storage" {
    when      = let.ra3
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.managed_storage_gb
  }

  example "one dense node, which is all that is said" {
    given   = { node_type = "dc2.large", number_of_nodes = unknown, multi_az = unknown }
    omitted = ["number_of_nodes", "multi_az"]
    want    = { nodes = 730 }
    monthly = "182.50"
    prices  = { "redshift/node/dc2.large" = 0.25 }
    source  = "aws.amazon.com/redshift/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "two RA3 nodes with 500 GB" {
    given   = { node_type = "ra3.xlplus", number_of_nodes = 2, multi_az = false }
    usage   = { managed_storage_gb = 500 }
    want    = { nodes = 1460, "managed storage" = 500 }
    monthly = "1597.56"
    prices  = { "redshift/node/ra3.xlplus" = 1.086, "redshift/managed-storage" = 0.024 }
    source  = "aws.amazon.com/redshift/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "two zones, storage of unknown size" {
    given  = { node_type = "ra3.xlplus", number_of_nodes = 2, multi_az = true }
    want   = { nodes = 2920 }
    unused = ["managed storage"]
    status = "partial"
  }

  example "scaling, Spectrum and 60 TB of snapshots" {
    given = { node_type = "ra3.4xlarge", number_of_nodes = 4, multi_az = false }
    usage = { managed_storage_gb = 0, excess_concurrency_scaling_secs = 3600, spectrum_data_scanned_tb = 2, backup_storage_gb = 61440 }
    want = {
      nodes                    = 2920
      "managed storage"        = 0
      "concurrency scaling"    = 14400
      Spectrum                 = 2
      "snapshots, first 50 TB" = 51200
      "snapshots, next 450 TB" = 10240
    }
    prices = { "redshift/spectrum/scanned" = 5 }
  }

  example "number of nodes known only after apply" {
    given  = { node_type = "dc2.large", number_of_nodes = unknown, multi_az = false }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }
}
