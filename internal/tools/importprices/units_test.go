package main

import (
	"testing"

	"github.com/shopspring/decimal"
)

func TestNormalUnit(t *testing.T) {
	for _, tt := range []struct{ cloud, sku, unit, from, wantUnit, wantFrom string }{
		{"aws", "sqs/standard", "request-million", "100000000000", "1M-requests", "100000"},
		{"aws", "sns/delivery/http", "delivery-million", "100000", "1M-deliveries", "0.1"},
		{"aws", "apigateway/rest", "request-million", "3.33e+08", "1M-requests", "333"},
		{"aws", "route53-resolver/queries", "query-million", "1000000000", "1M-queries", "1000"},
		{"aws", "glue/catalog-storage", "object-100k-month", "1e+06", "100k-objects-month", "10"},
		{"aws", "s3/storage/standard", "GB-month", "51200", "GB-month", "51200"},
		{"aws", "lambda/duration/x86", "GB-second", "6e+09", "GB-second", "6000000000"},
		{"gcp", "network/traffic/egress/internet", "GiB", "1024", "GiB", "1024"},
		{"azure", "functions/standard-standard-total-executions", "execution-10", "100000", "10-executions", "100000"},
		{"azure", "functions/functions/standard/standard-total-executions", "count", "100000", "each", "1000000"},
		{"azure", "service-bus/standard-standard-messaging-operations", "1M", "13", "1M-operations", "13"},
		{"azure", "service-bus/service-bus/standard/standard-messaging-operations", "count-million", "13", "1M-operations", "13"},
		{"azure", "event-grid/event-grid/standard/standard-operations", "count-million", "1", "1M-operations", "0.1"},
		{"azure", "api-management/api-management/consumption/consumption-calls", "count-million", "100", "1M-operations", "1"},
		{"azure", "blob/operations/hot-lrs-write-operations", "operation-10k", "0", "10k-operations", "0"},
		{"azure", "storage/x/y/z", "count-million-month", "0", "1M-operations-month", "0"},
		{"azure", "storage/x/y/z", "GB-month", "51200", "GB-month", "51200"},
	} {
		unit, from, ok := normalUnit(tt.cloud, tt.sku, tt.unit, decimal.RequireFromString(tt.from))
		if !ok || unit != tt.wantUnit || from.String() != tt.wantFrom {
			t.Errorf("%s in %s from %s: got %s from %s (%v), want %s from %s",
				tt.sku, tt.unit, tt.from, unit, from, ok, tt.wantUnit, tt.wantFrom)
		}
	}
	if _, _, ok := normalUnit("azure", "storage/storage-discovery/x/y", "count-million", decimal.NewFromInt(25000)); ok {
		t.Error("a bound in an unknown bundle was taken")
	}
}
