# The alert policy of a SQL server: where it is on, Microsoft Defender for SQL protects
# the server, by the hour, with all databases in it. The price is the same in every
# region that is known, and held under West Europe. A plan for the whole
# subscription (azurerm_security_center_subscription_pricing) bills the same servers;
# they are not billed twice.
resource "azurerm_mssql_server_security_alert_policy" {
  cost "Defender for SQL" {
    when     = lower(self.state) == "enabled"
    quantity = hours
    unit     = "hour"
    price    = "microsoft-defender-for-cloud/microsoft-defender-for-sql/standard/standard-instance"
    region   = "westeurope"
  }

  example "on" {
    given   = { server_name = "s", state = "Enabled" }
    want    = { "Defender for SQL" = 730 }
    status  = "priced"
    monthly = "14.71753"
    prices  = { "microsoft-defender-for-cloud/microsoft-defender-for-sql/standard/standard-instance" = 0.020161 }
    source  = "azure.microsoft.com/pricing/details/defender-for-cloud, West Europe, 2026-08"
  }

  example "off" {
    given  = { server_name = "s", state = "Disabled" }
    want   = {}
    status = "free"
  }

  example "state known only after apply" {
    given  = { server_name = "s", state = unknown }
    want   = {}
    gaps   = ["Defender for SQL"]
    status = "gap"
  }
}
