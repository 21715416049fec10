# Load balancers; those on Outposts and trust stores have usage types of their own.
list "AWSELB" {
  price "elb/application/hour" {
    where = { usagetype = "~LoadBalancerUsage", productFamily = "Load Balancer-Application" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "elb/application/lcu" {
    where = { usagetype = "~LCUUsage", productFamily = "Load Balancer-Application" }
    unit  = "LCU-hour"
    units = { "LCU-Hrs" = 1, "LCU-hours" = 1, "LCU-Hours" = 1 }
  }
  price "elb/network/hour" {
    where = { usagetype = "~LoadBalancerUsage", productFamily = "Load Balancer-Network" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "elb/network/lcu" {
    where = { usagetype = "~LCUUsage", productFamily = "Load Balancer-Network" }
    unit  = "LCU-hour"
    units = { "LCU-Hrs" = 1, "LCU-hours" = 1, "LCU-Hours" = 1 }
  }
  price "elb/gateway/hour" {
    where = { usagetype = "~LoadBalancerUsage", productFamily = "Load Balancer-Gateway" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "elb/gateway/lcu" {
    where = { usagetype = "~LCUUsage", productFamily = "Load Balancer-Gateway" }
    unit  = "LCU-hour"
    units = { "LCU-Hrs" = 1, "LCU-hours" = 1, "LCU-Hours" = 1 }
  }
  price "elb/classic/hour" {
    where = { usagetype = "~LoadBalancerUsage", productFamily = "Load Balancer" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "elb/classic/data" {
    where = { usagetype = "~DataProcessing-Bytes", productFamily = "Load Balancer" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
}
