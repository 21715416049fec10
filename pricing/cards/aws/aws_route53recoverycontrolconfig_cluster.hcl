# A cluster of routing controls, by the hour it exists, used or not. Its controls
# and panels are free.
resource "aws_route53recoverycontrolconfig_cluster" {
  cost "cluster" {
    quantity = hours
    unit     = "hour"
    price    = "arc/routing-control-cluster"
    region   = "us-west-2"
  }

  uses "cluster" {
    gap = "no source says what a cluster runs on"
  }

  example "one cluster" {
    given   = { name = "failover" }
    want    = { cluster = 730 }
    monthly = "1825.00"
    prices  = { "arc/routing-control-cluster" = 2.5 }
    source  = "aws.amazon.com/application-recovery-controller/pricing, as quoted in public notes, 2026"
    status  = "priced"
  }

  example "name known only after apply" {
    given  = { name = unknown }
    want   = { cluster = 730 }
    status = "priced"
  }
}
