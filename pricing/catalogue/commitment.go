package catalogue

import "strings"

const commitmentHeader = "cloud,family,option,factor,low,high,date,source"

// Commitment is what a family of machines costs under a commitment, as a share
// of its on-demand price: for services whose committed prices are not known
// machine by machine.
type Commitment struct {
	Factor    float64 // the median over sizes and regions
	Low, High float64 // the smallest and the largest seen
	Date      string
	Source    string // id for Catalogue.Source
}

// Commitment returns the share of the on-demand price of sku that is paid under
// option ("reserved-1y-no-upfront"); false where none is known. Skus are those
// of rds and elasticache instances.
func (c *Catalogue) Commitment(cloud, sku, option string) (Commitment, bool) {
	l, ok := c.text("commitments.csv").find(cloud, committedFamily(sku), option)
	if !ok {
		return Commitment{}, false
	}
	for range 3 {
		l.str()
	}
	return Commitment{Factor: l.num(), Low: l.num(), High: l.num(), Date: l.str(), Source: l.str()}, true
}

// committedFamily is service/family/engine: "rds/db.r6g/postgres" of
// "rds/db.r6g.large/postgres/multi-az"; "" where the sku is no instance.
func committedFamily(sku string) string {
	parts := strings.Split(sku, "/")
	switch {
	case len(parts) == 4 && parts[0] == "rds":
	case len(parts) == 4 && parts[0] == "elasticache" && parts[1] == "node":
		parts = append(parts[:1], parts[2:]...)
	default:
		return ""
	}
	dot := strings.LastIndexByte(parts[1], '.')
	if dot < 0 {
		return ""
	}
	return parts[0] + "/" + parts[1][:dot] + "/" + parts[2]
}
