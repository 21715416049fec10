# File systems.
list "AmazonEFS" {
  price "efs/storage/standard" {
    where = { usagetype = "~TimedStorage-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "efs/storage/onezone" {
    where = { usagetype = "~TimedStorage-Z-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "efs/storage/standard-ia" {
    where = { usagetype = "~IATimedStorage-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "efs/storage/onezone-ia" {
    where = { usagetype = "~IATimedStorage-Z-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
}
