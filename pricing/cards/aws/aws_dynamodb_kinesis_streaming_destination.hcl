# Changes of a table sent to a data stream: units of a kilobyte captured. The
# stream itself is billed as any other.
resource "aws_dynamodb_kinesis_streaming_destination" {
  usage "monthly_change_data_capture_units" {
    unit        = "units"
    description = "units of a kilobyte captured a month"
  }

  cost "change data capture" {
    quantity = usage.monthly_change_data_capture_units / 1000000
    unit     = "1M-units"
    price    = "dynamodb/kinesis-capture"
  }

  uses "change data capture" {
    gap = "no source gives the energy of change capture"
  }

  example "200 million units" {
    given   = { stream_arn = unknown }
    usage   = { monthly_change_data_capture_units = 200000000 }
    want    = { "change data capture" = 200 }
    monthly = "20.00"
    prices  = { "dynamodb/kinesis-capture" = 0.10 }
    source  = "aws.amazon.com/dynamodb/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { stream_arn = "x" }
    want   = {}
    unused = ["change data capture"]
    status = "usage"
  }
}
