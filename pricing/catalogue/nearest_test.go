package catalogue

import "testing"

func TestNearest(t *testing.T) {
	c := Embedded()
	for _, tc := range []struct {
		cloud, region string
		others        []string
		want          string
	}{
		{"azure", "eastus", []string{"westus2", "eastus2", "westeurope"}, "eastus2"},
		{"azure", "norwayeast", []string{"eastus", "uksouth", "swedencentral"}, "swedencentral"},
		{"aws", "us-east-1-bos-1", []string{"eu-west-1", "us-east-1", "us-west-2"}, "us-east-1"},
		{"aws", "us-gov-west-1", []string{"us-west-2", "us-gov-east-1"}, "us-gov-east-1"},
		{"aws", "us-west-2", []string{"us-gov-west-1", "eu-west-1"}, "eu-west-1"},
		{"gcp", "australia-southeast2", []string{"asia-southeast1", "australia-southeast1"}, "australia-southeast1"},
		{"aws", "ap-southeast-2", []string{"sa-east-1", "ap-southeast-1"}, "ap-southeast-1"}, // over the date line and back
		{"aws", "nowhere-1", []string{"eu-west-1"}, ""},
		{"aws", "eu-west-1", []string{"global", "eu-west-1"}, ""},
	} {
		if got, ok := c.Nearest(tc.cloud, tc.region, tc.others); got != tc.want || ok != (tc.want != "") {
			t.Errorf("nearest to %s/%s of %v: %q, want %q", tc.cloud, tc.region, tc.others, got, tc.want)
		}
	}
}

// Every region that has a name lies somewhere.
func TestEveryRegionHasAPlace(t *testing.T) {
	c := Embedded()
	for _, cloud := range c.Clouds() {
		for _, r := range c.Regions(cloud) {
			if _, ok := c.place(cloud, r.Code); !ok {
				t.Errorf("%s/%s is not in places.csv", cloud, r.Code)
			}
		}
	}
}

func TestCommitment(t *testing.T) {
	c := Embedded()
	for _, tc := range []struct {
		sku, option string
		want        float64
	}{
		{"rds/db.r6g.large/mysql/multi-az", "reserved-1y-no-upfront", 0.6613},
		{"elasticache/node/cache.c7gn.large/redis", "reserved-3y-all-upfront", 0.45},
		{"rds/db.r6g.large/oracle-se2-byol/single-az", "reserved-1y-no-upfront", 0},
		{"rds/storage/gp3/single-az", "reserved-1y-no-upfront", 0},
		{"lambda/requests/x86", "reserved-1y-no-upfront", 0},
	} {
		got, ok := c.Commitment("aws", tc.sku, tc.option)
		if got.Factor != tc.want || ok != (tc.want != 0) {
			t.Errorf("%s of %s: %v, want %v", tc.option, tc.sku, got, tc.want)
		}
		if ok && (got.Low > got.Factor || got.High < got.Factor || got.Date == "" || got.Source == "") {
			t.Errorf("%s of %s is not whole: %+v", tc.option, tc.sku, got)
		}
	}
}
