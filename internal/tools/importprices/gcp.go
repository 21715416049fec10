package main

func gcpTables() []tableImport {
	return []tableImport{
		gce(), osLicences(),
		long("gcp_block_storage.csv"), long("gcp_object_storage.csv"), long("gcp_network_monitoring.csv"),
		long("gcp_more_services.csv"), long("gcp_cloudsql.csv"), long("gcp_services.csv"), components(),
	}
}

func gce() tableImport {
	date, source := column("vintage"), column("source")
	return wide{
		file: "gcp_compute.csv.gz", region: column("region"), unit: "hour",
		sku: func(r row) string { return "compute/" + r.get("instance_type") },
		columns: []wideColumn{
			{column: "linux_usd_h", suffix: "/on-demand", date: date, source: source},
			{column: "linux_spot_usd_h", suffix: "/spot", date: date, source: source},
			{column: "commit_1y_usd_month", suffix: "/cud1y", unit: "month", date: date, source: source},
			{column: "commit_3y_usd_month", suffix: "/cud3y", unit: "month", date: date, source: source},
		},
	}.table()
}

// osLicences are the same everywhere.
func osLicences() tableImport {
	w := wide{
		file: "gcp_os_licenses.csv.gz", region: always("global"), unit: "hour",
		sku: func(r row) string { return "os-licence/" + r.get("instance_type") },
	}
	for col, suffix := range map[string]string{
		"windows_usd_h": "windows", "rhel_usd_h": "rhel", "rhel_sap_usd_h": "rhel-sap",
		"sles_usd_h": "sles", "sles_sap_usd_h": "sles-sap",
	} {
		w.columns = append(w.columns, wideColumn{
			column: col, suffix: "/" + suffix, date: column("vintage"), source: column("source"),
		})
	}
	return w.table()
}
