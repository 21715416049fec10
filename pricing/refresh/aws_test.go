package refresh

import (
	"strings"
	"testing"
)

// TestAWSMachines: of all that is sold as m5.large, each system's price is that
// of the row for it, and nothing else's.
func TestAWSMachines(t *testing.T) {
	s := newShop(t)
	s.offers["AmazonEC2"] = map[string]string{"us-east-1": offerFile(s.version,
		machine("0.0970", nil),
		machine("0.1900", map[string]string{"operatingSystem": "Windows", "operation": "RunInstances:0002"}),
		machine("0.0970", map[string]string{"operatingSystem": "Windows", "operation": "RunInstances:0800", "licenseModel": "Bring your own license"}),
		machine("0.6700", map[string]string{"operatingSystem": "Windows", "operation": "RunInstances:0006", "preInstalledSw": "SQL Std"}),
		machine("0.1540", map[string]string{"operatingSystem": "RHEL", "operation": "RunInstances:0010"}),
		machine("0.1500", map[string]string{"operatingSystem": "SUSE", "operation": "RunInstances:000g"}),
		machine("0.5760", map[string]string{"preInstalledSw": "SQL Std", "operation": "RunInstances:0004"}),
		machine("0.1060", map[string]string{"tenancy": "Dedicated", "usagetype": "DedicatedUsage:m5.large"}),
		machine("0.0000", map[string]string{"tenancy": "Host", "usagetype": "HostBoxUsage:m5.large"}),
		machine("0.0960", map[string]string{"capacitystatus": "UnusedCapacityReservation", "usagetype": "UnusedBox:m5.large"}),
		machine("0.0300", map[string]string{"marketoption": "Spot", "usagetype": "SpotUsage:m5.large"}),
		machine("0.0500", map[string]string{"marketoption": "CapacityBlock"}),
		machine("0.1200", map[string]string{"usagetype": "DFW1-BoxUsage:m5.large", "locationType": "AWS Local Zone", "regionCode": "us-east-1-dfw-1"}),
	)}
	sum, over := refreshed(t, s.options("aws", "ec2"))
	expect(t, over, "aws", map[string]string{
		"us-east-1 ec2/m5.large/linux/on-demand":           "hour 0:0.097",
		"us-east-1 ec2/m5.large/windows/on-demand":         "hour 0:0.19",
		"us-east-1 ec2/m5.large/windows-sql-std/on-demand": "hour 0:0.67",
		"us-east-1 ec2/m5.large/rhel/on-demand":            "hour 0:0.154",
		"us-east-1 ec2/m5.large/suse/on-demand":            "hour 0:0.15",
	})
	p, ok := over.Price("aws", "us-east-1", "ec2/m5.large/linux/on-demand")
	if !ok || p.Date != "2026-11-01" || p.Source != "aws-price-list" || p.Inferred {
		t.Errorf("%+v", p)
	}
	if _, ok := over.Source(p.Source); !ok {
		t.Errorf("no source %s", p.Source)
	}
	if got := sum.Services[0]; got.Service != "ec2" || got.Prices != 5 || len(got.Regions) != 1 || got.New+got.Same+got.Moved != 5 {
		t.Errorf("%+v", got)
	}
	if p, _ := over.Price("aws", "eu-west-1", "ec2/m5.large/linux/on-demand"); p.Source == "aws-price-list" {
		t.Errorf("%+v, which nobody read", p)
	}
}

// TestAWSReserved: reserved terms never are on-demand prices, and have keys of
// their own, paid at once or by the hour.
func TestAWSReserved(t *testing.T) {
	s := newShop(t)
	w := machine("0.096", nil)
	term := func(length, class, option string, rates ...wareRate) wareTerm {
		return wareTerm{since: "2026-10-01", rates: rates, attr: map[string]string{"LeaseContractLength": length, "OfferingClass": class, "PurchaseOption": option}}
	}
	w.terms["Reserved"] = []wareTerm{
		term("1yr", "standard", "No Upfront", wareRate{"Hrs", "0", "USD", "0.061"}),
		term("1yr", "standard", "Partial Upfront", wareRate{"Hrs", "0", "USD", "0.029"}, wareRate{"Quantity", "", "USD", "254"}),
		term("1yr", "standard", "All Upfront", wareRate{"Hrs", "0", "USD", "0"}, wareRate{"Quantity", "", "USD", "500"}),
		term("3yr", "convertible", "No Upfront", wareRate{"Hrs", "0", "USD", "0.048"}),
		term("3yr", "standard", "No Upfront", wareRate{"Hrs", "0", "CNY", "0.3"}),
	}
	s.offers["AmazonEC2"] = map[string]string{"us-east-1": offerFile(s.version, w)}
	_, over := refreshed(t, s.options("aws", "ec2"))
	expect(t, over, "aws", map[string]string{
		"us-east-1 ec2/m5.large/linux/on-demand":    "hour 0:0.096",
		"us-east-1 ec2/m5.large/linux/ri1y-std-no":  "hour 0:0.061",
		"us-east-1 ec2/m5.large/linux/ri1y-std-all": "hour 0:0.05708", // 500 / 8760
		"us-east-1 ec2/m5.large/linux/ri3y-conv-no": "hour 0:0.048",
	})
}

