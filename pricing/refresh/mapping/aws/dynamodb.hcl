# Tables: what is provisioned, what is asked for, what is kept.
list "AmazonDynamoDB" {
  price "dynamodb/provisioned/rcu" {
    where = { usagetype = "~ReadCapacityUnit-Hrs" }
    unit  = "RCU-hour"
    units = { "ReadCapacityUnit-Hrs" = 1 }
  }
  price "dynamodb/provisioned/wcu" {
    where = { usagetype = "~WriteCapacityUnit-Hrs" }
    unit  = "WCU-hour"
    units = { "WriteCapacityUnit-Hrs" = 1 }
  }
  price "dynamodb/provisioned/rwcu" {
    where = { usagetype = "~ReplWriteCapacityUnit-Hrs" }
    unit  = "rWCU-hour"
    units = { "ReplicatedWriteCapacityUnit-Hrs" = 1, "ReplWriteCapacityUnit-Hrs" = 1 }
  }
  price "dynamodb/on-demand/rru" {
    where = { usagetype = "~ReadRequestUnits" }
    unit  = "1M-requests"
    units = { ReadRequestUnits = 1000000 }
  }
  price "dynamodb/on-demand/wru" {
    where = { usagetype = "~WriteRequestUnits" }
    unit  = "1M-requests"
    units = { WriteRequestUnits = 1000000 }
  }
  price "dynamodb/on-demand/rwru" {
    where = { usagetype = "~ReplWriteRequestUnits" }
    unit  = "1M-requests"
    units = { ReplicatedWriteRequestUnits = 1000000, ReplWriteRequestUnits = 1000000 }
  }
  price "dynamodb/provisioned-ia/rcu" {
    where = { usagetype = "~IA-ReadCapacityUnit-Hrs" }
    unit  = "RCU-hour"
    units = { "ReadCapacityUnit-Hrs" = 1 }
  }
  price "dynamodb/provisioned-ia/wcu" {
    where = { usagetype = "~IA-WriteCapacityUnit-Hrs" }
    unit  = "WCU-hour"
    units = { "WriteCapacityUnit-Hrs" = 1 }
  }
  price "dynamodb/provisioned-ia/rwcu" {
    where = { usagetype = "~IA-ReplWriteCapacityUnit-Hrs" }
    unit  = "rWCU-hour"
    units = { "ReplicatedWriteCapacityUnit-Hrs" = 1, "ReplWriteCapacityUnit-Hrs" = 1 }
  }
  price "dynamodb/on-demand-ia/rru" {
    where = { usagetype = "~IA-ReadRequestUnits" }
    unit  = "1M-requests"
    units = { ReadRequestUnits = 1000000 }
  }
  price "dynamodb/on-demand-ia/wru" {
    where = { usagetype = "~IA-WriteRequestUnits" }
    unit  = "1M-requests"
    units = { WriteRequestUnits = 1000000 }
  }
  price "dynamodb/on-demand-ia/rwru" {
    where = { usagetype = "~IA-ReplWriteRequestUnits" }
    unit  = "1M-requests"
    units = { ReplicatedWriteRequestUnits = 1000000, ReplWriteRequestUnits = 1000000 }
  }
  price "dynamodb/storage/standard" {
    where = { usagetype = "~TimedStorage-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "dynamodb/storage/standard-ia" {
    where = { usagetype = "~IA-TimedStorage-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "dynamodb/backup/pitr" {
    where = { usagetype = "~TimedPITRStorage-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "dynamodb/backup/on-demand" {
    where = { usagetype = "~TimedBackupStorage-ByteHrs" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "dynamodb/streams-read" {
    where = { usagetype = "~Streams-Requests" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
}
