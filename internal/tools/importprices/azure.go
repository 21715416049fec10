package main

func azureTables() []tableImport {
	return []tableImport{
		vm(), vmReserved(), dedicatedHosts(),
		long("azure_canonical.csv.gz"), long("azure_more_regions.csv.gz"),
		long("azure_raw_network.csv.gz"), long("azure_raw_databases.csv.gz"), long("azure_raw_storage.csv.gz"),
		long("azure_raw_serverless_containers.csv.gz"), long("azure_raw_ops_security_other.csv.gz"),
		components(),
	}
}

// vmDates are the dates of the sources that the table of virtual machines
// names without one.
var vmDates = map[string]string{"eii": "2025-05-28", "apr": "2026-08-22", "adb": "2026-08-14"}

func vmDate(source string) func(row) string {
	return func(r row) string { return vmDates[r.get(source)] }
}

func vm() tableImport {
	return wide{
		file: "azure_compute.csv.gz", region: column("region"), unit: "hour",
		sku: func(r row) string { return "vm/" + r.get("instance_type") },
		columns: []wideColumn{
			{column: "linux_usd_h", suffix: "/linux/on-demand", date: column("linux_vintage"), source: column("linux_source")},
			{column: "windows_usd_h", suffix: "/windows/on-demand", date: vmDate("windows_source"), source: column("windows_source")},
			{column: "linux_spot_usd_h", suffix: "/linux/spot", date: vmDate("spot_source"), source: column("spot_source")},
			{column: "windows_spot_usd_h", suffix: "/windows/spot", date: vmDate("spot_source"), source: column("spot_source")},
		},
	}.table()
}

func vmReserved() tableImport {
	date, source := column("vintage"), column("source")
	return wide{
		file: "azure_reserved.csv.gz", region: column("region"), unit: "hour",
		sku: func(r row) string { return "vm/" + r.get("instance_type") },
		columns: []wideColumn{
			{column: "ri1y_usd_h", suffix: "/linux/ri1y", date: date, source: source},
			{column: "ri3y_usd_h", suffix: "/linux/ri3y", date: date, source: source},
			{column: "savings_plan1y_usd_h", suffix: "/linux/sp1y", date: date, source: source},
			{column: "savings_plan3y_usd_h", suffix: "/linux/sp3y", date: date, source: source},
		},
	}.table()
}

func dedicatedHosts() tableImport {
	return wide{
		file: "azure_dedicated_hosts.csv.gz", region: column("region"), unit: "hour",
		sku:     func(r row) string { return "dedicated-host/" + r.get("host_type") },
		columns: []wideColumn{{column: "usd_h", suffix: "/on-demand", date: column("vintage"), source: column("source")}},
	}.table()
}
