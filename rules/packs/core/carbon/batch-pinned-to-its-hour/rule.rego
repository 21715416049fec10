# METADATA
# title: Flexible batch pinned to its hour
# description: |
#   Grids are cleaner at some hours than at others, most of all where sun or wind
#   carry a good part and coal or gas the rest. A job that starts at a fixed
#   minute cannot use that; one with a window of some hours can be moved into
#   it. Said of scheduled containers, pipelines and batch jobs in regions whose
#   grid is above a limit. What each hour emits is not in the catalogue, so no
#   figure is claimed.
# related_resources:
# - ref: https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-flexible-time-windows.html
# - ref: https://learn.greensoftware.foundation/carbon-awareness
# custom:
#   code: CARB-012
#   severity: info
#   types: [aws_scheduler_schedule]
#   remediation: Set flexible_time_window to FLEXIBLE with as many minutes as the job can wait, or run it in a cleaner region.
#   params:
#     type: object
#     properties:
#       flex_hours: {type: number, default: 4, exclusiveMinimum: 0, maximum: 4, description: Hours a job may be asked to wait.}
#       min_g_per_kwh: {type: number, default: 200, minimum: 0, description: g CO2e per kWh of the region's grid from which on it is said.}
#   saving: advisory
#   since: 0.1.0
#   idea: Green Software Foundation, carbon awareness
package iaclint.carbon.batch_pinned_to_its_hour

findings contains {
	"path": "flexible_time_window.mode",
	"message": sprintf("starts at its minute on a grid of %d g/kWh; a window of %v hours lets it move to a cleaner one", [round(grid), input.params.flex_hours]),
	"change": {
		"flexible_time_window.mode": "FLEXIBLE",
		"flexible_time_window.maximum_window_in_minutes": floor(input.params.flex_hours * 60),
	},
	"rests_on": ["flexible_time_window.mode", "region"],
} if {
	input.resource.values.flexible_time_window[_].mode == "OFF"
	heavy
	grid >= input.params.min_g_per_kwh
}

grid := data.iaclint.regions.aws[input.resource.region].g_per_kwh

# What runs long enough to be worth moving.
heavy if count(input.resource.values.target[_].ecs_parameters) > 0

heavy if count(input.resource.values.target[_].sagemaker_pipeline_parameters) > 0

heavy if startswith(input.resource.values.target[_].arn, "arn:aws:scheduler:::aws-sdk:batch:")
