rule "budget/change-crosses-a-line" {
  lines_usd = [100, 200, 1000]
}
