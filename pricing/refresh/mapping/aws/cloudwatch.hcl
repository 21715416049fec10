# Metrics, alarms and logs.
list "AmazonCloudWatch" {
  price "cloudwatch/metric" {
    where = { usagetype = "~CW:MetricMonitorUsage" }
    unit  = "metric-month"
    units = { Metrics = 1 }
  }
  price "cloudwatch/alarm/standard" {
    where = { usagetype = "~CW:AlarmMonitorUsage" }
    unit  = "alarm-month"
    units = { Alarms = 1 }
  }
  price "cloudwatch/alarm/high-resolution" {
    where = { usagetype = "~CW:HighResAlarmMonitorUsage" }
    unit  = "alarm-month"
    units = { Alarms = 1 }
  }
  price "cloudwatch/alarm/composite" {
    where = { usagetype = "~CW:CompositeAlarmMonitorUsage" }
    unit  = "alarm-month"
    units = { Alarms = 1 }
  }
  price "cloudwatch/api-requests" {
    where = { usagetype = "~CW:Requests" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "cloudwatch/logs/ingest/standard" {
    where = { usagetype = "~DataProcessing-Bytes" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
  price "cloudwatch/logs/ingest/infrequent-access" {
    where = { usagetype = "~DataProcessingIA-Bytes" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
  price "cloudwatch/logs/ingest/vended" {
    where = { usagetype = "~VendedLog-Bytes" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
  price "cloudwatch/logs/storage" {
    where = { usagetype = "~TimedStorage-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "cloudwatch/logs/insights-query" {
    where = { usagetype = "~DataScanned-Bytes" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
}
