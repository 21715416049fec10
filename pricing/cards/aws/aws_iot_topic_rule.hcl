# A rule: each time a message sets it off, and each action it then takes, by the
# million and by every 5 KB of the message. Connections and messages are billed
# without any resource. A rule that is off is free.
resource "aws_iot_topic_rule" {
  usage "monthly_rules_triggered" {
    unit        = "triggers"
    description = "messages a month that set the rule off, every 5 KB as another"
  }
  usage "monthly_actions" {
    unit        = "actions"
    description = "actions taken a month: triggers times actions of the rule"
  }

  cost "triggers" {
    when     = self.enabled
    quantity = usage.monthly_rules_triggered / 1000000
    unit     = "1M-rules"
    price    = "iot/rules"
  }
  cost "actions" {
    when     = self.enabled
    quantity = usage.monthly_actions / 1000000
    unit     = "1M-actions"
    price    = "iot/actions"
  }

  uses "rule" {
    gap = "no source gives the energy of a rule"
  }

  example "a hundred million messages, two actions" {
    given   = { enabled = true }
    usage   = { monthly_rules_triggered = 100000000, monthly_actions = 200000000 }
    want    = { triggers = 100, actions = 200 }
    monthly = "45.00"
    prices  = { "iot/rules" = 0.15, "iot/actions" = 0.15 }
    source  = "aws.amazon.com/iot-core/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "off" {
    given  = { enabled = false }
    want   = {}
    status = "free"
  }

  example "use not given" {
    given  = { enabled = true }
    want   = {}
    unused = ["triggers", "actions"]
    status = "usage"
  }
}