// TestAWSUnitsAndTiers: prices come in the catalogue's unit with its bounds, a
// unit that no rule names is refused, and so is a price beyond belief.
func TestAWSUnitsAndTiers(t *testing.T) {
	s := newShop(t)
	s.offers["AmazonEC2"] = map[string]string{"us-east-1": offerFile(s.version,
		used("Provisioned Throughput", "EBS:VolumeP-Throughput.gp3", wareRate{"GiBps-mo", "0", "USD", "51.2"}),
		used("System Operation", "EBS:VolumeP-IOPS.io2", wareRate{"IOPS-Mo", "0", "USD", "0.065"}),
		used("System Operation", "EBS:VolumeP-IOPS.io2.tier2", wareRate{"IOPS-Mo", "0", "USD", "0.0455"}),
		used("System Operation", "EBS:VolumeP-IOPS.io2.tier3", wareRate{"IOPS-Mo", "0", "USD", "0.03185"}),
		used("Storage", "EBS:VolumeUsage.gp3", wareRate{"TB-Mo", "0", "USD", "80"}).and(map[string]string{"volumeApiName": "gp3"}),
		used("Storage", "EBS:VolumeUsage.gp2", wareRate{"GB-Mo", "0", "USD", "9.9"}).and(map[string]string{"volumeApiName": "gp2"}),
		used("Storage", "EBS:VolumeUsage.st1", wareRate{"GB-Mo", "0", "EUR", "0.04"}).and(map[string]string{"volumeApiName": "st1"}),
	)}
	s.offers["AmazonDynamoDB"] = map[string]string{"us-east-1": offerFile(s.version,
		used("Provisioned IOPS", "ReadCapacityUnit-Hrs", wareRate{"ReadCapacityUnit-Hrs", "18600", "USD", "0.00014"}, wareRate{"ReadCapacityUnit-Hrs", "0", "USD", "0"}),
		used("Database Storage", "TimedStorage-ByteHrs", wareRate{"GB-Mo", "0", "USD", "0"}, wareRate{"GB-Mo", "25", "USD", "0.26"}),
		used("Amazon DynamoDB PayPerRequest Throughput", "WriteRequestUnits", wareRate{"WriteRequestUnits", "0", "USD", "0.00000063"}),
	)}
	s.offers["AmazonS3"] = map[string]string{"us-east-1": offerFile(s.version,
		used("Storage", "TimedStorage-ByteHrs", wareRate{"GB-Mo", "512000", "USD", "0.02"}, wareRate{"GB-Mo", "0", "USD", "0.022"}, wareRate{"GB-Mo", "51200", "USD", "0.021"}),
		used("API Request", "Requests-Tier1", wareRate{"Requests", "0", "USD", "0.0000051"}),
	)}
	s.offers["awskms"] = map[string]string{"eu-west-1": offerFile(s.version,
		used("API Request", "eu-west-1-KMS-Requests", wareRate{"Requests", "0", "USD", "0.0000031"}).and(map[string]string{"regionCode": "eu-west-1"}),
	)}
	sum, over := refreshed(t, s.options("aws", "ebs", "dynamodb", "s3", "kms"))
	expect(t, over, "aws", map[string]string{
		"us-east-1 ebs/gp3/throughput":        "MiBps-month 0:0.05", // 51.2 / 1024
		"us-east-1 ebs/io2/iops":              "IOPS-month 0:0.065 32000:0.0455 64000:0.03185",
		"us-east-1 dynamodb/provisioned/rcu":  "RCU-hour 0:0.00014", // the allowance is the card's business
		"us-east-1 dynamodb/storage/standard": "GB-month 25:0.26",   // and here it is the price's, as in the catalogue
		"us-east-1 dynamodb/on-demand/wru":    "1M-requests 0:0.63",
		"us-east-1 s3/storage/standard":       "GB-month 0:0.022 51200:0.021 512000:0.02",
		"us-east-1 s3/requests/standard/put":  "1k-requests 0:0.0051",
		"eu-west-1 kms/requests":              "1k-requests 0:0.0031",
	})
	var refused []string
	for _, v := range sum.Services {
		for _, r := range v.Refused {
			refused = append(refused, v.Service+" "+r.Example+" "+r.Reason)
		}
	}
	if got := strings.Join(refused, "; "); got != "ebs ebs/gp2/storage moved from 0.1 to 9.9; ebs ebs/gp3/storage unit TB-Mo" {
		t.Errorf("refused %s", got)
	}
}

