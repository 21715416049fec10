rule "lock-in/no-exit-plan" {
  key = "exit-plan"
}
