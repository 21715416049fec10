rule "lock-in/function-bound-to-runtime" {
  images = true
}
