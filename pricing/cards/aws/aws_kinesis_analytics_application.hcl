# A Kinesis Data Analytics application for SQL, the old form: hours of its
# processing units, which follow the stream and which only use tells.
resource "aws_kinesis_analytics_application" {
  part "" {
    card  = "aws_kinesisanalyticsv2_application"
    given = { runtime_environment = "SQL-1_0" }
    usage = { kinesis_processing_units = usage.kinesis_processing_units, monthly_hrs = usage.monthly_hrs }
  }

  usage "kinesis_processing_units" {
    unit        = "units"
    default     = null
    description = "processing units on average"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }

  example "two units" {
    given   = { name = "a" }
    usage   = { kinesis_processing_units = 2 }
    want    = { "processing units" = 1460 }
    monthly = "160.60"
    prices  = { "flink/kpu/sql" = 0.11 }
    source  = "aws.amazon.com/kinesis/data-analytics/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "units not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["processing units"]
    status = "usage"
  }
}
