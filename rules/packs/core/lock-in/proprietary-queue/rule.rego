# METADATA
# title: Queue, topic or stream with its own API
# description: |
#   Every producer and consumer speaks the API of the queue it uses. Queues that
#   speak AMQP, MQTT or Kafka elsewhere too (Service Bus, Event Hubs, managed
#   Kafka) have a low grade and are not named.
# related_resources:
# - ref: https://kafka.apache.org/documentation/
# - ref: https://www.amqp.org/
# custom:
#   code: LOCK-005
#   severity: low
#   types: [aws_sqs_queue, aws_sns_topic, aws_kinesis_stream, google_pubsub_topic, azurerm_storage_queue, azurerm_servicebus_namespace, azurerm_eventgrid_topic]
#   remediation: Speak Kafka, AMQP or NATS where clients outlive the cloud, or keep the client behind an interface of your own.
#   params:
#     type: object
#     properties:
#       min_grade: {type: integer, default: 2, minimum: 0, maximum: 4, description: Lock-in grade from which on a queue is named.}
#   since: 0.1.0
#   idea: wire protocols outlive providers
package iaclint.lock_in.proprietary_queue

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"message": sprintf("clients speak an API only %s has%s%s", [service, lib.a_month, instead]),
	"rests_on": [],
	"facts": {"grade": input.resource.lock_in.grade},
} if {
	input.resource.lock_in.grade >= input.params.min_grade
}

service := object.get(input.resource.lock_in, "service", input.resource.type)

default instead := ""

instead := sprintf("; elsewhere %s", [figures.words(input.resource.lock_in.alternatives, "or")]) if count(input.resource.lock_in.alternatives) > 0
