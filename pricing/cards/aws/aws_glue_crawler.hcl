# A crawler: hours of data processing units while it runs, by the second, ten
# minutes at least each time.
resource "aws_glue_crawler" {
  usage "monthly_hours" {
    unit        = "DPU-hours"
    description = "hours of processing units (DPU) the crawler uses a month"
  }

  cost "crawling" {
    quantity = usage.monthly_hours
    unit     = "DPU-hour"
    price    = "glue/crawler-dpu"
  }

  uses "crawling" {
    gap = "the machines of a crawler are not published"
  }

  example "ten DPU-hours" {
    given   = { database_name = unknown }
    usage   = { monthly_hours = 10 }
    want    = { "crawling" = 10 }
    monthly = "4.40"
    prices  = { "glue/crawler-dpu" = 0.44 }
    source  = "aws.amazon.com/glue/pricing, us-east-1, 2025-07"
    status  = "priced"
  }

  example "use not given" {
    given  = { database_name = "x" }
    want   = {}
    unused = ["crawling"]
    status = "usage"
  }
}
