rule "budget/change-adds-too-much" {
  max_delta_usd = 100
}
