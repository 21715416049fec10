package catalogue

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// handChecked are prices that anybody can find on the clouds' price pages.
// A refresh that changes one of them wants a second look.
var handChecked = []struct{ cloud, region, sku, unit, usd string }{
	{"aws", "us-east-1", "ec2/m5.large/linux/on-demand", "hour", "0.096"},
	{"aws", "us-east-1", "ec2/m5.large/windows/on-demand", "hour", "0.188"},
	{"aws", "us-east-1", "ec2/t3.micro/linux/on-demand", "hour", "0.0104"},
	{"aws", "eu-west-1", "ec2/m5.large/linux/on-demand", "hour", "0.107"},
	{"aws", "us-east-1", "ebs/gp3/storage", "GB-month", "0.08"},
	{"aws", "us-east-1", "ebs/gp3/iops", "IOPS-month", "0.005"},
	{"aws", "us-east-1", "ebs/gp3/throughput", "MiBps-month", "0.04"},
	{"aws", "us-east-1", "ebs/gp2/storage", "GB-month", "0.1"},
	{"aws", "us-east-1", "ebs/io1/iops", "IOPS-month", "0.065"},
	{"aws", "us-east-1", "ebs/snapshot/standard", "GB-month", "0.05"},
	{"aws", "us-east-1", "vpc/nat-gateway/hour", "hour", "0.045"},
	{"aws", "us-east-1", "vpc/nat-gateway/data", "GB", "0.045"},
	{"aws", "us-east-1", "vpc/public-ipv4/in-use", "hour", "0.005"},
	{"aws", "us-east-1", "vpc/interface-endpoint/hour", "hour", "0.01"},
	{"aws", "us-east-1", "rds/db.t3.medium/mysql/single-az", "hour", "0.068"},
	{"aws", "us-east-1", "rds/db.t3.medium/postgres/multi-az", "hour", "0.145"},
	{"aws", "us-east-1", "rds/storage/gp3/single-az", "GB-month", "0.115"},
	{"aws", "us-east-1", "rds/aurora/storage/standard", "GB-month", "0.1"},
	{"aws", "us-east-1", "elasticache/node/cache.t3.micro/redis", "hour", "0.017"},
	{"aws", "us-east-1", "elb/application/hour", "hour", "0.0225"},
	{"aws", "us-east-1", "elb/application/lcu", "LCU-hour", "0.008"},
	{"aws", "us-east-1", "eks/cluster", "hour", "0.1"},
	{"aws", "us-east-1", "fargate/linux/x86/vcpu", "vCPU-hour", "0.04048"},
	{"aws", "us-east-1", "fargate/linux/x86/memory", "GB-hour", "0.004445"},
	{"aws", "us-east-1", "lambda/requests/x86", "1M-requests", "0.2"},
	{"aws", "us-east-1", "kms/key", "key-month", "1"},
	{"aws", "us-east-1", "secretsmanager/secret", "secret-month", "0.4"},
	{"aws", "us-east-1", "cloudwatch/logs/ingest/standard", "GB", "0.5"},
	{"aws", "us-east-1", "dynamodb/on-demand/wru", "1M-requests", "0.625"},
	{"aws", "us-east-1", "efs/storage/standard", "GB-month", "0.3"},
	{"aws", "us-east-1", "msk/broker/kafka.m5.large", "hour", "0.21"},
	{"aws", "us-east-1", "redshift/node/ra3.xlplus", "hour", "1.086"},
	{"aws", "us-east-1", "opensearch/instance/m5.large.search", "hour", "0.142"},
	{"azure", "eastus", "vm/Standard_D2s_v3/linux/on-demand", "hour", "0.096"},
	{"azure", "eastus", "vm/Standard_D2s_v3/windows/on-demand", "hour", "0.188"},
	{"azure", "eastus2", "disk/premium-ssd/p10-lrs", "month", "17.92"},
	{"azure", "westeurope", "aks/standard-standard-uptime-sla", "hour", "0.1"},
	{"azure", "westeurope", "public-ip/standard-ipv4-static-public-ip", "hour", "0.005"},
	{"azure", "westeurope", "cosmos-db/rus-100-ru-s", "hour", "0.008"},
	{"azure", "westeurope", "nat-gateway/hour", "hour", "0.045"},
	{"gcp", "us-central1", "compute/n1-standard-1/on-demand", "hour", "0.04749975"},
	{"gcp", "us-central1", "compute/e2-medium/on-demand", "hour", "0.03350571"},
	{"gcp", "us-central1", "disk/pd-ssd/capacity", "GiB-month", "0.17"},
	{"gcp", "us-central1", "disk/pd-standard/capacity", "GiB-month", "0.04"},
	{"gcp", "us-central1", "gcs/storage/standard", "GiB-month", "0.02"},
	{"gcp", "us-central1", "gke/cluster-management-fee", "hour", "0.1"},
	{"gcp", "us-central1", "cloudsql/enterprise/vcpu/zonal", "vCPU-hour", "0.0413"},
	{"gcp", "us-central1", "memorystore/redis/basic/m1", "GiB-hour", "0.049"},
	{"gcp", "us-central1", "network/ip/vm", "hour", "0.005"},
}

func TestPriceHandChecked(t *testing.T) {
	c := Embedded()
	for _, want := range handChecked {
		p, ok := c.Price(want.cloud, want.region, want.sku)
		if !ok {
			t.Errorf("%s %s %s: no price", want.cloud, want.region, want.sku)
			continue
		}
		if usd := decimal.RequireFromString(want.usd); len(p.Tiers) != 1 || !p.Tiers[0].USD.Equal(usd) || p.Unit != want.unit {
			t.Errorf("%s: %v per %s, want %s per %s", p.Key, p.Tiers, p.Unit, want.usd, want.unit)
		}
		service, rest, _ := strings.Cut(want.sku, "/")
		if key := want.cloud + "/" + service + "/" + want.region + "/" + rest; p.Key != key {
			t.Errorf("key %q, want %q", p.Key, key)
		}
	}
}

