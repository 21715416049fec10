package main

import "github.com/shopspring/decimal"

// named is a price of the quarry under the name that cards know it by.
type named struct {
	from, sku, unit string
	times           int64  // single ones in the unit
	above           string // first quantity that is billed, in the unit; "" for 0
}

// quarried are the dimensions taken from the table of all AWS dimensions,
// whose names are slugs of the price list's own text: what the cards need and
// no other table has.
var quarried = []named{
	{from: "s3/lifecycle-transition-requests-into-intelligent-tiering-per-requests", sku: "s3/lifecycle/intelligent-tiering", unit: "1k-requests", times: 1000},
	{from: "s3/lifecycle-transition-requests-into-one-zone-infrequent-access-per-requests", sku: "s3/lifecycle/onezone-ia", unit: "1k-requests", times: 1000},
	{from: "s3/lifecycle-transition-requests-into-glacier-instant-retrieval-per-requests", sku: "s3/lifecycle/glacier-ir", unit: "1k-requests", times: 1000},
	{from: "s3/get-and-all-other-requests-to-glacier-per-requests", sku: "s3/requests/glacier-flexible/get", unit: "1k-requests", times: 1000},
	{from: "s3/get-and-all-other-requests-to-gda-per-requests", sku: "s3/requests/deep-archive/get", unit: "1k-requests", times: 1000},
	{from: "s3glacierdeeparchive/put-to-glacier-deep-archive-requests", sku: "s3/requests/deep-archive/put", unit: "1k-requests", times: 1000},
	{from: "s3/glacier-s3-api-tier-3-restoreobject", sku: "s3/retrieval-requests/glacier-flexible-standard", unit: "1k-requests", times: 1000},
	{from: "s3/glacier-expedited-glacier-restore-requests", sku: "s3/retrieval-requests/glacier-flexible-expedited", unit: "1k-requests", times: 1000},
	{from: "s3glacierdeeparchive/gda-standard-restore-requests", sku: "s3/retrieval-requests/deep-archive-standard", unit: "1k-requests", times: 1000},
	{from: "s3glacierdeeparchive/glacier-deep-archive-bulk-restore-requests", sku: "s3/retrieval-requests/deep-archive-bulk", unit: "1k-requests", times: 1000},
	{from: "s3glacierdeeparchive/s3-bulk-retrieval-gb", sku: "s3/retrieval/deep-archive-bulk", unit: "GB", times: 1},
	{from: "s3/data-scanned-by-s3-select-in-standard-per-gb", sku: "s3/select/standard/scanned", unit: "GB", times: 1},
	{from: "s3/data-returned-by-s3-select-in-standard-per-gb", sku: "s3/select/standard/returned", unit: "GB", times: 1},
	{from: "s3/data-scanned-by-s3-select-in-intelligent-tiering-per-gb", sku: "s3/select/intelligent-tiering/scanned", unit: "GB", times: 1},
	{from: "s3/data-returned-by-s3-select-in-intelligent-tiering-per-gb", sku: "s3/select/intelligent-tiering/returned", unit: "GB", times: 1},
	{from: "s3/data-scanned-by-s3-select-in-standard-infrequent-access-per-gb", sku: "s3/select/standard-ia/scanned", unit: "GB", times: 1},
	{from: "s3/data-returned-by-s3-select-in-standard-infrequent-access-per-gb", sku: "s3/select/standard-ia/returned", unit: "GB", times: 1},
	{from: "s3/data-scanned-by-s3-select-in-one-zone-infrequent-access-per-gb", sku: "s3/select/onezone-ia/scanned", unit: "GB", times: 1},
	{from: "s3/data-returned-by-s3-select-in-one-zone-infrequent-access-per-gb", sku: "s3/select/onezone-ia/returned", unit: "GB", times: 1},
	{from: "s3/data-scanned-by-s3-select-in-glacier-instant-retrieval-per-gb", sku: "s3/select/glacier-ir/scanned", unit: "GB", times: 1},
	{from: "s3/data-returned-by-s3-select-in-glacier-instant-retrieval-per-gb", sku: "s3/select/glacier-ir/returned", unit: "GB", times: 1},
	{from: "s3/tags-storage-per-tag-mo", sku: "s3/object-tags", unit: "10k-tags", times: 10_000},
	{from: "efs/infrequent-access-requests-read-per-gb", sku: "efs/infrequent-access/read", unit: "GB", times: 1},
	{from: "efs/infrequent-access-requests-write-per-gb", sku: "efs/infrequent-access/write", unit: "GB", times: 1},
	{from: "kms/api-requests-generatedatakeypair-ecc", sku: "kms/requests/generate-data-key-pair-ecc", unit: "1k-requests", times: 1000},
	{from: "dynamodb/provisioned-replicated-write-units-ia", sku: "dynamodb/provisioned-ia/rwcu", unit: "rWCU-hour", times: 1},
	{from: "dynamodb/payperrequest-replicated-write-request-units-ia", sku: "dynamodb/on-demand-ia/rwru", unit: "1M-requests", times: 1_000_000},
	{from: "sns/amazon-kinesis-data-firehose-messages", sku: "sns/delivery/firehose", unit: "1M-deliveries", times: 1_000_000},
	{from: "sns/sns-fifo-publish-payload-per-gb", sku: "sns/fifo-payload", unit: "GB", times: 1},
	{from: "kinesis/ondemandextendedretentionbytehrs-per-gb-month", sku: "kinesis/on-demand/extended-retention", unit: "GB-month", times: 1},
	{from: "kinesis/ondemandlongtermretentionbytehrs-per-gb-month", sku: "kinesis/on-demand/long-term-retention", unit: "GB-month", times: 1},
	{from: "kinesis/long-term-data-retrieval-gb-per-gb", sku: "kinesis/provisioned/long-term-retrieval", unit: "GB", times: 1},
	{from: "cloudfront/charge-for-using-an-ssl-certificate-with-a-cloudfront-alternate-domain-name", sku: "cloudfront/dedicated-ip-certificate", unit: "month", times: 1},
	{from: "cloudfront/charge-for-invalidating-objects-removing-the-objects-from-cloudfront-edge-locations", sku: "cloudfront/invalidation-path", unit: "path", times: 1},
	{from: "cloudfront/cloudfront-request-origin-shield-origin-shield-requests", sku: "cloudfront/requests/origin-shield", unit: "10k-requests", times: 10_000},
	{from: "waf/amr-atp-activated-per-month-from-0-to-inf", sku: "waf/fraud-control", unit: "month", times: 1},
	{from: "waf/amr-bot-control-request-processed-per-request-from-10000000-to-inf", sku: "waf/bot-control-requests", unit: "1M-requests", times: 1_000_000, above: "10"},
	{from: "systemsmanager/advanced-parameter-standard-throughput-per-api-request", sku: "ssm/parameter-requests", unit: "10k-requests", times: 10_000},
}

// quarry reads them, each price brought to the unit it is sold by.
func quarry() tableImport {
	wanted := make(map[string]named, len(quarried))
	for _, n := range quarried {
		wanted[n.from] = n
	}
	return tableImport{"aws_all_dimensions.csv.gz", func(c *collection, r row) error {
		n, ok := wanted[r.get("dimension_key")]
		if !ok {
			return nil
		}
		usd, err := decimal.NewFromString(r.get("price_usd"))
		if err != nil {
			return err
		}
		from := n.above
		if from == "" {
			from = "0"
		}
		usd = usd.Mul(decimal.NewFromInt(n.times))
		return c.add(place{r.get("region"), n.sku}, n.unit, usd.String(), from, r.get("vintage"), "apw")
	}}
}
