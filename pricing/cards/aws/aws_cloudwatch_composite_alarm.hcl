# An alarm made of other alarms, by the month; the alarms it watches are billed
# themselves.
resource "aws_cloudwatch_composite_alarm" {
  cost "alarm" {
    quantity = 1
    unit     = "alarm-month"
    price    = "cloudwatch/alarm/composite"
  }

  uses "alarm" {
    gap = "no source gives the energy of an alarm"
  }

  example "two alarms" {
    given   = { alarm_rule = "ALARM(a) OR ALARM(b)" }
    want    = { alarm = 1 }
    monthly = "0.50"
    prices  = { "cloudwatch/alarm/composite" = 0.50 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-09"
    status  = "priced"
  }

  example "rule known only after apply" {
    given  = { alarm_rule = unknown }
    want   = { alarm = 1 }
    status = "priced"
  }
}
