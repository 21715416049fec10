rule "cost/licence-paid-for-again" {
  organisation_owns_licences = true
}
