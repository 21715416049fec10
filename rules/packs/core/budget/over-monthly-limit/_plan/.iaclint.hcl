rule "budget/over-monthly-limit" {
  limit_usd = 200
}
