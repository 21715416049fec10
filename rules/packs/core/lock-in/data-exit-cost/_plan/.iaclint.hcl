rule "lock-in/data-exit-cost" {
  max_exit_usd = 500
}
