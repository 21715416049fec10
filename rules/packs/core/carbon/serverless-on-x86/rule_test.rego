package iaclint.carbon.serverless_on_x86_test

import data.iaclint.carbon.serverless_on_x86

found(type, values) := findings if {
	findings := serverless_on_x86.findings with input as {"resource": {"type": type, "values": values, "unknown": [], "sensitive": []}}
}

test_function_fails if {
	found("aws_lambda_function", {"architectures": ["x86_64"], "runtime": "python3.12"}) == {{
		"path": "architectures", "message": "runs on x86; arm64 does the same for less",
		"change": {"architectures": ["arm64"]}, "rests_on": ["architectures", "runtime"],
	}}
}

test_function_passes if {
	found("aws_lambda_function", {"architectures": ["arm64"], "runtime": "python3.12"}) == set()
	found("aws_lambda_function", {"architectures": ["x86_64"], "runtime": "go1.x"}) == set()
}

# Left to the provider, the architecture is known only after apply: the finding rests on it, and the engine makes it unknown.
test_function_unknown_rests_on_the_architecture if {
	found_hidden := serverless_on_x86.findings with input as {"resource": {"type": "aws_lambda_function", "values": {"runtime": "python3.12"}, "unknown": ["architectures"], "sensitive": []}}
	{[finding.rests_on, finding.message] | some finding in found_hidden} == {[["architectures", "runtime"], "on x86 unless architectures says otherwise; arm64 does the same for less"]}
}

test_task_fails if {
	{finding.change | some finding in found("aws_ecs_task_definition", {"requires_compatibilities": ["FARGATE"], "runtime_platform": []})} == {{"runtime_platform.cpu_architecture": "ARM64"}}
	count(found("aws_ecs_task_definition", {"requires_compatibilities": ["EC2", "FARGATE"], "runtime_platform": [{"cpu_architecture": "X86_64"}]})) == 1
}

test_task_passes if {
	found("aws_ecs_task_definition", {"requires_compatibilities": ["EC2"], "runtime_platform": []}) == set()
	found("aws_ecs_task_definition", {"requires_compatibilities": ["FARGATE"], "runtime_platform": [{"cpu_architecture": "ARM64"}]}) == set()
	found("aws_ecs_task_definition", {"requires_compatibilities": ["FARGATE"], "runtime_platform": [{"operating_system_family": "WINDOWS_SERVER_2022_CORE"}]}) == set()
}

test_build if {
	{finding.change | some finding in found("aws_codebuild_project", {"environment": [{"type": "LINUX_CONTAINER"}]})} == {{"environment.type": "ARM_CONTAINER"}}
	found("aws_codebuild_project", {"environment": [{"type": "ARM_CONTAINER"}]}) == set()
	found("aws_codebuild_project", {"environment": [{"type": "LINUX_GPU_CONTAINER"}]}) == set()
}

test_build_is_of_its_type if {
	found("aws_codepipeline", {"environment": [{"type": "LINUX_CONTAINER"}]}) == set()
}
