# Minutes that the actions of experiments run, each action on its own; in several
# accounts every account counts.
resource "aws_fis_experiment_template" {
  usage "monthly_action_mins" {
    unit        = "minutes"
    description = "minutes of actions a month, of all runs"
  }

  cost "actions" {
    quantity = usage.monthly_action_mins
    unit     = "minute"
    price    = "fis/action"
  }

  uses "experiment" {
    gap = "no source gives the energy of an experiment"
  }

  example "four runs of half an hour, two actions" {
    given   = { description = "stop a zone" }
    usage   = { monthly_action_mins = 240 }
    want    = { actions = 240 }
    monthly = "24.00"
    prices  = { "fis/action" = 0.10 }
    source  = "aws.amazon.com/fis/pricing, us-east-1, 2024-11"
    status  = "priced"
  }

  example "use not given" {
    given  = { description = unknown }
    want   = {}
    unused = ["actions"]
    status = "usage"
  }
}
