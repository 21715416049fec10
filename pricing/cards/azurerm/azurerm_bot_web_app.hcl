# A bot that runs as a web app: messages over premium channels (Direct Line, Web
# Chat) by the thousand in the standard tier. Messages over standard channels are
# free, and so is the free tier. What the bot runs on is billed as that.
resource "azurerm_bot_web_app" {
  usage "monthly_premium_channel_messages" {
    unit        = "messages"
    description = "messages a month over premium channels"
  }

  cost "premium channel messages" {
    when     = lower(self.sku) == "s1"
    quantity = usage.monthly_premium_channel_messages / 1000
    unit     = "1k-messages"
    price    = "bot-service/premium-channel/messages"
  }

  uses "service" {
    when = lower(self.sku) == "s1"
    gap  = "no figure exists for messages of the service"
  }

  example "100,000 messages" {
    given   = { sku = "S1" }
    usage   = { monthly_premium_channel_messages = 100000 }
    want    = { "premium channel messages" = 100 }
    status  = "priced"
    monthly = "50.00"
    prices  = { "bot-service/premium-channel/messages" = 0.5 }
    source  = "azure.microsoft.com/pricing/details/bot-services, 2025"
  }

  example "the free tier" {
    given  = { sku = "F0" }
    want   = {}
    status = "free"
  }

  example "tier known only after apply" {
    given  = { sku = unknown }
    usage  = { monthly_premium_channel_messages = 1000 }
    want   = {}
    gaps   = ["premium channel messages"]
    status = "gap"
  }
}
