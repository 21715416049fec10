# Stored data by class. Regions of several places are called us, europe and asia.
words "multi" { are = { "us" = "us-multi", "europe" = "europe-multi", "asia" = "asia-multi" } }

list "95FF-2EF5-5EA1" {
  price "gcs/storage/standard" {
    where = { description = "Standard Storage * | !*Dual-region* | !*Multi-region* | !*Early Delete*", usageType = "OnDemand", region = "*-*" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "gcs/storage/standard-multi" {
    where  = { description = "Standard Storage * Multi-region", usageType = "OnDemand", region = "us | europe | asia" }
    region = "{region|multi}"
    unit   = "GiB-month"
    units  = { "GiBy.mo" = 1 }
  }
  price "gcs/storage/nearline" {
    where = { description = "Nearline Storage * | !*Dual-region* | !*Multi-region* | !*Early Delete*", usageType = "OnDemand", region = "*-*" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "gcs/storage/nearline-multi" {
    where  = { description = "Nearline Storage * Multi-region", usageType = "OnDemand", region = "us | europe | asia" }
    region = "{region|multi}"
    unit   = "GiB-month"
    units  = { "GiBy.mo" = 1 }
  }
  price "gcs/storage/coldline" {
    where = { description = "Coldline Storage * | !*Dual-region* | !*Multi-region* | !*Early Delete*", usageType = "OnDemand", region = "*-*" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "gcs/storage/coldline-multi" {
    where  = { description = "Coldline Storage * Multi-region", usageType = "OnDemand", region = "us | europe | asia" }
    region = "{region|multi}"
    unit   = "GiB-month"
    units  = { "GiBy.mo" = 1 }
  }
  price "gcs/storage/archive" {
    where = { description = "Archive Storage * | !*Dual-region* | !*Multi-region* | !*Early Delete*", usageType = "OnDemand", region = "*-*" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "gcs/storage/archive-multi" {
    where  = { description = "Archive Storage * Multi-region", usageType = "OnDemand", region = "us | europe | asia" }
    region = "{region|multi}"
    unit   = "GiB-month"
    units  = { "GiBy.mo" = 1 }
  }
}
