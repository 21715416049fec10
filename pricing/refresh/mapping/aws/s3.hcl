# Storage classes by the letters of their usage types.
list "AmazonS3" {
  price "s3/storage/standard" {
    where = { usagetype = "~TimedStorage-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "s3/storage/standard-ia" {
    where = { usagetype = "~TimedStorage-SIA-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "s3/storage/onezone-ia" {
    where = { usagetype = "~TimedStorage-ZIA-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "s3/storage/glacier-ir" {
    where = { usagetype = "~TimedStorage-GIR-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "s3/storage/glacier-flexible" {
    where = { usagetype = "~TimedStorage-GlacierByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "s3/storage/deep-archive" {
    where = { usagetype = "~TimedStorage-GDA-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "s3/storage/intelligent-tiering-frequent" {
    where = { usagetype = "~TimedStorage-INT-FA-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "s3/storage/intelligent-tiering-infrequent" {
    where = { usagetype = "~TimedStorage-INT-IA-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "s3/storage/intelligent-tiering-archive-instant" {
    where = { usagetype = "~TimedStorage-INT-AIA-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "s3/storage/intelligent-tiering-archive" {
    where = { usagetype = "~TimedStorage-INT-AA-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "s3/storage/intelligent-tiering-deep-archive" {
    where = { usagetype = "~TimedStorage-INT-DAA-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "s3/requests/standard/put" {
    where = { usagetype = "~Requests-Tier1", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/standard/get" {
    where = { usagetype = "~Requests-Tier2", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/standard-ia/put" {
    where = { usagetype = "~Requests-SIA-Tier1", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/standard-ia/get" {
    where = { usagetype = "~Requests-SIA-Tier2", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/onezone-ia/put" {
    where = { usagetype = "~Requests-ZIA-Tier1", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/onezone-ia/get" {
    where = { usagetype = "~Requests-ZIA-Tier2", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/glacier-ir/put" {
    where = { usagetype = "~Requests-GIR-Tier1", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/glacier-ir/get" {
    where = { usagetype = "~Requests-GIR-Tier2", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/intelligent-tiering/put" {
    where = { usagetype = "~Requests-INT-Tier1", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/intelligent-tiering/get" {
    where = { usagetype = "~Requests-INT-Tier2", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/glacier-flexible/put" {
    where = { usagetype = "~Requests-GLACIER-Tier1", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/glacier-flexible/get" {
    where = { usagetype = "~Requests-GLACIER-Tier2", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/deep-archive/put" {
    where = { usagetype = "~Requests-GDA-Tier1", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/requests/deep-archive/get" {
    where = { usagetype = "~Requests-GDA-Tier2", productFamily = "API Request" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "s3/retrieval/standard-ia" {
    where = { usagetype = "~Retrieval-SIA" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
  price "s3/retrieval/onezone-ia" {
    where = { usagetype = "~Retrieval-ZIA" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
  price "s3/retrieval/glacier-ir" {
    where = { usagetype = "~Retrieval-GIR" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
  price "s3/intelligent-tiering-monitoring" {
    where = { usagetype = "~Monitoring-Automation-INT" }
    unit  = "1k-objects-month"
    units = { Objects = 1000 }
  }
}
