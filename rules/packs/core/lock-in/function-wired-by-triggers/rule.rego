# METADATA
# title: Function wired by triggers only its provider has
# description: |
#   A handler moves in days; what calls it does not. Polling, batching, retries
#   and the shape of each event belong to the provider, so every trigger is
#   another piece to build anew elsewhere. Calls over HTTP do not count.
# related_resources:
# - ref: https://cloudevents.io/
# - ref: https://knative.dev/docs/eventing/
# custom:
#   code: LOCK-004
#   severity: low
#   types:
#   - aws_lambda_function
#   - azurerm_function_app
#   - azurerm_linux_function_app
#   - azurerm_windows_function_app
#   - google_cloudfunctions2_function
#   remediation: Give it one entry over HTTP that takes CloudEvents, and let one adapter translate what the provider sends.
#   params:
#     type: object
#     properties:
#       max_edges: {type: integer, default: 3, minimum: 0, description: Triggers of the provider's own that a function may have.}
#   saving: advisory
#   since: 0.1.0
#   idea: triggers, not handlers, are the work of leaving
package iaclint.lock_in.function_wired_by_triggers

import data.iaclint.lib.figures

findings contains {
	"message": sprintf("%s of the provider's own on it, at most %d: %s", [
		figures.plural(n, "trigger"),
		input.params.max_edges,
		figures.words(sort(kinds), "and"),
	]),
	"facts": {"triggers": n},
} if {
	n := count(edges) + count(own)
	n > input.params.max_edges
}

edges := [user.type |
	some user in input.resource.referenced_by
	words[user.type]
]

# A Google function names its trigger itself.
own := [1 | some _ in input.resource.values.event_trigger]

kinds := {words[type] | some type in edges} | {"its event trigger" | count(own) > 0}

words := {
	"aws_cloudwatch_event_target": "rules of the event bus",
	"aws_iot_topic_rule": "rules of IoT Core",
	"aws_lambda_event_source_mapping": "event source mappings",
	"aws_lexv2models_intent": "intents of Lex",
	"aws_pipes_pipe": "pipes",
	"aws_s3_bucket_notification": "notifications of buckets",
	"aws_scheduler_schedule": "schedules",
	"aws_secretsmanager_secret_rotation": "rotation of secrets",
	"aws_sns_topic_subscription": "subscriptions of topics",
	"azurerm_eventgrid_event_subscription": "subscriptions of Event Grid",
	"azurerm_eventgrid_system_topic_event_subscription": "subscriptions of Event Grid",
	"google_eventarc_trigger": "triggers of Eventarc",
}