// TestAWSTwoTermsAndTwoThings: of two terms the newest that holds today counts;
// two things of one name are a mistake, and neither is taken.
func TestAWSTwoTermsAndTwoThings(t *testing.T) {
	s := newShop(t)
	w := machine("0.1", nil)
	w.terms["OnDemand"] = []wareTerm{
		{since: "2026-10-01", rates: []wareRate{{"Hrs", "0", "USD", "0.101"}}},
		{since: "2026-11-20", rates: []wareRate{{"Hrs", "0", "USD", "0.102"}}},
		{since: "2026-12-01", rates: []wareRate{{"Hrs", "0", "USD", "0.103"}}},
		{since: "2025-01-01", rates: []wareRate{{"Hrs", "0", "USD", "0.100"}}},
	}
	xl := map[string]string{"instanceType": "m5.xlarge", "usagetype": "BoxUsage:m5.xlarge"}
	s.offers["AmazonEC2"] = map[string]string{"us-east-1": offerFile(s.version, w, machine("0.2", xl), machine("0.21", xl))}
	sum, over := refreshed(t, s.options("aws", "ec2"))
	expect(t, over, "aws", map[string]string{"us-east-1 ec2/m5.large/linux/on-demand": "hour 0:0.102"})
	if r := sum.Services[0].Refused; len(r) != 1 || r[0].Reason != "two prices" || r[0].Example != "ec2/m5.xlarge/linux/on-demand" {
		t.Errorf("%+v", r)
	}
}

// TestAWSDatabases: engine, licence and deployment make the key.
func TestAWSDatabases(t *testing.T) {
	s := newShop(t)
	db := func(usd, usage string, attr map[string]string) ware {
		w := used("Database Instance", usage, wareRate{"Hrs", "0", "USD", usd})
		return w.and(map[string]string{"instanceType": "db.m6g.large", "licenseModel": "No license required"}).and(attr)
	}
	s.offers["AmazonRDS"] = map[string]string{"us-east-1": offerFile(s.version,
		db("0.16", "InstanceUsage:db.m6g.lg", map[string]string{"databaseEngine": "MySQL", "deploymentOption": "Single-AZ"}),
		db("0.32", "Multi-AZUsage:db.m6g.lg", map[string]string{"databaseEngine": "MySQL", "deploymentOption": "Multi-AZ"}),
		db("0.11", "ExtendedSupport:Yr1-Yr2:MySQL5.7", map[string]string{"databaseEngine": "MySQL", "deploymentOption": "Single-AZ"}),
		db("0.26", "InstanceUsageIOOptimized:db.r6g.lg", map[string]string{"databaseEngine": "Aurora PostgreSQL", "deploymentOption": "Single-AZ", "instanceType": "db.r6g.large"}),
		db("0.9", "InstanceUsage:db.m5.lg", map[string]string{"databaseEngine": "SQL Server", "databaseEdition": "Standard", "licenseModel": "License included", "deploymentOption": "Single-AZ", "instanceType": "db.m5.large"}),
		db("0.2", "InstanceUsage:db.m5.lg", map[string]string{"databaseEngine": "Oracle", "databaseEdition": "Enterprise", "licenseModel": "Bring your own license", "deploymentOption": "Single-AZ", "instanceType": "db.m5.large"}),
		db("0.2", "InstanceUsage:db.m5.lg", map[string]string{"databaseEngine": "Oracle", "databaseEdition": "Of tomorrow", "licenseModel": "Bring your own license", "deploymentOption": "Single-AZ", "instanceType": "db.m5.large"}),
	)}
	_, over := refreshed(t, s.options("aws", "rds"))
	expect(t, over, "aws", map[string]string{
		"us-east-1 rds/db.m6g.large/mysql/single-az":                          "hour 0:0.16",
		"us-east-1 rds/db.m6g.large/mysql/multi-az":                           "hour 0:0.32",
		"us-east-1 rds/db.r6g.large/aurora-postgresql-io-optimized/single-az": "hour 0:0.26",
		"us-east-1 rds/db.m5.large/sqlserver-se-license-included/single-az":   "hour 0:0.9",
		"us-east-1 rds/db.m5.large/oracle-ee-byol/single-az":                  "hour 0:0.2",
	})
}
