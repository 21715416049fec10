# An action group: the notifications it sends, by their kind; the group itself is
# free, and so are actions other than notifications. What is free each month (1,000
# mails and pushes, 100,000 web hooks, 100 texts to North America, 10 calls) is the
# account's and is not taken off. Prices are the same in all but one of the regions
# that are known, and held under West Europe. Texts and calls go by the country.
resource "azurerm_monitor_action_group" {
  usage "monthly_notifications" {
    unit        = "notifications"
    description = "how often a month the group is told to notify everybody in it"
  }

  let {
    enabled = coalesce(self.enabled, true)
    hooks   = first(self.webhook_receiver, [])
    secure  = length([for w in let.hooks : w if length(get(w, "aad_auth")) > 0])
    codes   = [for r in first(self.sms_receiver, []) : tostring(get(r, "country_code"))]
    texts   = { for c in let.codes : c => length([for d in let.codes : d if d == c]) }
    called  = [for r in first(self.voice_receiver, []) : tostring(get(r, "country_code"))]
    calls   = { for c in let.called : c => length([for d in let.called : d if d == c]) }
    kinds = { for name, k in {
      "mails"            = { n = length(self.email_receiver), meter = "emails" }
      "pushes"           = { n = length(self.azure_app_push_receiver), meter = "notifications/notifications-push-notification" }
      "web hooks"        = { n = length(let.hooks) - let.secure, meter = "notifications/notifications-web-hook" }
      "secure web hooks" = { n = let.secure, meter = "notifications/notifications-secure-web-hook" }
      "ITSM events"      = { n = length(self.itsm_receiver), meter = "notifications/notifications-itsm-connector-create-update-event" }
    } : name => k if k.n > 0 }
  }

  cost "" {
    when     = let.enabled
    for_each = let.kinds
    name     = each.key
    quantity = usage.monthly_notifications * each.value.n
    unit     = "notification"
    price    = "azure-monitor/azure-monitor/${each.value.meter}"
    region   = "westeurope"
    whole    = true
  }

  cost "texts to country code" {
    when     = let.enabled
    for_each = let.texts
    quantity = usage.monthly_notifications * each.value
    unit     = "notification"
    price    = "azure-monitor/azure-monitor/sms-country-code-${each.key}/sms-country-code-${each.key}-notification"
    region   = "westeurope"
    whole    = true
  }

  cost "calls to country code" {
    when     = let.enabled
    for_each = let.calls
    quantity = usage.monthly_notifications * each.value
    unit     = "notification"
    price    = each.key == "1" ? "azure-monitor/azure-monitor/voice-calls" : "azure-monitor/azure-monitor/voice-calls/voice-calls-voice-call-country-code-${each.key}"
    region   = "westeurope"
    whole    = true
  }

  example "two mails and a text each time" {
    given   = { email_receiver = [{ name = "a" }, { name = "b" }], sms_receiver = [{ name = "c", country_code = "1" }] }
    usage   = { monthly_notifications = 1000 }
    want    = { mails = 2000, "texts to country code 1" = 1000 }
    status  = "priced"
    monthly = "6.49" # 2,000 x 0.00002 + 1,000 x 0.00645
    prices  = { "azure-monitor/azure-monitor/emails" = 0.00002, "azure-monitor/azure-monitor/sms-country-code-1/sms-country-code-1-notification" = 0.00645 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08"
  }

  example "web hooks and a call, without use" {
    given  = { webhook_receiver = [{ name = "a", aad_auth = [] }], voice_receiver = [{ name = "b", country_code = "44" }] }
    want   = {}
    unused = ["web hooks", "calls to country code 44"]
    status = "usage"
  }

  example "nobody to notify" {
    given  = { short_name = "a" }
    want   = {}
    status = "free"
  }

  example "country known only after apply" {
    given  = { sms_receiver = [{ name = "c", country_code = unknown }] }
    usage  = { monthly_notifications = 1000 }
    want   = {}
    gaps   = ["texts to country code"]
    status = "gap"
  }
}
