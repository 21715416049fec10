package config

// meanings say what settings and blocks are for, by "block" or "block.setting";
// those outside of blocks have no block before the dot. A test holds it to the
// tables of the decoder.
func meanings() map[string]string {
	return map[string]string{
		".extends":             "Files of the repository, and packs, whose settings this configuration stands on.",
		".fail_on":             "Lowest severity of findings that ends a run with exit code 1.",
		".fail_on_unknown":     "Whether a verdict that rests on a value known only after apply counts like a failed one.",
		".severity_by_saving":  "A finding that saves at least so many dollars a month has at least this severity.",
		".default_environment": "Environment of what no environment block matches: unknown, prod, nonprod or the name of one.",
		".default_regions":     "Region by provider, for resources whose region the input does not say.",
		".exclude_folders":     "Path patterns of folders of source that are checked only when they are named.",
		".baseline":            "File of findings that do not count, as iaclint baseline write makes it.",
		".usage":               "Files that say how much is used of what is billed by use.",
		".usage_profile":       "Use that is assumed where none is given: small, medium or large.",
		".cards":               "Folder of resource cards that shadow the built-in ones.",
		".catalogue":           "Folder that iaclint catalogue refresh wrote, or embedded for the prices inside.",
		".packs":               "Folders of further rules, and packs from elsewhere: oci://… and git::….",
		".price_books":         "CSV files of prices of your own.",
		".missing_prices":      "What becomes of a price that a region does not have: a gap, or the nearest region's.",

		"project":                "A root module and what it is given; a folder may be several projects.",
		"project.path":           "Its folder; that of the configuration when absent.",
		"project.var_files":      "Files of variables, from the project's folder; the last wins.",
		"project.vars":           "Values of variables, as behind -var.",
		"project.workspace":      "Terraform workspace.",
		"project.tool":           "Which tool the source is for.",
		"environment":            "How to tell an environment; the first that matches wins. It takes tags, workspaces or paths.",
		"environment.production": "Whether rules see prod (true) or nonprod; true for prod and production when absent.",
		"environment.workspaces": "Patterns of workspaces.",
		"environment.paths":      "Path patterns of projects.",
		"environment.tags":       "Values of tags, by key.",
		"rule":                   "What differs for a rule, by id, alias or pattern; further attributes are its parameters: iaclint explain RULE.",
		"rule.enabled":           "Whether the rule is asked.",
		"rule.severity":          "Severity of its findings.",
		"rule.exclude":           "Patterns of addresses or project paths that it does not look at.",
		"rule.min_saving":        "Dollars a month below which its findings are not reported.",
		"rule.ignorable":         "false: no comment, exclusion, baseline or file above silences it.",
		"exclusion":              "Findings that somebody decided to live with: a rule, an address or both.",
		"exclusion.rule":         "Id, alias or pattern of rules.",
		"exclusion.address":      "Pattern of addresses.",
		"exclusion.reason":       "Why, for the next reader.",
		"exclusion.until":        "Last day it holds; for good when absent.",

		"guardrail":                     "Limits on totals; one that is broken ends the run with exit code 1. It takes at least one limit.",
		"guardrail.paths":               "Path patterns of the projects that it holds for together.",
		"guardrail.projects":            "Patterns of names of projects, each of which it holds for by itself.",
		"guardrail.tags":                "Patterns of values by tag key: resources that carry them all count.",
		"guardrail.monthly_usd":         "Most dollars a month.",
		"guardrail.increase_usd":        "Most dollars a month more than before.",
		"guardrail.increase_percent":    "Most percent more cost than before.",
		"guardrail.monthly_kg":          "Most kgCO2e a month.",
		"guardrail.increase_kg":         "Most kgCO2e a month more than before.",
		"guardrail.increase_kg_percent": "Most percent more carbon than before.",

		"usage":          "How much is used a month of the resources that an address stands for: usage keys.",
		"usage_defaults": "How much is used a month of each resource of a type: usage keys.",

		"purchase":                 "Resources that are bought otherwise than on demand; all conditions have to match.",
		"purchase.option":          "How: reserved-1y-no-upfront, savings-plan-3y, spot, …",
		"purchase.coverage":        "Percent that is bought so; 100 when absent.",
		"purchase.types":           "Patterns of resource types.",
		"purchase.addresses":       "Patterns of addresses.",
		"purchase.tags":            "Patterns of values by tag key.",
		"purchase.environments":    "Environments as rules see them.",
		"schedule":                 "How many hours resources run; all conditions have to match. It takes one of the two hours.",
		"schedule.hours_per_month": "Hours of the 730 of a month.",
		"schedule.hours_per_week":  "Hours of the 168 of a week.",
		"schedule.types":           "Patterns of resource types; what can be stopped without loss when absent.",
		"schedule.addresses":       "Patterns of addresses.",
		"schedule.tags":            "Patterns of values by tag key.",
		"schedule.environments":    "Environments as rules see them.",
		"discount":                 "Percent off list prices.",
		"discount.percent":         "How many percent come off.",
		"discount.keys":            "Patterns of price keys, aws/ec2/*; all prices when absent.",
		"discount.from":            "First day it holds.",
		"discount.until":           "Last day it holds.",
		"currency":                 "Amounts are shown in it, by a rate of yours.",
		"currency.per_usd":         "How much of it one dollar is.",
		"currency.date":            "Day of the rate.",
		"currency.source":          "Where the rate is from, for the reader.",
		"carbon":                   "What carbon is estimated by.",
		"carbon.grid":              "Intensity of grids: averages of the catalogue, or Ember's yearly means by country.",
		"carbon.utilisation":       "Percent of its capacity that hardware is used at.",
		"carbon.lifespan_years":    "Years that hardware is in use.",
	}
}

// needed are the settings that a block cannot do without; a test tries.
func needed() map[string][]string {
	return map[string][]string{
		"currency":  {"date", "per_usd"},
		"discount":  {"percent"},
		"exclusion": {"reason"},
		"purchase":  {"option"},
	}
}
