# METADATA
# title: Machine that is kept stopped
# description: >-
#   A stopped machine costs nothing, but its disks go on being paid for, and so does its public address.
#   One that the configuration keeps stopped is stopped for good.
# related_resources:
# - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Stop_Start.html
# custom:
#   code: COST-123
#   severity: low
#   saving: advisory
#   since: aws 6.25
#   types: [aws_ec2_instance_state]
#   remediation: >-
#     Take a snapshot and remove the machine with its disks and addresses.
#   when_not: >-
#     When something outside the configuration starts it on certain days.
package iaclint.cost.stopped_machine_kept

findings contains {
	"path": "state",
	"message": sprintf("%s is kept stopped: its disks and addresses are paid for all the same", [machine.address]),
	"related": [machine.address],
	"rests_on": ["state"],
} if {
	input.resource.values.state == "stopped"
	some machine in input.resource.refs.instance_id
	machine.type == "aws_instance"
}
