# METADATA
# title: Burstable machine without a limit on its credits, in non-production
# description: >-
#   In unlimited mode a burstable machine that is busy for longer than its credits last buys more, by the
#   vCPU-hour, and a stuck process buys them day and night. In standard mode it becomes slow instead,
#   which outside production is what one wants to know.
# related_resources:
# - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode.html
# custom:
#   code: COST-104
#   severity: low
#   env: nonprod
#   saving: advisory
#   safe_fix: true
#   since: aws 6.25
#   types: [aws_instance, aws_launch_template]
#   params:
#     type: object
#     properties:
#       judge_default:
#         type: boolean
#         description: Speak about t3, t3a and t4g too that say nothing, and are unlimited by that.
#         default: false
#   remediation: >-
#     Set cpu_credits = "standard", or take a type of fixed performance if the machine is busy.
#   when_not: >-
#     When the environment is there to measure speed.
package iaclint.cost.unlimited_credits_in_nonproduction

findings contains {
	"path": "credit_specification.cpu_credits",
	"message": "unlimited CPU credits in non-production: a busy process buys them day and night",
	"change": {"credit_specification.cpu_credits": "standard"},
} if {
	input.resource.values.credit_specification[0].cpu_credits == "unlimited"
}

findings contains {
	"path": "credit_specification",
	"message": sprintf("%s is unlimited where nothing is said: a busy process buys credits day and night", [input.resource.values.instance_type]),
	"change": {"credit_specification": [{"cpu_credits": "standard"}]},
} if {
	input.params.judge_default == true
	regex.match(`^(t3|t3a|t4g)\.`, input.resource.values.instance_type)
	not said
}

said if input.resource.values.credit_specification[0].cpu_credits

# What a template says holds for the machine.
said if count(input.resource.values.launch_template) > 0
