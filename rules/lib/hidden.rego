# What a rule may ask about the values it was not shown.
package iaclint.lib

# hidden holds when the attribute at path may be set although it is absent
# from values: it, or what it is part of, is known only after apply or is
# sensitive. A default may be assumed only where it does not hold.
hidden(path) if {
	some known_later in input.resource.unknown
	covers(known_later, path)
}

hidden(path) if {
	some masked in input.resource.sensitive
	covers(masked, path)
}

covers(above, path) if trim_suffix(above, ".*") == path

covers(above, path) if startswith(path, concat("", [trim_suffix(above, ".*"), "."]))
