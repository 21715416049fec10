# A DataSync task: gigabytes copied. Requests to the storage and transfer between
# regions are billed apart. A task in enhanced mode has prices of its own, which
# are not known here.
resource "aws_datasync_task" {
  usage "monthly_data_copied_gb" {
    unit        = "GB"
    description = "data the task copies a month"
  }

  cost "data copied" {
    quantity = usage.monthly_data_copied_gb
    unit     = "GB"
    price    = "datasync/data"
  }

  uses "data copied" {
    gap = "no source gives the energy of a copy"
  }

  example "1,000 GB" {
    given   = { source_location_arn = unknown }
    usage   = { monthly_data_copied_gb = 1000 }
    want    = { "data copied" = 1000 }
    monthly = "12.50"
    prices  = { "datasync/data" = 0.0125 }
    source  = "aws.amazon.com/datasync/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { source_location_arn = "x" }
    want   = {}
    unused = ["data copied"]
    status = "usage"
  }
}
