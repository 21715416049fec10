# A template of Model Armor: millions of tokens screened with it. The first
# two million a month are the billing account's and are not taken off.
resource "google_model_armor_template" {
  usage "monthly_tokens" {
    unit        = "tokens"
    description = "tokens of prompts and answers screened"
  }

  cost "tokens" {
    quantity = usage.monthly_tokens / 1000000
    unit     = "1M-tokens"
    price    = "model-armor/tokens"
  }

  uses "filter" {
    gap = "no figure exists for a share of Model Armor"
  }

  example "500 million tokens" {
    given   = { location = "us-central1" }
    usage   = { monthly_tokens = 500000000 }
    want    = { tokens = 500 }
    status  = "priced"
    monthly = "50.00"
    prices  = { "model-armor/tokens" = 0.1 }
    source  = "cloud.google.com/security-command-center/pricing, 2026-08"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["tokens"]
    status = "usage"
  }
}
