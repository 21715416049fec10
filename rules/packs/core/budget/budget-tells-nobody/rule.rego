# METADATA
# title: Budget that tells nobody
# description: |
#   A budget without a notification is a figure in a console. One that only
#   tells what was spent tells it when it is spent; a forecast tells it while
#   something can be done.
# related_resources:
# - ref: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-best-practices.html
# - ref: https://cloud.google.com/billing/docs/how-to/budgets
# custom:
#   code: COST-802
#   severity: medium
#   saving: advisory
#   types:
#   - aws_budgets_budget
#   - azurerm_consumption_budget_resource_group
#   - azurerm_consumption_budget_subscription
#   - google_billing_budget
#   remediation: Notify somebody who can act at a share of the amount, and of a forecast above it.
#   params:
#     type: object
#     properties:
#       require_forecast: {type: boolean, default: false, description: Whether one of the notifications has to be of a forecast.}
#   since: 0.1.0
#   idea: AWS Well-Architected COST03
package iaclint.budget.budget_tells_nobody

findings contains {
	"path": path,
	"message": "a budget that tells nobody",
	"rests_on": [path],
} if {
	path := told_by[input.resource.type]
	not told
}

findings contains {
	"path": path,
	"message": "tells what was spent, not what is going to be: no notification of a forecast",
	"rests_on": [path],
} if {
	input.params.require_forecast == true
	path := told_by[input.resource.type]
	told
	not foretold
}

told_by := {
	"aws_budgets_budget": "notification",
	"azurerm_consumption_budget_resource_group": "notification",
	"azurerm_consumption_budget_subscription": "notification",
	"google_billing_budget": "threshold_rules",
}

told if {
	some notification in input.resource.values.notification
	heard(notification)
	not notification.enabled == false
}

heard(notification) if count(notification.subscriber_email_addresses) > 0

heard(notification) if count(notification.subscriber_sns_topic_arns) > 0

heard(notification) if count(notification.contact_emails) > 0

heard(notification) if count(notification.contact_groups) > 0

heard(notification) if count(notification.contact_roles) > 0

# Google tells the administrators of the account, unless told not to.
told if {
	count(input.resource.values.threshold_rules) > 0
	not input.resource.values.all_updates_rule[0].disable_default_iam_recipients == true
}

told if {
	count(input.resource.values.threshold_rules) > 0
	count(input.resource.values.all_updates_rule[_].monitoring_notification_channels) > 0
}

told if {
	count(input.resource.values.threshold_rules) > 0
	input.resource.values.all_updates_rule[_].pubsub_topic
}

foretold if input.resource.values.notification[_].notification_type == "FORECASTED"

foretold if input.resource.values.notification[_].threshold_type == "Forecasted"

foretold if input.resource.values.threshold_rules[_].spend_basis == "FORECASTED_SPEND"
