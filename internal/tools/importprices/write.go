package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// groups says which file a service's prices stand in, by the first part of
// the SKU; a service that is not here stands in "other". The files of a group
// are split by region.
var groups = map[string][]string{
	"aws": {
		"ec2-reserved: ec2-reserved",
		"ec2: ec2",
		"ebs: ebs",
		"rds: rds",
		"databases: elasticache memorydb docdb neptune redshift opensearch dax mq msk dms timestream dynamodb keyspaces mcs",
		"storage: s3 glacier efs ecr backup storagegateway fsx",
		"network: elb vpc tgw vpn network-firewall vpc-lattice vpc-ipam route53 route53-resolver data-transfer cloudfront",
		"serverless: lambda fargate eks ecs-anywhere apprunner apigateway stepfunctions sqs sns eventbridge ses amplify appsync",
		"operations: cloudwatch cloudtrail config ssm xray prometheus grafana kms secretsmanager waf guardduty inspector macie acm-pca directory-service securityhub detective",
		"emr: emr", "sagemaker: sagemaker", "components: component",
	},
	"azure": {
		"vm-reserved: vm-reserved", "vm-windows: vm-windows", "vm-spot: vm-spot",
		"vm: vm dedicated-host",
		"databases: sql-database sql-managed-instance postgresql mysql redis cosmos-db",
		"databases-raw: azure-database-for-postgresql azure-database-for-mysql azure-cosmos-db redis-cache azure-sql-database",
		"storage: disk blob files", "storage-raw: storage",
		"network: public-ip vnet vpn-gateway application-gateway firewall bastion load-balancer nat-gateway bandwidth private-endpoint private-dns dns-private-resolver",
		"serverless: app-service functions aks aci acr container-apps service-bus event-hubs",
		"components: component",
	},
	"gcp": {
		"compute: compute", "os-licences: os-licence",
		"storage: disk gcs filestore", "network: network",
		"components: component",
	},
}

// groupOf returns the group of a SKU.
func groupOf(cloud, sku string) string {
	service, _, _ := strings.Cut(sku, "/")
	switch {
	case service == "ec2" && strings.Contains(sku, "/linux/ri"):
		service = "ec2-reserved"
	case service == "vm" && (strings.Contains(sku, "/linux/ri") || strings.Contains(sku, "/linux/sp") && !strings.HasSuffix(sku, "/spot")):
		service = "vm-reserved"
	case service == "vm" && strings.HasSuffix(sku, "/spot"):
		service = "vm-spot"
	case service == "vm" && strings.Contains(sku, "/windows/"):
		service = "vm-windows"
	}
	for _, g := range groups[cloud] {
		name, services, _ := strings.Cut(g, ": ")
		if slices.Contains(strings.Fields(services), service) {
			return name
		}
	}
	return "other"
}

// regionGroup returns the part of the world of a region.
func regionGroup(cloud, region string) string {
	for group, prefixes := range map[string][]string{
		"us": {"us-", "northamerica-", "ca-", "mx-", "eastus", "westus", "centralus", "northcentralus", "southcentralus",
			"westcentralus", "canada", "mexico", "usgov", "nam"},
		"eu": {"eu-", "europe-", "eur", "northeurope", "westeurope", "uk", "france", "germany", "switzerland", "norway",
			"sweden", "poland", "italy", "spain", "austria", "belgium", "denmark"},
		"ap": {"ap-", "asia", "australia", "eastasia", "southeastasia", "japan", "korea", "central india", "centralindia",
			"southindia", "westindia", "jioindia", "newzealand", "indonesia", "malaysia"},
	} {
		for _, p := range prefixes {
			if strings.HasPrefix(region, p) {
				return group
			}
		}
	}
	return "other"
}

const header = "region,sku,unit,price,tier_from,date,source\n"

// write replaces the imported price files of the cloud below root; those named
// read-… hold what somebody read on a published page, and stay.
func (c *collection) write(root string) error {
	dir := filepath.Join(root, c.cloud, "prices")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	old, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil {
		return err
	}
	for _, file := range old {
		if strings.HasPrefix(filepath.Base(file), "read-") {
			continue
		}
		if err := os.Remove(file); err != nil {
			return err
		}
	}
	files := map[string][]place{}
	for _, at := range c.sorted() {
		name := groupOf(c.cloud, at.sku) + "-" + regionGroup(c.cloud, at.region) + ".csv"
		files[name] = append(files[name], at)
	}
	for name, places := range files {
		if err := c.writeFile(filepath.Join(dir, name), places); err != nil {
			return err
		}
	}
	return nil
}

func (c *collection) writeFile(path string, places []place) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriter(f)
	out.WriteString(header)
	for _, at := range places {
		p := c.prices[at]
		for _, t := range p.tiers {
			if strings.Contains(at.sku+p.unit+p.source+p.date, ",") {
				return fmt.Errorf("%s %s: a comma in %q, %q or %q", at.region, at.sku, p.unit, p.date, p.source)
			}
			fmt.Fprintf(out, "%s,%s,%s,%s,%s,%s,%s\n", at.region, at.sku, p.unit, t.usd.Round(12), t.from, p.date, p.source)
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return f.Close()
}
