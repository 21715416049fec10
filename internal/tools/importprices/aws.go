package main

import "strings"

func awsTables() []tableImport {
	return []tableImport{
		ec2(), long8th(), ec2Reserved(), rds(),
		long("aws_ebs_2026.csv"), ebsBefore2026(),
		long("aws_databases.csv.gz"), long("aws_storage.csv"), long("aws_network.csv.gz"),
		long("aws_serverless_containers.csv"), long("aws_ops_security_data.csv.gz"),
		long("aws_mapped_more.csv.gz"), long("aws_sagemaker.csv"), quarry(), components(),
	}
}

func ec2() tableImport {
	linuxDate, linuxSource := column("linux_vintage"), column("linux_source")
	date, source := column("other_vintage"), column("other_source")
	other := func(col, os string) wideColumn {
		return wideColumn{column: col, suffix: "/" + os + "/on-demand", date: date, source: source}
	}
	return wide{
		file: "aws_compute.csv.gz", region: column("region"), unit: "hour",
		sku: func(r row) string { return "ec2/" + r.get("instance_type") },
		columns: []wideColumn{
			{column: "linux_usd_h", suffix: "/linux/on-demand", date: linuxDate, source: linuxSource},
			{column: "linux_spot_avg_usd_h", suffix: "/linux/spot", date: date, source: source},
			other("windows_usd_h", "windows"), other("rhel_usd_h", "rhel"), other("suse_usd_h", "suse"),
			other("windows_sql_web_usd_h", "windows-sql-web"),
			other("windows_sql_std_usd_h", "windows-sql-std"),
			other("windows_sql_ent_usd_h", "windows-sql-ent"),
		},
	}.table()
}

func long8th() tableImport {
	return wide{
		file: "aws_compute_8th_gen.csv.gz", region: column("region"), unit: "hour",
		sku: func(r row) string { return "ec2/" + r.get("instance_type") },
		columns: []wideColumn{
			{column: "linux_usd_h", suffix: "/linux/on-demand", date: column("vintage"), source: column("source")},
		},
	}.table()
}

func ec2Reserved() tableImport {
	w := wide{
		file: "aws_reserved.csv.gz", region: column("region"), unit: "hour",
		sku: func(r row) string { return "ec2/" + r.get("instance_type") },
	}
	for col, suffix := range map[string]string{
		"ri1y_std_no_usd_h": "ri1y-std-no", "ri3y_std_no_usd_h": "ri3y-std-no",
		"ri1y_std_all_usd_h": "ri1y-std-all", "ri3y_std_all_usd_h": "ri3y-std-all",
		"ri1y_conv_no_usd_h": "ri1y-conv-no", "ri3y_conv_no_usd_h": "ri3y-conv-no",
	} {
		w.columns = append(w.columns, wideColumn{
			column: col, suffix: "/linux/" + suffix, date: column("vintage"), source: column("source"),
		})
	}
	return w.table()
}

// rds keys are rds/<class>/<engine>/<deployment>, the engine followed by the
// licence or the storage mode where there is a choice of one.
func rds() tableImport {
	date, source := column("vintage"), column("source")
	t := wide{
		file: "aws_rds_instances.csv.gz", region: column("region"), unit: "hour",
		sku: func(r row) string {
			engine := strings.TrimSuffix(r.get("engine"), "-")
			if mode := r.get("license_or_mode"); mode != "" {
				engine += "-" + mode
			}
			return "rds/" + r.get("instance_type") + "/" + engine
		},
		columns: []wideColumn{
			{column: "single_az_usd_h", suffix: "/single-az", date: date, source: source},
			{column: "multi_az_usd_h", suffix: "/multi-az", date: date, source: source},
			{column: "multi_az_cluster_usd_h", suffix: "/multi-az-cluster", date: date, source: source},
		},
	}.table()
	add := t.add
	t.add = func(c *collection, r row) error {
		if r.get("engine") == "db2-" && r.get("license_or_mode") == "marketplace" {
			c.leftOut++ // the table lost which edition of Db2 this is, and they differ in price
			return nil
		}
		return add(c, r)
	}
	return t
}

// ebsBefore2026 gives what the table of 2026 lacks: IOPS, throughput and
// snapshots. Its inferred storage prices were wrong in several regions and
// are left out.
func ebsBefore2026() tableImport {
	return tableImport{"aws_ebs.csv", func(c *collection, r row) error {
		switch r.get("source") {
		case "inferred:ebs-gp2=msk-gp2", "inferred:ebs-gp2=rds-gp2/1.15 (msk gp2 says 0.143)",
			"inferred:ebs-gp2=rds-gp2/1.15", "inferred:gp3=0.8*gp2", "inferred:io1=1.25*gp2",
			"inferred:io2=io1", "inferred:sc1=0.15*gp2", "inferred:st1=0.45*gp2":
			c.leftOut++
			return nil
		}
		return addLong(c, r, r.get("sku_key"))
	}}
}
