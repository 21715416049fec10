# Functions; what is free every month is not the price's business.
list "AWSLambda" {
  price "lambda/requests/x86" {
    where = { usagetype = "~Request" }
    unit  = "1M-requests"
    units = { Requests = 1000000, Request = 1000000, "API Requests" = 1000000, "API Calls" = 1000000 }
  }
  price "lambda/duration/x86" {
    where = { usagetype = "~Lambda-GB-Second" }
    unit  = "GB-second"
    units = { "Lambda-GB-Second" = 1, Second = 1, Seconds = 1, "GB-Seconds" = 1, "GB-Second" = 1, second = 1 }
  }
  price "lambda/provisioned-concurrency/x86" {
    where = { usagetype = "~Lambda-Provisioned-Concurrency" }
    unit  = "GB-second"
    units = { "Lambda-GB-Second" = 1, Second = 1, Seconds = 1, "GB-Seconds" = 1, "GB-Second" = 1, second = 1 }
  }
  price "lambda/provisioned-duration/x86" {
    where = { usagetype = "~Lambda-Provisioned-GB-Second" }
    unit  = "GB-second"
    units = { "Lambda-GB-Second" = 1, Second = 1, Seconds = 1, "GB-Seconds" = 1, "GB-Second" = 1, second = 1 }
  }
  price "lambda/ephemeral-storage/x86" {
    where = { usagetype = "~Lambda-Storage-GB-Second" }
    unit  = "GB-second"
    units = { "Lambda-GB-Second" = 1, Second = 1, Seconds = 1, "GB-Seconds" = 1, "GB-Second" = 1, second = 1 }
  }
  price "lambda/requests/arm64" {
    where = { usagetype = "~Request-ARM" }
    unit  = "1M-requests"
    units = { Requests = 1000000, Request = 1000000, "API Requests" = 1000000, "API Calls" = 1000000 }
  }
  price "lambda/duration/arm64" {
    where = { usagetype = "~Lambda-GB-Second-ARM" }
    unit  = "GB-second"
    units = { "Lambda-GB-Second" = 1, Second = 1, Seconds = 1, "GB-Seconds" = 1, "GB-Second" = 1, second = 1 }
  }
  price "lambda/provisioned-concurrency/arm64" {
    where = { usagetype = "~Lambda-Provisioned-Concurrency-ARM" }
    unit  = "GB-second"
    units = { "Lambda-GB-Second" = 1, Second = 1, Seconds = 1, "GB-Seconds" = 1, "GB-Second" = 1, second = 1 }
  }
  price "lambda/provisioned-duration/arm64" {
    where = { usagetype = "~Lambda-Provisioned-GB-Second-ARM" }
    unit  = "GB-second"
    units = { "Lambda-GB-Second" = 1, Second = 1, Seconds = 1, "GB-Seconds" = 1, "GB-Second" = 1, second = 1 }
  }
  price "lambda/ephemeral-storage/arm64" {
    where = { usagetype = "~Lambda-Storage-GB-Second-ARM" }
    unit  = "GB-second"
    units = { "Lambda-GB-Second" = 1, Second = 1, Seconds = 1, "GB-Seconds" = 1, "GB-Second" = 1, second = 1 }
  }
}
