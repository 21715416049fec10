rule "carbon/carbon-over-limit" {
  limit_kg_month = 10
}
