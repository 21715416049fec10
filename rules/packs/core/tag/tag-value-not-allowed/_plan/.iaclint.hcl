rule "tag/tag-value-not-allowed" {
  allowed  = { environment = ["production", "staging", "pr-*"] }
  patterns = { cost-center = "^[0-9]{4}$" }
}
