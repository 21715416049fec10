# What iaclint minds. Every setting has a default: a file that is empty is fine.
# All of them: https://github.com/iaclint/iaclint/blob/main/docs/configuration.md

fail_on = "high" # critical, high, medium, low, info or never

# How to tell production from the rest; rules are milder where it is not.
# environment "prod" {
#   workspaces = ["prod*"]
#   paths      = ["**/prod/**"]
# }

# Limits: a change that breaks one fails.
# guardrail "no jumps" {
#   increase_percent = 20
# }

# A rule that is to differ from its defaults.
# rule "cost/gp2-volume" {
#   severity = "medium"
# }
