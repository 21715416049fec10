# When AWS ends the standard support of a major version; extended support is
# billed from then on. Sources, dates as published in May 2026:
# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html
# https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html
# https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html
# Add a line when a version comes out.
package iaclint.cost.database_extended_support

standard_support_ends := {
	"mysql": {
		"5.7": "2024-02-29",
		"8.0": "2026-07-31",
		"8.4": "2029-07-31",
	},
	"postgres": postgresql,
	"aurora-mysql": {
		"5.7": "2024-10-31",
		"8.0": "2028-04-30",
	},
	"aurora-postgresql": postgresql,
	"redis": {
		"4": "2026-01-31",
		"5": "2026-01-31",
		"6": "2027-01-31",
	},
}

postgresql := {
	"11": "2024-02-29",
	"12": "2025-02-28",
	"13": "2026-02-28",
	"14": "2027-02-28",
	"15": "2028-02-29",
	"16": "2029-02-28",
	"17": "2030-02-28",
}
