# Fargate of ECS, clusters of EKS, images of ECR.
list "AmazonECS" {
  price "fargate/linux/x86/vcpu" {
    where = { usagetype = "~Fargate-vCPU-Hours:perCPU" }
    unit  = "vCPU-hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "fargate/linux/x86/memory" {
    where = { usagetype = "~Fargate-GB-Hours" }
    unit  = "GB-hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "fargate/linux/arm64/vcpu" {
    where = { usagetype = "~Fargate-ARM-vCPU-Hours:perCPU" }
    unit  = "vCPU-hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "fargate/linux/arm64/memory" {
    where = { usagetype = "~Fargate-ARM-GB-Hours" }
    unit  = "GB-hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "fargate/windows/x86/vcpu" {
    where = { usagetype = "~Fargate-Windows-vCPU-Hours:perCPU" }
    unit  = "vCPU-hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "fargate/windows/x86/memory" {
    where = { usagetype = "~Fargate-Windows-GB-Hours" }
    unit  = "GB-hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "fargate/windows/x86/os-license" {
    where = { usagetype = "~Fargate-Windows-OS-Hours:perCPU" }
    unit  = "vCPU-hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "fargate/ephemeral-storage" {
    where = { usagetype = "~Fargate-EphemeralStorage-GB-Hours" }
    unit  = "GB-hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1, "GB-Hours" = 1 }
  }
}
list "AmazonEKS" {
  price "eks/cluster" {
    where = { usagetype = "~AmazonEKS-Hours:perCluster" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
}
list "AmazonECR" {
  price "ecr/storage" {
    where = { usagetype = "~TimedStorage-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
}
