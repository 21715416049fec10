rule "carbon/carbon-increase" {
  max_delta_kg = 1
}
