rule "cost/requests-one-by-one" {
  requests_month = 50000000
}