func TestPriceTiersCountTheUnit(t *testing.T) {
	c := Embedded()
	for _, tt := range []struct{ cloud, region, sku, unit, tiers string }{
		{"aws", "us-east-1", "lambda/duration/x86", "GB-second", "0:0.0000166667 6000000000:0.000015 15000000000:0.0000133334"},
		{"aws", "us-east-1", "sqs/standard", "1M-requests", "0:0.4 100000:0.3 200000:0.24"},
		{"aws", "us-east-1", "apigateway/rest", "1M-requests", "0:3.5 333:2.8 1000:2.38 20000:1.51"},
		{"aws", "us-east-1", "s3/storage/standard", "GB-month", "0:0.023 51200:0.022 512000:0.021"},
		{"aws", "eu-west-1", "ebs/io2/iops", "IOPS-month", "0:0.072 32000:0.0504 64000:0.03528"},
		{"aws", "us-east-1", "sns/delivery/http", "1M-deliveries", "0.1:0.6"},
		{"azure", "westeurope", "functions/standard-standard-total-executions", "10-executions", "100000:0.000002"},
		{"azure", "westeurope", "functions/functions/standard/standard-total-executions", "each", "1000000:0.0000002"},
		{"azure", "westeurope", "service-bus/standard-standard-messaging-operations", "1M-operations", "13:0.8 100:0.5 2500:0.2"},
		{"gcp", "us-central1", "network/traffic/egress/internet", "GiB", "0:0.12 1024:0.11 10240:0.08"},
	} {
		p, ok := c.Price(tt.cloud, tt.region, tt.sku)
		var got []string
		for _, tier := range p.Tiers {
			got = append(got, tier.From.String()+":"+tier.USD.String())
		}
		if s := strings.Join(got, " "); !ok || s != tt.tiers || p.Unit != tt.unit {
			t.Errorf("%s %s: %q per %s, want %q per %s", tt.region, tt.sku, s, p.Unit, tt.tiers, tt.unit)
		}
	}
}

func TestPriceAbsent(t *testing.T) {
	c := Embedded()
	for _, tt := range [][3]string{
		{"aws", "us-east-1", "ec2/m5.large/linux"}, // a prefix is not a key
		{"aws", "us-east-1", "ec2/m5.large/linux/on-demand2"},
		{"aws", "nowhere-1", "ec2/m5.large/linux/on-demand"},
		{"aws", "", "ec2/m5.large/linux/on-demand"},
		{"aws", "us-east-1", ""},
		{"aws", "us-east-1", "~~~"},
		{"azure", "us-east-1", "ec2/m5.large/linux/on-demand"},
		{"hetzner", "fsn1", "server/cx22"},
	} {
		if p, ok := c.Price(tt[0], tt[1], tt[2]); ok {
			t.Errorf("%v: found %v", tt, p)
		}
	}
}

func TestPriceGlobal(t *testing.T) {
	c := Embedded()
	p, ok := c.Price("gcp", "europe-west1", "os-licence/n2-standard-4/windows")
	if want := "gcp/os-licence/global/n2-standard-4/windows"; !ok || p.Key != want {
		t.Errorf("got %q %v, want %q", p.Key, ok, want)
	}
}

func TestPriceSaysWhatIsInferred(t *testing.T) {
	c := Embedded()
	p, ok := c.Price("gcp", "us-central1", "compute/n2/core/on-demand")
	if !ok || !p.Inferred || p.Source != "inferred:linear from n2-standard-4 and n2-highmem-4" || p.Tiers[0].USD.String() != "0.031611" {
		t.Errorf("got %+v %v", p, ok)
	}
	p, ok = c.Price("gcp", "us-central1", "compute/n2-standard-4/on-demand")
	if !ok || p.Inferred {
		t.Errorf("got %+v %v", p, ok)
	}
}

func TestPriceRegions(t *testing.T) {
	c := Embedded()
	regions := c.PriceRegions("aws", "ec2/m5.large/linux/on-demand")
	if !slices.IsSorted(regions) || !slices.Contains(regions, "eu-west-1") || slices.Contains(regions, "edge-eu") {
		t.Errorf("got %v", regions)
	}
	if got := c.PriceRegions("aws", "ec2/m5.nothing/linux/on-demand"); got != nil {
		t.Errorf("got %v", got)
	}
	if !c.HasSKU("aws", "ec2/m5.large/linux/on-demand") || c.HasSKU("aws", "ec2/m5.large") || c.HasSKU("x", "y") {
		t.Error("HasSKU is wrong about m5.large")
	}
}

func TestQuery(t *testing.T) {
	c := Embedded()
	for prefix, atLeast := range map[string]int{
		"aws/ec2/us-east-1/m5.large/":  10,
		"aws/ec2/us-east-1/m5.large/l": 7,
		"aws/elb/":                     200,
		"gcp/compute/us-central":       1000,
	} {
		prices := c.Query(prefix)
		if len(prices) < atLeast {
			t.Errorf("%s: %d prices, want %d or more", prefix, len(prices), atLeast)
		}
		for i, p := range prices {
			if !strings.HasPrefix(p.Key, prefix) || i > 0 && prices[i-1].Key >= p.Key {
				t.Fatalf("%s: %q after %q", prefix, p.Key, prices[max(0, i-1)].Key)
			}
		}
	}
	if got := c.Query("aws/nothing/"); got != nil {
		t.Errorf("got %v", got)
	}
}
