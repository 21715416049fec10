# What a job reads to find sensitive data, by the gigabyte in steps; compressed
# files count as they unfold.
resource "aws_macie2_classification_job" {
  usage "monthly_data_scanned_gb" {
    unit        = "GB"
    description = "data the job reads a month"
  }

  cost "data read" {
    quantity = usage.monthly_data_scanned_gb
    unit     = "GB"
    price    = "macie/sensitive-data"
  }

  uses "job" {
    gap = "no source gives the energy of a scan"
  }

  example "a hundred gigabytes" {
    given   = { job_type = "SCHEDULED" }
    usage   = { monthly_data_scanned_gb = 100 }
    want    = { "data read" = 100 }
    monthly = "100.00"
    prices  = { "macie/sensitive-data" = 1 }
    source  = "aws.amazon.com/macie/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "use not given" {
    given  = { job_type = unknown }
    want   = {}
    unused = ["data read"]
    status = "usage"
  }
}
