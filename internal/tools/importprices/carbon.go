package main

import (
	"path/filepath"
	"strings"
)

// copied is a small table that is taken over column by column.
type copied struct {
	from, to, header string
	line             func(row) string // "" leaves the row out
}

func writeCarbon(from, to string) error {
	take := func(columns string) func(row) string {
		names := strings.Split(columns, ",")
		return func(r row) string {
			fields := make([]string, len(names))
			for i, name := range names {
				fields[i] = r.get(name)
			}
			return record(append(fields, r.get("vintage"), carbonSource(r.get("source")))...)
		}
	}
	for _, t := range []copied{
		{"carbon/cpus.csv", "machines/cpus.csv", "key,model,microarch,isa,vcpu_per_socket,max_sockets,tdp_w,tdp_quality,date,source",
			take("cpu_key,model,microarch,isa,vcpu_per_socket,max_sockets,tdp_w,tdp_quality")},
		{"carbon/gpus.csv", "machines/gpus.csv", "key,name,tdp_w,embodied_kg,embodied_kg_low,embodied_kg_high,date,source",
			take("gpu_key,name,tdp_w,embodied_kg,embodied_kg_low,embodied_kg_high")},
		{"carbon/fallback.csv", "carbon/fallback.csv", "cloud,isa,tdp_w_per_vcpu,tdp_p10,tdp_p90,host_kg_per_vcpu,host_p10,host_p90,date,source",
			take("provider,isa,tdp_w_per_vcpu,tdp_p10,tdp_p90,host_embodied_kg_per_vcpu,host_p10,host_p90")},
		{"carbon/grid_intensity_regions.csv", "carbon/grid-odbl/intensity.csv", "cloud,region,zone,gco2e_kwh,basis,confidence,date,source",
			take("provider,region,em_zone,gco2e_kwh,basis,confidence")},
		{"carbon/grid_intensity_regions.csv", "carbon/grid-ember/intensity.csv", "cloud,region,country,gco2e_kwh,date,source", ember},
		{"carbon/grid_intensity_regions.csv", "carbon/marginal.csv", "cloud,region,gco2e_kwh,date,source", marginal},
		{"carbon/pue_wue_cfe.csv", "carbon/sites.csv", "cloud,region,pue,pue_basis,pue_year,wue_l_kwh,wue_year,date,source",
			take("provider,region,pue,pue_basis,pue_year,wue_l_per_kwh,wue_year")},
	} {
		var lines []string
		err := eachRow(filepath.Join(from, t.from), func(r row) error {
			if l := t.line(r); l != "" {
				lines = append(lines, l)
			}
			return nil
		})
		if err != nil {
			return err
		}
		if err := writeTable(filepath.Join(to, t.to), t.header, lines); err != nil {
			return err
		}
	}
	if err := writeRegions(from, to); err != nil {
		return err
	}
	if err := writeStorage(from, to); err != nil {
		return err
	}
	return writeFactors(from, to)
}

func ember(r row) string {
	if r.get("alt_ember_country") == "" {
		return ""
	}
	return record(r.get("provider"), r.get("region"), r.get("country_iso3"), r.get("alt_ember_country"), r.get("alt_ember_year"), "ember")
}

func marginal(r row) string {
	if r.get("marginal_watttime_2023") == "" {
		return ""
	}
	return record(r.get("provider"), r.get("region"), r.get("marginal_watttime_2023"), "2023", "gsf-rtc")
}

