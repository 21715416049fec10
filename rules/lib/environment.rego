# Where a resource runs, and whom its tags say it is for.
package iaclint.lib

default band := "prod"

# band is the column of a parameter kept per environment. What is not known to
# be outside production is held to production's wider limits.
band := "nonprod" if input.resource.env == "nonprod"

band_name := {"prod": "production", "nonprod": "non-production"}[band]

# tagged holds when the resource carries the tag: "key", or "key=value" with
# globs in the value and several values separated by bars.
tagged(spec) if {
	not contains(spec, "=")
	input.resource.tags[spec]
}

tagged(spec) if {
	[key, values] := split(spec, "=")
	some value in split(values, "|")
	glob.match(value, null, input.resource.tags[key])
}
