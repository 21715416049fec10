package iaclint.lock_in.proprietary_ai_platform_test

import data.iaclint.lock_in.proprietary_ai_platform

messages(resource, allow) := found if {
	found := {finding.message | some finding in proprietary_ai_platform.findings} with input as {"params": {"allow": allow}, "resource": resource}
}

agent := {"type": "aws_bedrockagent_agent", "address": "aws_bedrockagent_agent.desk", "lock_in": {"grade": 4, "alternatives": ["Vertex agents", "LangGraph"]}}

test_fails if {
	messages(agent, []) == {"the agent's actions, prompts and sessions stay behind on leaving; elsewhere Vertex agents or LangGraph"}
	messages({"type": "aws_sagemaker_endpoint", "address": "x", "lock_in": {"alternatives": []}, "cost": {"monthly": 84.1}}, []) == {"deployment, scaling and monitoring of the model stay behind on leaving, $84.10 a month"}
}

test_passes_what_is_settled if {
	messages(agent, ["*.desk"]) == set()
	messages(agent, ["aws_bedrockagent_*"]) == set()
}

test_passes_other_types if messages({"type": "aws_instance", "address": "aws_instance.gpu"}, []) == set()

# Nothing it says hangs on a value that could be unknown.
test_unknown_cost_is_left_out if count(messages(object.union(agent, {"cost": {"status": "usage"}}), [])) == 1

test_fails_what_is_not_settled if count(messages(agent, ["aws_lex_*", "*.other"])) == 1
