rule "resilience/replaced-again-and-again" {
  circuit_breaker = true
}
