# Questions about effective cost tags, the same for the document of a
# resource and for an entry of a plan's resources.
#
# Which keys are asked for is set once: a rule's own `required` and `aliases`
# win, then those of tag/missing-cost-tags, then the defaults here. Keys are
# literal for the tools that read a bill, so case counts, except on Azure,
# where it does not; the aliases name the spellings that are accepted.
package iaclint.lib.tagging

import data.iaclint.lib

# The resource a rule is asked about, as far as its tags go. Handing on the
# whole of it would let the answer rest on everything that is not known of it.
subject := {
	"type": input.resource.type,
	"env": environment,
	"tags": input.resource.tags,
	"tags_hidden": input.resource.tags_hidden,
}

default environment := "unknown"

environment := input.resource.env

default_required := ["environment", "owner", "cost-center"]

default_aliases := {
	"environment": ["Environment", "ENVIRONMENT", "env", "Env", "ENV", "stage", "Stage"],
	"owner": ["Owner", "OWNER", "owned-by", "owned_by", "OwnedBy", "team", "Team", "TEAM", "squad", "Squad"],
	"cost-center": [
		"Cost-Center", "cost_center", "Cost_Center", "CostCenter", "costCenter", "costcenter", "Cost Center", "COST_CENTER",
		"cost-centre", "Cost-Centre", "cost_centre", "CostCentre", "costCentre", "costcentre", "Cost Centre",
	],
}

# The keys asked of a resource, in the order they are configured.
required(resource, params) := [name(item) | some item in setting(params, "required", default_required); applies(item, resource)]

# Those of them it does not carry, in the same order.
missing(resource, params) := [key | some key in required(resource, params); not carries(resource, key, params)]

# True when the key is there in an accepted spelling, its value known or not.
carries(resource, key, params) if spelled(resource, key, params)

# The key as the resource spells it; undefined when it does not carry it.
# Where several spellings are there, the first in the order of the alphabet.
spelled(resource, key, params) := min({have |
	some want in spellings(key, params)
	have := held(resource, want, params)
})

# All the accepted spellings of a key.
spellings(key, params) := {key} | {alias | some alias in object.get(setting(params, "aliases", default_aliases), key, [])}

# All the keys of a resource, those with an unknown value included.
keys(resource) := object.keys(resource.tags) | {key | some key in object.get(resource, "tags_hidden", [])}

# The attribute a person would write the tags in; for the source line of a finding.
attribute(type) := "tag" if type == "aws_autoscaling_group"

attribute(type) := "tags" if {
	type != "aws_autoscaling_group"
	not startswith(type, "google_")
}

attribute(type) := object.get(google, type, "labels") if startswith(type, "google_")

google := {
	"google_container_cluster": "resource_labels",
	"google_container_node_pool": "node_config.resource_labels",
	"google_monitoring_alert_policy": "user_labels",
	"google_monitoring_custom_service": "user_labels",
	"google_monitoring_notification_channel": "user_labels",
	"google_monitoring_service": "user_labels",
	"google_monitoring_slo": "user_labels",
	"google_monitoring_uptime_check_config": "user_labels",
	"google_sql_database_instance": "settings.user_labels",
}

default stake := ""

# stake is the end of a message about tags: the money they cannot place. It is
# empty where no figure is known.
stake := sprintf(": %s a month cannot be allocated", [lib.money(input.resource.cost.monthly)]) if {
	input.resource.cost.monthly > 0
}

setting(params, key, fallback) := object.get(params, key, object.get(shared, key, fallback))

default shared := {}

shared := data.iaclint.params["tag/missing-cost-tags"]

held(resource, key, _) := key if resource.tags[key]

held(resource, key, _) := key if key in resource.tags_hidden

held(resource, key, params) := min(alike) if {
	folds(resource, params)
	not key in keys(resource)
	alike := {have | some have in keys(resource); lower(have) == lower(key)}
	count(alike) > 0
}

folds(resource, _) if startswith(resource.type, "azurerm_")

folds(_, params) if setting(params, "case_sensitive", true) == false

name(item) := item if is_string(item)

name(item) := item.key if is_object(item)

applies(item, _) if is_string(item)

applies(item, resource) if {
	is_object(item)
	reaches(object.get(item, "applies_to", ["*"]), resource.type)
	in_env(object.get(item, "env", []), object.get(resource, "env", "unknown"))
}

reaches(globs, type) if {
	some pattern in globs
	glob.match(pattern, [], type)
}

in_env([], _)

in_env(envs, env) if env in envs
