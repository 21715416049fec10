rule "cost/outside-commitments" {
  preferred = ["ca-central-1:m7g.*"]
}
