# METADATA
# title: Detailed monitoring in non-production
# description: >-
#   Figures of each minute instead of each five are seven metrics an instance that are billed by the
#   month. Nobody scales a test environment within a minute.
# related_resources:
# - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html
# custom:
#   code: COST-116
#   severity: low
#   env: nonprod
#   saving: exact
#   safe_fix: true
#   since: aws 6.25
#   types: [aws_instance, aws_launch_configuration, aws_launch_template]
#   remediation: >-
#     Turn it off outside production; basic monitoring is free.
#   when_not: >-
#     When the environment is there to try out scaling.
package iaclint.cost.detailed_monitoring_in_nonproduction

findings contains {
	"path": "monitoring",
	"message": "detailed monitoring in non-production",
	"change": {"monitoring": false},
	"rests_on": ["monitoring"],
} if {
	input.resource.type == "aws_instance"
	input.resource.values.monitoring == true
}

findings contains {
	"path": "monitoring.enabled",
	"message": "detailed monitoring of every machine made from this, in non-production",
	"change": {"monitoring.enabled": false},
	"rests_on": ["monitoring.enabled"],
} if {
	input.resource.type == "aws_launch_template"
	input.resource.values.monitoring[0].enabled == true
}

# A launch configuration turns it on unless told not to.
findings contains {
	"path": "enable_monitoring",
	"message": "detailed monitoring of every machine made from this, in non-production",
	"change": {"enable_monitoring": false},
	"rests_on": ["enable_monitoring"],
} if {
	input.resource.type == "aws_launch_configuration"
	not input.resource.values.enable_monitoring == false
}
