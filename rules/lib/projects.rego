# Which projects a rule is about, by the patterns of their paths.
package iaclint.lib.projects

# among holds where the path fits one of the patterns, as they are in
# environment and guardrail.
among(patterns, path) if {
	some pattern in patterns
	some candidate in readings(pattern, path)
	glob.match(pattern, ["/"], candidate)
}

# Any number of folders is none, too: **/prod/* is prod/plan.json as well, and
# live/** is live.
readings(pattern, path) := {concat("", [before, path, after]) |
	some before in {"", leading(pattern)}
	some after in {"", trailing(pattern)}
}

leading(pattern) := "/" if {
	startswith(pattern, "**/")
} else := ""

trailing(pattern) := "/" if {
	endswith(pattern, "/**")
} else := ""