// storageKinds renames the rows of the storage table: what was a resource
// and a remark becomes a kind and its selectors.
var storageKinds = map[string]string{
	"aws_ebs_volume type=gp2": "ebs gp2", "aws_ebs_volume type=gp3": "ebs gp3",
	"aws_ebs_volume type=io1": "ebs io1", "aws_ebs_volume type=io2": "ebs io2",
	"aws_ebs_volume type=st1": "ebs st1", "aws_ebs_volume type=sc1": "ebs sc1",
	"aws_ebs_volume type=standard": "ebs standard",
	"aws_ebs_snapshot ":            "ebs-snapshot *",
	"aws_s3_bucket STANDARD / STANDARD_IA / INTELLIGENT_TIERING / GLACIER_IR": "s3 standard standard-ia intelligent-tiering glacier-ir",
	"aws_s3_bucket ONEZONE_IA / REDUCED_REDUNDANCY":                           "s3 onezone-ia reduced-redundancy",
	"aws_s3_bucket GLACIER / DEEP_ARCHIVE":                                    "s3 glacier deep-archive",
	"aws_efs_file_system regional":                                            "efs regional",
	"aws_efs_file_system one zone":                                            "efs one-zone",
	"aws_db_instance allocated_storage single-AZ (gp2/gp3/io1)":               "rds single-az",
	"aws_db_instance allocated_storage multi_az=true":                         "rds multi-az",
	"aws_rds_cluster Aurora storage":                                          "rds aurora",
	"aws_db_instance backup storage":                                          "rds backup",
	"aws_docdb_cluster storage":                                               "docdb *",
	"aws_dynamodb_table storage":                                              "dynamodb *",
	"aws_ecr_repository storage":                                              "ecr *",
	"azurerm_managed_disk Premium / StandardSSD / Ultra LRS":                  "disk premium-ssd standard-ssd ultra premium-ssd-v2",
	"azurerm_managed_disk Standard_LRS":                                       "disk standard-hdd",
	"azurerm_storage_account replication=LRS":                                 "storage-account lrs",
	"azurerm_storage_account replication=ZRS":                                 "storage-account zrs",
	"azurerm_storage_account replication=GRS/RAGRS":                           "storage-account grs ra-grs ragrs",
	"azurerm_storage_account replication=GZRS/RAGZRS":                         "storage-account gzrs ra-gzrs ragzrs",
	"azurerm_mssql_database storage":                                          "sql-database *",
	"azurerm_mysql_flexible_server storage":                                   "mysql *",
	"azurerm_postgresql_flexible_server storage":                              "postgresql *",
	"azurerm_cosmosdb_account storage":                                        "cosmos-db *",
	"azurerm_redis_cache node":                                                "redis *",
	"google_compute_disk pd-ssd / pd-balanced / hyperdisk": "disk pd-ssd pd-balanced pd-extreme hyperdisk-balanced " +
		"hyperdisk-balanced-high-availability hyperdisk-extreme hyperdisk-ml hyperdisk-throughput",
	"google_compute_disk pd-standard":                 "disk pd-standard",
	"google_compute_region_disk pd-ssd / pd-balanced": "region-disk pd-ssd pd-balanced",
	"google_compute_region_disk pd-standard":          "region-disk pd-standard",
	"google_storage_bucket any location type":         "gcs *",
	"google_filestore_instance BASIC_HDD / others":    "filestore *",
	"google_sql_database_instance ZONAL":              "cloudsql zonal",
	"google_sql_database_instance REGIONAL":           "cloudsql regional",
	"google_spanner_instance single or multi region":  "spanner *",
	"google_redis_instance STANDARD_HA":               "redis standard-ha",
	"fallback unknown service":                        "fallback *",
}

func writeStorage(from, to string) error {
	var lines []string
	err := eachRow(filepath.Join(from, "carbon", "storage.csv"), func(r row) error {
		names, ok := storageKinds[r.get("resource")+" "+r.get("selector")]
		if !ok {
			panic("storage.csv: no kind for " + r.get("resource") + " " + r.get("selector"))
		}
		kind := strings.Fields(names)[0]
		for _, selector := range strings.Fields(names)[1:] {
			lines = append(lines, record(r.get("provider"), kind, selector, r.get("media"), r.get("w_per_tb"),
				r.get("replication"), r.get("vintage"), carbonSource(r.get("source"))))
		}
		return nil
	})
	if err != nil {
		return err
	}
	return writeTable(filepath.Join(to, "carbon", "storage.csv"), "cloud,kind,selector,media,w_per_tb,replication,date,source", lines)
}

// writeFactors takes the factors the method uses from both tables of them.
func writeFactors(from, to string) error {
	var lines []string
	add := func(name, unit, value, low, high, date, source string) {
		if !strings.Contains(value, "/") {
			lines = append(lines, record(name, unit, value, low, high, date, carbonSource(source)))
		}
	}
	err := eachRow(filepath.Join(from, "carbon", "component_embodied.csv"), func(r row) error {
		if r.get("used_by_default") == "yes" {
			add(r.get("component"), r.get("unit"), r.get("kg_default"), r.get("kg_low"), r.get("kg_high"), r.get("vintage"), r.get("source"))
		}
		return nil
	})
	if err != nil {
		return err
	}
	err = eachRow(filepath.Join(from, "carbon", "network_memory.csv"), func(r row) error {
		if r.get("used_by_default") != "no" {
			add(r.get("factor"), r.get("unit"), r.get("value"), r.get("low"), r.get("high"), r.get("vintage"), r.get("source"))
		}
		return nil
	})
	if err != nil {
		return err
	}
	return writeTable(filepath.Join(to, "carbon", "factors.csv"), "component,unit,value,low,high,date,source", lines)
}
