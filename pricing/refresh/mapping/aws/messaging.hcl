# Queues, topics, streams, gateways and state machines.
list "AWSQueueService" {
  price "sqs/standard" {
    where = { productFamily = "API Request", queueType = "Standard" }
    unit  = "1M-requests"
    units = { Requests = 1000000, Request = 1000000, "API Requests" = 1000000, "API Calls" = 1000000 }
  }
  price "sqs/fifo" {
    where = { productFamily = "API Request", queueType = "FIFO (first-in, first-out) | FIFO" }
    unit  = "1M-requests"
    units = { Requests = 1000000, Request = 1000000, "API Requests" = 1000000, "API Calls" = 1000000 }
  }
}
list "AmazonSNS" {
  price "sns/requests" {
    where = { usagetype = "~Requests-Tier1", productFamily = "API Request" }
    unit  = "1M-requests"
    units = { Requests = 1000000, Request = 1000000, "API Requests" = 1000000, "API Calls" = 1000000 }
  }
}
list "AmazonKinesis" {
  price "kinesis/provisioned/shard" {
    where = { usagetype = "~Storage-ShardHour" }
    unit  = "shard-hour"
    units = { ShardHour = 1, "Shard Hour" = 1, Hrs = 1 }
  }
  price "kinesis/provisioned/put-payload-units" {
    where = { usagetype = "~PutRequestPayloadUnits" }
    unit  = "1M-units"
    units = { PutPayloadUnits = 1000000, PutRequestPayloadUnits = 1000000, Unit = 1000000 }
  }
  price "kinesis/provisioned/extended-retention" {
    where = { usagetype = "~Extended-ShardHour" }
    unit  = "shard-hour"
    units = { ShardHour = 1, "Shard Hour" = 1, Hrs = 1 }
  }
}
list "AmazonApiGateway" {
  price "apigateway/rest" {
    where = { usagetype = "~ApiGatewayRequest" }
    unit  = "1M-requests"
    units = { Requests = 1000000, Request = 1000000, "API Requests" = 1000000, "API Calls" = 1000000 }
  }
  price "apigateway/http" {
    where = { usagetype = "~ApiGatewayHttpRequest" }
    unit  = "1M-requests"
    units = { Requests = 1000000, Request = 1000000, "API Requests" = 1000000, "API Calls" = 1000000 }
  }
  price "apigateway/websocket/messages" {
    where = { usagetype = "~ApiGatewayMessage" }
    unit  = "1M-messages"
    units = { Messages = 1000000 }
  }
  price "apigateway/websocket/connection-minutes" {
    where = { usagetype = "~ApiGatewayMinute" }
    unit  = "1M-minutes"
    units = { Minutes = 1000000, minutes = 1000000 }
  }
}
list "AmazonStates" {
  price "stepfunctions/standard-transitions" {
    where = { usagetype = "~StateTransition" }
    unit  = "1k-transitions"
    units = { StateTransitions = 1000, "State Transitions" = 1000 }
  }
}
