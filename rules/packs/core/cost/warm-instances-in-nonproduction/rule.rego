# METADATA
# title: Instances kept warm in non-production
# description: >-
#   A minimum above zero keeps instances waiting, and paid for, so that the first request is quick.
#   Outside production the first request may wait a second.
# related_resources:
# - ref: https://cloud.google.com/run/docs/configuring/min-instances
# - ref: https://learn.microsoft.com/azure/container-apps/scale-app
# custom:
#   code: COST-510
#   severity: medium
#   env: nonprod
#   saving: exact
#   safe_fix: true
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_apprunner_auto_scaling_configuration_version
#   - azurerm_container_app
#   - azurerm_linux_function_app
#   - azurerm_windows_function_app
#   - google_cloud_run_v2_service
#   - google_cloudfunctions_function
#   - google_cloudfunctions2_function
#   remediation: >-
#     Scale to zero outside production; where the platform keeps one instance, keep one.
package iaclint.cost.warm_instances_in_nonproduction

import data.iaclint.lib.figures

findings contains {
	"path": path,
	"key": path,
	"message": sprintf("keeps %s warm in non-production", [figures.plural(warm.kept, "instance")]),
	"change": {path: warm.least},
	"rests_on": [path],
} if {
	some path, warm in minima
	warm.kept > warm.least
}

minima["min_size"] := {"kept": input.resource.values.min_size, "least": 1}

minima["template.min_replicas"] := {"kept": input.resource.values.template[0].min_replicas, "least": 0}

minima["site_config.elastic_instance_minimum"] := {
	"kept": input.resource.values.site_config[0].elastic_instance_minimum,
	"least": 1,
}

minima["template.scaling.min_instance_count"] := {
	"kept": input.resource.values.template[0].scaling[0].min_instance_count,
	"least": 0,
}

minima["scaling.min_instance_count"] := {
	"kept": input.resource.values.scaling[0].min_instance_count,
	"least": 0,
}

minima["min_instances"] := {"kept": input.resource.values.min_instances, "least": 0}

minima["service_config.min_instance_count"] := {
	"kept": input.resource.values.service_config[0].min_instance_count,
	"least": 0,
}
