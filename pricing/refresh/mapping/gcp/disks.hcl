# Disks, and the accelerators that are put into machines of N1.
list "6F81-5844-456A" {
  price "disk/pd-standard/capacity" {
    where = { description = "Storage PD Capacity | Storage PD Capacity in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "disk/pd-ssd/capacity" {
    where = { description = "SSD backed PD Capacity | SSD backed PD Capacity in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "disk/pd-balanced/capacity" {
    where = { description = "Balanced PD Capacity | Balanced PD Capacity in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "disk/pd-extreme/capacity" {
    where = { description = "Extreme PD Capacity | Extreme PD Capacity in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "disk/pd-standard-regional/capacity" {
    where = { description = "Regional Storage PD Capacity | Regional Storage PD Capacity in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "disk/pd-ssd-regional/capacity" {
    where = { description = "Regional SSD backed PD Capacity | Regional SSD backed PD Capacity in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "disk/pd-balanced-regional/capacity" {
    where = { description = "Regional Balanced PD Capacity | Regional Balanced PD Capacity in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "disk/hyperdisk-balanced/capacity" {
    where = { description = "Hyperdisk Balanced Capacity | Hyperdisk Balanced Capacity in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "disk/hyperdisk-extreme/capacity" {
    where = { description = "Hyperdisk Extreme Capacity | Hyperdisk Extreme Capacity in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "disk/hyperdisk-throughput/capacity" {
    where = { description = "Hyperdisk Throughput Capacity | Hyperdisk Throughput Capacity in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "disk/hyperdisk-ml/capacity" {
    where = { description = "Hyperdisk ML Capacity | Hyperdisk ML Capacity in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "compute/gpu/nvidia-tesla-t4/on-demand" {
    where = { description = "Nvidia Tesla T4 GPU running in *", usageType = "OnDemand" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "compute/gpu/nvidia-tesla-t4/spot" {
    where = { description = "Spot Preemptible Nvidia Tesla T4 GPU running in * | Preemptible Nvidia Tesla T4 GPU running in *", usageType = "Preemptible" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "compute/gpu/nvidia-tesla-v100/on-demand" {
    where = { description = "Nvidia Tesla V100 GPU running in *", usageType = "OnDemand" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "compute/gpu/nvidia-tesla-v100/spot" {
    where = { description = "Spot Preemptible Nvidia Tesla V100 GPU running in * | Preemptible Nvidia Tesla V100 GPU running in *", usageType = "Preemptible" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "compute/gpu/nvidia-tesla-p100/on-demand" {
    where = { description = "Nvidia Tesla P100 GPU running in *", usageType = "OnDemand" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "compute/gpu/nvidia-tesla-p100/spot" {
    where = { description = "Spot Preemptible Nvidia Tesla P100 GPU running in * | Preemptible Nvidia Tesla P100 GPU running in *", usageType = "Preemptible" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "compute/gpu/nvidia-tesla-p4/on-demand" {
    where = { description = "Nvidia Tesla P4 GPU running in *", usageType = "OnDemand" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "compute/gpu/nvidia-tesla-p4/spot" {
    where = { description = "Spot Preemptible Nvidia Tesla P4 GPU running in * | Preemptible Nvidia Tesla P4 GPU running in *", usageType = "Preemptible" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "compute/gpu/nvidia-tesla-k80/on-demand" {
    where = { description = "Nvidia Tesla K80 GPU running in *", usageType = "OnDemand" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "compute/gpu/nvidia-tesla-k80/spot" {
    where = { description = "Spot Preemptible Nvidia Tesla K80 GPU running in * | Preemptible Nvidia Tesla K80 GPU running in *", usageType = "Preemptible" }
    unit  = "hour"
    units = { h = 1 }
  }
}
