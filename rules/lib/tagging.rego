# Questions about effective cost tags.
#
# Which keys are asked for is set once: a rule's own `required` and `aliases`
# win, then those of tag/missing-cost-tags, then the defaults here. Keys are
# literal for the tools that read a bill, so case counts, except on Azure,
# where it does not; the aliases name the spellings that are accepted.
#
# These run for every resource: keys are compared as sets, and helpers are
# handed attributes, not whole resources, which would have to be hashed.
package iaclint.lib.tagging

# missing are the wanted keys that are not held, in the order of wanted.
missing(wanted, held) := [key | some [key, spellings] in wanted; count(spellings & held) == 0]

# lacking is missing for what most rules know: a type, an environment and a set
# of keys. It asks for keys, not tags, because resources share them: the answer
# is computed once for each set of keys and remembered.
lacking(params, type, env, keys, hidden) := uncommon(keys, hidden) if {
	unset(params)
	not startswith(type, "azurerm_")
} else := missing(wanted(params, type, env), carried(keys, hidden, loose(type, params)))

# uncommon is lacking where nothing is set: the same for every rule, type and environment.
uncommon(keys, hidden) := missing(common, carried(keys, hidden, false))

# held is the set of a resource's keys, those with a hidden value included;
# folded to lower case where loose.
held(tags, hidden, loose) := carried(object.keys(tags), hidden, loose)

carried(keys, hidden, loose) := keys if {
	not loose
	count(hidden) == 0
} else := keys | {key | some key in hidden} if {
	not loose
} else := {lower(key) | some key in keys} | {lower(key) | some key in hidden}

# loose is whether case does not count: never on Azure, elsewhere by setting.
loose(type, params) if {
	startswith(type, "azurerm_")
} else if {
	params.case_sensitive == false
} else if {
	shared.case_sensitive == false
} else := false

# wanted is what is asked of a resource of the type in the environment: pairs
# of a key and the set of spellings that satisfy it.
wanted(params, type, env) := common if {
	unset(params)
	not startswith(type, "azurerm_")
} else := common_folded if {
	unset(params)
} else := [[key, folded(spellings(key, params), loose(type, params))] |
	some item in object.get(params, "required", object.get(shared, "required", default_required))
	applies(item, type, env)
	key := name(item)
]

# spellings of a key that satisfy it.
spellings(key, params) := {key} | {alias |
	some alias in object.get(object.get(params, "aliases", object.get(shared, "aliases", default_aliases)), key, [])
}

# attribute is where a person would write the tags; for the source line of a finding.
attribute(type) := "tags" if {
	type != "aws_autoscaling_group"
	not startswith(type, "google_")
}

attribute(type) := "tag" if type == "aws_autoscaling_group"

attribute(type) := object.get(google, type, "labels") if startswith(type, "google_")

# unplaced is the stake of a finding about tags: the money they cannot place.
unplaced := ": %s a month cannot be allocated"

# unset is whether keys, spellings and case are all as they are by default.
unset(params) if {
	not configured
	not params.required
	not params.aliases
	not params.case_sensitive == false
}

# configured is whether tag/missing-cost-tags was told its own keys.
configured if shared.required

configured if shared.aliases

configured if shared.case_sensitive == false

default shared := {}

shared := data.iaclint.params["tag/missing-cost-tags"]

default_required := ["environment", "owner", "cost-center"]

default_aliases := {
	"environment": {"ENV", "ENVIRONMENT", "Env", "Environment", "Stage", "env", "stage"},
	"owner": {"OWNER", "OwnedBy", "Owner", "Squad", "TEAM", "Team", "owned-by", "owned_by", "squad", "team"},
	"cost-center": {
		"COST_CENTER", "Cost Center", "Cost Centre", "Cost-Center", "Cost-Centre", "CostCenter", "CostCentre", "Cost_Center",
		"cost-centre", "costCenter", "costCentre", "cost_center", "cost_centre", "costcenter", "costcentre",
	},
}

# The same, ready to compare: made once, not for each resource.
common := [[key, ({key} | default_aliases[key])] | some key in default_required]

common_folded := [[key, {lower(spelling) | some spelling in keys}] | some [key, keys] in common]

folded(keys, loosely) := keys if not loosely

folded(keys, loosely) := {lower(key) | some key in keys} if loosely

name(item) := item if is_string(item)

name(item) := item.key if is_object(item)

applies(item, _, _) if is_string(item)

applies(item, type, env) if {
	is_object(item)
	reaches(object.get(item, "applies_to", ["*"]), type)
	in_env(object.get(item, "env", []), env)
}

reaches(globs, type) if {
	some pattern in globs
	glob.match(pattern, [], type)
}

in_env([], _)

in_env(envs, env) if env in envs

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
