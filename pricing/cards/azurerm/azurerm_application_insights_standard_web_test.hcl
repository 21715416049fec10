# A standard web test: every call of it, which is one from each of its places as
# often as its frequency says. A test that is switched off (enabled is false where
# nothing is said) calls nobody.
resource "azurerm_application_insights_standard_web_test" {
  let {
    # 300 seconds is the provider's default.
    seconds = coalesce(self.frequency, 300)
    calls   = hours * 3600 / let.seconds * length(self.geo_locations)
  }

  cost "calls" {
    when     = coalesce(self.enabled, false)
    quantity = let.calls
    unit     = "call"
    price    = "azure-monitor/azure-monitor/standard-web-test/standard-web-test-execution"
  }

  uses "calls" { gap = "no figure exists for the machines that call" }

  example "every five minutes from two places" {
    given   = { enabled = true, frequency = 300, geo_locations = ["emea-nl-ams-azr", "emea-gb-db3-azr"] }
    want    = { calls = 17520 } # 730 x 12 x 2
    status  = "priced"
    monthly = "11.3004"
    prices  = { "azure-monitor/azure-monitor/standard-web-test/standard-web-test-execution" = 0.000645 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08"
  }

  example "every ten minutes, frequency left to the provider" {
    given = { enabled = true, geo_locations = ["emea-nl-ams-azr"] }
    want  = { calls = 8760 }
  }

  example "switched off" {
    given  = { geo_locations = ["emea-nl-ams-azr"] }
    want   = {}
    status = "free"
  }

  example "places known only after apply" {
    given  = { enabled = true, frequency = 300, geo_locations = unknown }
    want   = {}
    gaps   = ["calls"]
    status = "gap"
  }
}
