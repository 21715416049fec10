# METADATA
# title: Container or function platform without a maximum
# description: >-
#   Platforms that scale by the request scale with a flood of them too, up to a default that was chosen
#   for the platform and not for the bill.
# related_resources:
# - ref: https://cloud.google.com/run/docs/configuring/max-instances
# - ref: https://learn.microsoft.com/azure/container-apps/scale-app
# custom:
#   code: COST-509
#   severity: high
#   saving: advisory
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_apprunner_auto_scaling_configuration_version
#   - azurerm_container_app
#   - azurerm_linux_function_app
#   - azurerm_windows_function_app
#   - google_app_engine_flexible_app_version
#   - google_cloud_run_v2_service
#   - google_cloudfunctions_function
#   - google_cloudfunctions2_function
#   params:
#     type: object
#     properties:
#       max_instances:
#         type: object
#         description: Instances that a service may grow to, by environment.
#         properties:
#           prod: {type: integer, default: 100}
#           nonprod: {type: integer, default: 3}
#   remediation: >-
#     Set the maximum to what the service needs at its peak, and measure that.
package iaclint.cost.platform_without_maximum

import data.iaclint.lib

findings contains {
	"path": service.path,
	"message": sprintf("no maximum of instances: the platform stops at %s, the cap in %s is %d", [
		lib.grouped(service.unset),
		lib.band_name,
		input.params.max_instances[lib.band],
	]),
	"change": {service.path: input.params.max_instances[lib.band]},
	"rests_on": service.rests_on,
} if {
	service := services[input.resource.type]
	count(maxima) == 0
	service.unset > input.params.max_instances[lib.band]
}

findings contains {
	"path": path,
	"message": sprintf("grows to %s instances; the cap in %s is %d", [
		lib.grouped(most),
		lib.band_name,
		input.params.max_instances[lib.band],
	]),
	"change": {path: input.params.max_instances[lib.band]},
	"rests_on": [path],
} if {
	some path, most in maxima
	most == min([m | some m in maxima])
	most > input.params.max_instances[lib.band]
}

# Where each platform stops when nothing is said, as documented in 2026.
services := {
	"aws_apprunner_auto_scaling_configuration_version": {
		"path": "max_size",
		"unset": 25,
		"rests_on": ["max_size"],
	},
	"azurerm_container_app": {
		"path": "template.max_replicas",
		"unset": 10,
		"rests_on": ["template.max_replicas"],
	},
	"azurerm_linux_function_app": {
		"path": "site_config.app_scale_limit",
		"unset": 200,
		"rests_on": ["site_config.app_scale_limit"],
	},
	"azurerm_windows_function_app": {
		"path": "site_config.app_scale_limit",
		"unset": 200,
		"rests_on": ["site_config.app_scale_limit"],
	},
	"google_app_engine_flexible_app_version": {
		"path": "automatic_scaling.max_total_instances",
		"unset": 20,
		"rests_on": ["automatic_scaling.max_total_instances", "manual_scaling"],
	},
	"google_cloud_run_v2_service": {
		"path": "template.scaling.max_instance_count",
		"unset": 100,
		"rests_on": ["template.scaling.max_instance_count", "scaling.max_instance_count"],
	},
	"google_cloudfunctions_function": {
		"path": "max_instances",
		"unset": 3000,
		"rests_on": ["max_instances"],
	},
	"google_cloudfunctions2_function": {
		"path": "service_config.max_instance_count",
		"unset": 100,
		"rests_on": ["service_config.max_instance_count"],
	},
}

maxima["max_size"] := most if {
	most := input.resource.values.max_size
	most > 0
}

maxima["template.max_replicas"] := most if {
	most := input.resource.values.template[0].max_replicas
	most > 0
}

maxima["site_config.app_scale_limit"] := most if {
	most := input.resource.values.site_config[0].app_scale_limit
	most > 0
}

maxima["automatic_scaling.max_total_instances"] := most if {
	most := input.resource.values.automatic_scaling[0].max_total_instances
	most > 0
}

maxima["manual_scaling.instances"] := most if {
	most := input.resource.values.manual_scaling[0].instances
	most > 0
}

maxima["template.scaling.max_instance_count"] := most if {
	most := input.resource.values.template[0].scaling[0].max_instance_count
	most > 0
}

maxima["scaling.max_instance_count"] := most if {
	most := input.resource.values.scaling[0].max_instance_count
	most > 0
}

maxima["max_instances"] := most if {
	most := input.resource.values.max_instances
	most > 0
}

maxima["service_config.max_instance_count"] := most if {
	most := input.resource.values.service_config[0].max_instance_count
	most > 0
}
