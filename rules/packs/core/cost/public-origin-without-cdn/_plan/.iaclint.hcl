rule "cost/public-origin-without-cdn" {
  egress_gb = 5000
}
