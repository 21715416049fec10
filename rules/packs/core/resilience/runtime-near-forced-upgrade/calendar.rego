# When a runtime of Lambda is deprecated, and when AKS ends the support of a
# version. Sources: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html,
# dates as published in September 2026, and
# https://learn.microsoft.com/azure/aks/supported-kubernetes-versions, as
# published in the summer of 2026 (a month there means its last day).
# Add a line when a version comes out.
package iaclint.resilience.runtime_near_forced_upgrade

runtime_ends := {
	"dotnet6": "2024-12-20",
	"dotnet8": "2026-11-10",
	"dotnet9": "2026-11-10",
	"dotnet10": "2028-11-14",
	"dotnetcore3.1": "2023-04-03",
	"go1.x": "2024-01-08",
	"java8": "2024-01-08",
	"java8.al2": "2027-06-30",
	"java11": "2027-06-30",
	"java17": "2027-06-30",
	"java21": "2029-06-30",
	"java25": "2029-06-30",
	"nodejs12.x": "2023-03-31",
	"nodejs14.x": "2023-12-04",
	"nodejs16.x": "2024-06-12",
	"nodejs18.x": "2025-09-01",
	"nodejs20.x": "2026-04-30",
	"nodejs22.x": "2027-04-30",
	"nodejs24.x": "2028-04-30",
	"provided": "2024-01-08",
	"provided.al2": "2026-07-31",
	"provided.al2023": "2029-06-30",
	"python3.7": "2023-12-04",
	"python3.8": "2024-10-14",
	"python3.9": "2025-12-15",
	"python3.10": "2026-10-31",
	"python3.11": "2027-06-30",
	"python3.12": "2028-10-31",
	"python3.13": "2029-06-30",
	"python3.14": "2029-06-30",
	"ruby2.7": "2023-12-07",
	"ruby3.2": "2026-03-31",
	"ruby3.3": "2027-03-31",
	"ruby3.4": "2028-03-31",
	"ruby4.0": "2029-03-31",
}

kubernetes_ends := {
	"1.28": "2025-01-31",
	"1.29": "2025-03-31",
	"1.30": "2025-08-22",
	"1.31": "2025-11-01",
	"1.32": "2026-03-31",
	"1.33": "2026-07-31",
	"1.34": "2026-11-30",
	"1.35": "2027-03-31",
	"1.36": "2027-06-30",
	"1.37": "2027-10-31",
}
