# METADATA
# title: Function, task or build on x86
# description: |
#   Lambda, Fargate and CodeBuild run on x86 unless asked for arm64, which does
#   the same work with less power and costs about a fifth less. A function whose
#   architecture is left to the provider is unknown until apply. Runtimes that
#   exist on x86 only, and Windows, are left out.
# related_resources:
# - ref: https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html
# - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html
# custom:
#   code: CARB-003
#   severity: low
#   types: [aws_lambda_function, aws_ecs_task_definition, aws_codebuild_project]
#   remediation: Ask for arm64. Plain scripts just run; native dependencies, layers and container images have to exist for arm64.
#   saving: exact
#   since: 0.1.0
#   idea: AWS Well-Architected SUS05
#   when_not: >-
#     A native dependency, a layer or an extension does not exist for arm64.
package iaclint.carbon.serverless_on_x86

findings contains {
	"path": "architectures",
	"message": sprintf("%s; arm64 does the same for less", [asked]),
	"change": {"architectures": ["arm64"]},
	"rests_on": ["architectures", "runtime"],
} if {
	input.resource.type == "aws_lambda_function"
	not function_on_arm
	not x86_runtime
}

asked := "on x86 unless architectures says otherwise" if not_asked

asked := "runs on x86" if not not_asked

not_asked if "architectures" in input.resource.unknown

function_on_arm if input.resource.values.architectures[_] == "arm64"

x86_runtime if input.resource.values.runtime in {
	"dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "go1.x", "java8", "nodejs10.x", "nodejs8.10",
	"provided", "python2.7", "python3.6", "python3.7", "ruby2.5",
}

findings contains {
	"path": "runtime_platform.cpu_architecture",
	"message": "Fargate runs it on x86; arm64 does the same for less",
	"change": {"runtime_platform.cpu_architecture": "ARM64"},
	"rests_on": ["requires_compatibilities", "runtime_platform.cpu_architecture", "runtime_platform.operating_system_family"],
} if {
	input.resource.type == "aws_ecs_task_definition"
	input.resource.values.requires_compatibilities[_] == "FARGATE"
	not task_on_arm
	not task_on_windows
}

task_on_arm if input.resource.values.runtime_platform[_].cpu_architecture == "ARM64"

task_on_windows if startswith(input.resource.values.runtime_platform[_].operating_system_family, "WINDOWS")

findings contains {
	"path": "environment.type",
	"message": "builds on x86; ARM_CONTAINER does the same for less",
	"change": {"environment.type": "ARM_CONTAINER"},
	"rests_on": ["environment.type"],
} if {
	input.resource.values.environment[_].type == "LINUX_CONTAINER"
	input.resource.type == "aws_codebuild_project"
}
