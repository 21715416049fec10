# METADATA
# title: AI built on one provider's platform
# description: |
#   Models are exchanged every year; agents, indexes, trained processors and
#   tuned weights that live in a platform are not. What stays behind on leaving
#   is named for each, so that the part that will be exchanged can be kept apart
#   from it.
# related_resources:
# - ref: https://kserve.github.io/website/
# - ref: https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html
# - ref: https://mlflow.org/docs/latest/
# custom:
#   code: LOCK-010
#   severity: low
#   types:
#   - aws_bedrock_custom_model
#   - aws_bedrock_provisioned_model_throughput
#   - aws_bedrockagent_agent
#   - aws_bedrockagent_knowledge_base
#   - aws_kendra_index
#   - aws_lexv2models_bot
#   - aws_sagemaker_endpoint
#   - azurerm_ai_services
#   - azurerm_bot_service_azure_bot
#   - azurerm_cognitive_account
#   - azurerm_search_service
#   - google_dialogflow_cx_agent
#   - google_discovery_engine_search_engine
#   - google_document_ai_processor
#   - google_vertex_ai_endpoint
#   - google_vertex_ai_index
#   remediation: Call models through an OpenAI-style API of your own choice, keep prompts and evaluations outside, and serve open weights with KServe or vLLM where it matters.
#   params:
#     type: object
#     properties:
#       allow: {type: array, default: [], description: Globs of types or addresses that are a settled choice., items: {type: string}}
#   saving: advisory
#   since: 0.1.0
#   idea: the model is exchangeable, what is built around it is not
package iaclint.lock_in.proprietary_ai_platform

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"message": sprintf("%s stay behind on leaving%s%s", [left_behind[input.resource.type], lib.a_month, instead]),
	"rests_on": [],
} if {
	left_behind[input.resource.type]
	not settled
}

left_behind := {
	"aws_bedrock_custom_model": "the tuned weights",
	"aws_bedrock_provisioned_model_throughput": "the term of the throughput and what was tuned for the model",
	"aws_bedrockagent_agent": "the agent's actions, prompts and sessions",
	"aws_bedrockagent_knowledge_base": "the chunks and vectors, to be computed again,",
	"aws_kendra_index": "the index and what it learned of its users",
	"aws_lexv2models_bot": "intents, slots and flows",
	"aws_sagemaker_endpoint": "deployment, scaling and monitoring of the model",
	"azurerm_ai_services": "fine-tuned deployments and content filters",
	"azurerm_bot_service_azure_bot": "channels and the identity of the bot",
	"azurerm_cognitive_account": "fine-tuned deployments and trained models",
	"azurerm_search_service": "indexes, skillsets and scoring profiles",
	"google_dialogflow_cx_agent": "flows, intents and their training",
	"google_discovery_engine_search_engine": "the index and its ranking",
	"google_document_ai_processor": "the trained processor",
	"google_vertex_ai_endpoint": "deployment, scaling and monitoring of the model",
	"google_vertex_ai_index": "the vectors, to be computed again,",
}

default instead := ""

instead := sprintf("; elsewhere %s", [figures.words(input.resource.lock_in.alternatives, "or")]) if count(input.resource.lock_in.alternatives) > 0

settled if {
	some pattern in input.params.allow
	some name in {input.resource.type, input.resource.address}
	glob.match(pattern, [], name)
}
