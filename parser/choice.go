package parser

import (
	"slices"
	"strings"
)

// choice reports whether the last name of a path is that of an amount or a
// kind: what somebody chooses while planning, and what ids, addresses and
// names of things to be made tell nothing about.
func choice(path string) bool {
	words := strings.Split(path[strings.LastIndexByte(path, '.')+1:], "_")
	switch words[len(words)-1] {
	case "id", "ids", "arn", "arns", "address", "link", "uri", "url", "key":
		return false
	case "name", "names":
		return words[0] == "sku"
	case "version":
		return words[0] != "latest" && words[0] != "default"
	}
	return slices.ContainsFunc(words, func(word string) bool {
		switch word {
		case "architecture", "architectures", "autoscale", "autoscaling", "bandwidth", "capacity", "class", "concurrent", "count", "cpu", "days",
			"edition", "enabled", "engine", "family", "gb", "gib", "hours", "instances", "iops", "kind", "length", "level", "license", "limit", "max", "maximum",
			"mb", "mbps", "memory", "mib", "min", "minimum", "mode", "nodes", "number", "performance", "priority", "rate", "redundancy", "redundant",
			"replicas", "replication", "retention", "shards", "size", "sku", "storage", "throughput", "tier", "type", "types", "units", "workers":
			return true
		}
		return false
	})
}

// carrier reports whether an attribute hands on whatever was put into it
// (terraform_data.x.output, random_integer.x.result).
func carrier(path string) bool {
	switch first, _, _ := strings.Cut(path, "."); first {
	case "content", "input", "output", "outputs", "result", "results", "triggers", "value", "values":
		return true
	}
	return false
}

// longer is the one of two paths that leads further.
func longer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}
