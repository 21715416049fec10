# A managed collector: hours it exists, and samples it collects. The workspace
# bills those samples again when it takes them in.
resource "aws_prometheus_scraper" {
  usage "monthly_samples" {
    unit        = "samples"
    description = "samples collected a month"
  }

  cost "collector" {
    quantity = hours
    unit     = "hour"
    price    = "prometheus/collector/hour"
  }
  cost "samples" {
    quantity = usage.monthly_samples / 1000000
    unit     = "1M-samples"
    price    = "prometheus/collector/samples"
  }

  uses "collector" {
    gap = "no source says what a collector runs on"
  }

  example "ten billion samples" {
    given   = { alias = "cluster" }
    usage   = { monthly_samples = 10000000000 }
    want    = { collector = 730, samples = 10000 }
    monthly = "59.20"
    prices  = { "prometheus/collector/hour" = 0.04, "prometheus/collector/samples" = 0.003 }
    source  = "aws.amazon.com/prometheus/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "use not given" {
    given  = { alias = unknown }
    want   = { collector = 730 }
    unused = ["samples"]
    status = "partial"
  }
}
