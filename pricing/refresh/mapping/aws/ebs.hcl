# Volumes by their names in the API, snapshots, and what is provisioned beside.
# Throughput is listed by the GiB/s, and here counted by the MiB/s.
list "AmazonEC2" {
  price "ebs/{volumeApiName}/storage" {
    where = { productFamily = "Storage", volumeApiName = "gp2 | gp3 | io1 | io2 | st1 | sc1 | standard", usagetype = "~EBS:VolumeUsage | ~EBS:VolumeUsage.*" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "ebs/gp3/iops" {
    where = { usagetype = "~EBS:VolumeP-IOPS.gp3", productFamily = "System Operation" }
    unit  = "IOPS-month"
    units = { "IOPS-Mo" = 1 }
  }
  price "ebs/io1/iops" {
    where = { usagetype = "~EBS:VolumeP-IOPS.piops", productFamily = "System Operation" }
    unit  = "IOPS-month"
    units = { "IOPS-Mo" = 1 }
  }
  price "ebs/io2/iops" {
    where = { usagetype = "~EBS:VolumeP-IOPS.io2", productFamily = "System Operation" }
    unit  = "IOPS-month"
    units = { "IOPS-Mo" = 1 }
  }
  price "ebs/io2/iops" {
    where     = { usagetype = "~EBS:VolumeP-IOPS.io2.tier2", productFamily = "System Operation" }
    tier_from = "32000"
    unit      = "IOPS-month"
    units     = { "IOPS-Mo" = 1 }
  }
  price "ebs/io2/iops" {
    where     = { usagetype = "~EBS:VolumeP-IOPS.io2.tier3", productFamily = "System Operation" }
    tier_from = "64000"
    unit      = "IOPS-month"
    units     = { "IOPS-Mo" = 1 }
  }
  price "ebs/standard/io" {
    where = { usagetype = "~EBS:VolumeIOUsage", productFamily = "System Operation" }
    unit  = "1M-requests"
    units = { IOs = 1000000 }
  }
  price "ebs/gp3/throughput" {
    where = { usagetype = "~EBS:VolumeP-Throughput.gp3" }
    unit  = "MiBps-month"
    units = { "GiBps-mo" = "1/1024", "GiBps-Mo" = "1/1024", "MiBps-mo" = 1, "MiBps-Mo" = 1 }
  }
  price "ebs/snapshot/standard" {
    where = { usagetype = "~EBS:SnapshotUsage", productFamily = "Storage Snapshot" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "ebs/snapshot/archive" {
    where = { usagetype = "~EBS:SnapshotArchiveStorage", productFamily = "Storage Snapshot" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
}
