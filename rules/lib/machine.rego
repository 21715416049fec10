# Where a resource names the machine it runs on. Every attribute is read by
# its own path, so that an unknown one is seen for what it is.
package iaclint.lib.machine

# The value of the attribute that names the machine, by its dotted path.
named["instance_type"] := input.resource.values.instance_type

named["instance_class"] := input.resource.values.instance_class

named["node_type"] := input.resource.values.node_type

named["machine_type"] := input.resource.values.machine_type

named["vm_size"] := input.resource.values.vm_size

named["size"] := input.resource.values.size if endswith(input.resource.type, "_virtual_machine")

named["sku"] := input.resource.values.sku if endswith(input.resource.type, "_virtual_machine_scale_set")

# GP_, MO_ and B_ name the tier and are kept like the db. of RDS.
named["sku_name"] := input.resource.values.sku_name if endswith(input.resource.type, "_flexible_server")

named["cluster_config.instance_type"] := input.resource.values.cluster_config[0].instance_type

named["node_config.machine_type"] := input.resource.values.node_config[0].machine_type

named["core_instance_group.instance_type"] := input.resource.values.core_instance_group[0].instance_type

named["instance_types"] := input.resource.values.instance_types[0] if count(input.resource.values.instance_types) == 1

# The change that runs a resource on another machine, by path; keeps the
# db., cache. and .search of managed services. Undefined where no one
# attribute names the machine, or it is that machine already.
swap(target) := {path: value} if {
	some path, current in named
	is_string(current)
	value := worded(path, dressed(current, target))
	value != worded(path, current)
}

dressed(current, target) := sprintf("%s%s%s", [prefix(current, target), target, suffix(current, target)])

prefix(current, target) := word if {
	some word in {"db.", "cache.", "GP_", "MO_", "B_"}
	startswith(current, word)
	not startswith(target, word)
} else := ""

suffix(current, target) := word if {
	some word in {".search", ".elasticsearch"}
	endswith(current, word)
	not endswith(target, word)
} else := ""

worded(path, value) := [value] if path == "instance_types"

worded(path, value) := value if path != "instance_types"
