rule "resilience/provider-version-left-open" {
  providers = ["aws", "google"]
}
