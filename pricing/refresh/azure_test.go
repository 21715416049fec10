package refresh

import (
	"maps"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// TestAzureShortNames holds the rules of Azure's short names to the catalogue
// itself: it has most meters under their raw name and under a short one, from
// the same list, and where a rule leads from the one to the other they cost the
// same.
func TestAzureShortNames(t *testing.T) {
	facts := catalogue.Embedded()
	m, err := loadMapping("azure")
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string]*list{}
	for _, l := range m.lists {
		lists[slug(l.name)] = l
	}
	same, differ := map[string]int{}, map[string][]string{}
	for _, p := range facts.Query("azure/") {
		parts := strings.Split(p.Key, "/")
		region, l := parts[2], lists[parts[1]]
		if l == nil || len(parts) < 5 || len(parts) > 6 || p.Source != "adb" {
			continue
		}
		row := attributes{"type": "Consumption", "service": parts[1], "product": parts[3], "sku": parts[4], "meter": parts[len(parts)-1], "skumeter": strings.Join(parts[4:], "/")}
		for _, r := range l.rules {
			found, ok := r.match(row)
			short, known := facts.Price("azure", region, found.sku)
			if !ok || !known || short.Source != "adb" || found.sku == parts[1]+"/"+strings.Join(parts[3:], "/") {
				continue
			}
			per, ok := unitsPer(short.Unit, p.Unit)
			if !ok || strings.HasPrefix(found.sku, "blob/retrieval/archive-") {
				continue // told in GB and GiB; taken from the priority meter in some regions
			}
			if short.Tiers[len(short.Tiers)-1].USD.Sub(p.Tiers[len(p.Tiers)-1].USD.Mul(per)).Abs().LessThan(decimal.New(1, -9)) {
				same[r.service]++
			} else {
				differ[r.service] = append(differ[r.service], p.Key+" → "+found.sku)
			}
		}
	}
	for service, keys := range differ {
		t.Errorf("%s: %d of %d differ: %s", service, len(keys), len(keys)+same[service], strings.Join(keys[:min(12, len(keys))], "\n  "))
	}
	for _, service := range []string{"aks", "aci", "acr", "app-service", "application-gateway", "blob", "cosmos-db", "disk", "files", "mysql", "postgresql", "public-ip", "redis", "sql-database", "vpn-gateway"} {
		if same[service] < 10 {
			t.Errorf("%s: only %d prices were compared", service, same[service])
		}
	}
	t.Log(same)
}

// meter is a row of the Retail Prices API for a machine; changes are fields that
// differ.
func meter(usd float64, changes map[string]any) map[string]any {
	row := map[string]any{
		"currencyCode": "USD", "tierMinimumUnits": 0.0, "retailPrice": usd, "unitPrice": usd, "armRegionName": "westeurope",
		"effectiveStartDate": "2026-01-01T00:00:00Z", "meterName": "D4s v5", "productName": "Virtual Machines Dsv5 Series",
		"skuName": "Standard_D4s_v5", "serviceName": "Virtual Machines", "unitOfMeasure": "1 Hour", "type": "Consumption",
		"isPrimaryMeterRegion": true, "armSkuName": "Standard_D4s_v5",
	}
	maps.Copy(row, changes)
	return row
}

// TestAzureMachines: Windows, spot, low priority, cloud services, tests and
// reservations are not what Linux costs, and a reservation's price is for its
// whole term.
func TestAzureMachines(t *testing.T) {
	s := newShop(t)
	s.page = 3
	windows, spot := map[string]any{"productName": "Virtual Machines Dsv5 Series Windows"}, map[string]any{"skuName": "Standard_D4s_v5 Spot", "meterName": "D4s v5 Spot"}
	both := maps.Clone(windows)
	maps.Copy(both, spot)
	s.items["Virtual Machines/westeurope"] = []map[string]any{
		meter(0.400, windows),
		meter(0.225, map[string]any{"savingsPlan": []map[string]any{{"retailPrice": 0.12, "term": "3 Years"}, {"retailPrice": 0.17, "term": "1 Year"}}}),
		meter(0.045, spot),
		meter(0.080, both),
		meter(0.046, map[string]any{"skuName": "Standard_D4s_v5 Low Priority", "meterName": "D4s v5 Low Priority"}),
		meter(0.210, windows),
		meter(0.228, map[string]any{"productName": "Dsv5 Series Cloud Services"}),
		meter(0.199, map[string]any{"type": "DevTestConsumption"}),
		meter(1200, map[string]any{"type": "Reservation", "reservationTerm": "1 Year"}),
		meter(2300, map[string]any{"type": "Reservation", "reservationTerm": "3 Years"}),
		meter(3000, map[string]any{"type": "Reservation", "reservationTerm": "5 Years"}),
		meter(0.205, map[string]any{"currencyCode": "EUR"}),
		meter(0.226, map[string]any{"armRegionName": "northeurope"}),
	}
	s.items["Virtual Machines/westeurope"][5]["effectiveStartDate"] = "2021-01-01T00:00:00Z" // what Windows cost then
	opt := s.options("azure", "vm")
	opt.Regions = []string{"westeurope"}
	_, over := refreshed(t, opt)
	expect(t, over, "azure", map[string]string{
		"westeurope vm/Standard_D4s_v5/linux/on-demand":   "hour 0:0.225",
		"westeurope vm/Standard_D4s_v5/windows/on-demand": "hour 0:0.4",
		"westeurope vm/Standard_D4s_v5/linux/spot":        "hour 0:0.045",
		"westeurope vm/Standard_D4s_v5/windows/spot":      "hour 0:0.08",
		"westeurope vm/Standard_D4s_v5/linux/ri1y":        "hour 0:0.13699", // 1200 / 8760
		"westeurope vm/Standard_D4s_v5/linux/ri3y":        "hour 0:0.08752", // 2300 / 26280
		"westeurope vm/Standard_D4s_v5/linux/sp1y":        "hour 0:0.17",
		"westeurope vm/Standard_D4s_v5/linux/sp3y":        "hour 0:0.12",
	})
	if got := s.requests("$skip"); got != 4 {
		t.Errorf("%d further pages were asked for, want 4 of 13 rows by 3", got)
	}
}

// TestAzureDates: of rows that are alike the newest that holds today counts, of
// the same day that of the primary region, and two that do not differ in that
// are a mistake.
func TestAzureDates(t *testing.T) {
	s := newShop(t)
	of := func(size, since string, main bool) map[string]any {
		return map[string]any{"armSkuName": "Standard_" + size, "effectiveStartDate": since + "T00:00:00Z", "isPrimaryMeterRegion": main}
	}
	s.items["Virtual Machines/westeurope"] = []map[string]any{
		meter(0.20, of("D4s_v5", "2026-03-01", true)),
		meter(0.21, of("D4s_v5", "2026-09-01", false)),
		meter(0.19, of("D4s_v5", "2025-01-01", true)),
		meter(0.22, of("D4s_v5", "2026-12-24", true)),
		meter(0.41, of("D8s_v5", "2026-03-01", false)),
		meter(0.40, of("D8s_v5", "2026-03-01", true)),
		meter(0.42, of("D8s_v5", "2026-03-01", false)),
		meter(0.80, of("D16s_v5", "2026-03-01", true)),
		meter(0.81, of("D16s_v5", "2026-03-01", true)),
	}
	opt := s.options("azure", "vm")
	opt.Regions = []string{"westeurope"}
	sum, over := refreshed(t, opt)
	expect(t, over, "azure", map[string]string{
		"westeurope vm/Standard_D4s_v5/linux/on-demand": "hour 0:0.21",
		"westeurope vm/Standard_D8s_v5/linux/on-demand": "hour 0:0.4",
	})
	if r := sum.Services[0].Refused; len(r) != 1 || r[0].Reason != "two prices" {
		t.Errorf("%+v", r)
	}
}

// TestAzureUnitsAndTiers: bounds and prices count the bundle of the row, and
// come in the catalogue's.
func TestAzureUnitsAndTiers(t *testing.T) {
	s := newShop(t)
	row := func(service, product, sku, name, unit string, from, usd float64) map[string]any {
		return meter(usd, map[string]any{"serviceName": service, "productName": product, "skuName": sku, "meterName": name, "unitOfMeasure": unit, "tierMinimumUnits": from, "armSkuName": ""})
	}
	s.items["Storage/westeurope"] = []map[string]any{
		row("Storage", "Premium SSD Managed Disks", "P10 LRS", "P10 LRS Disk", "1/Month", 0, 20),
		row("Storage", "General Block Blob v2", "Hot LRS", "Hot LRS Data Stored", "1 GB/Month", 0, 0.019),
		row("Storage", "General Block Blob v2", "Hot LRS", "Hot LRS Data Stored", "1 GB/Month", 51200, 0.018),
		row("Storage", "General Block Blob v2", "Hot LRS", "Hot LRS Write Operations", "10K", 0, 0.054),
		row("Storage", "Premium SSD Managed Disks", "P20 LRS", "P20 LRS Disk", "1 Hour", 0, 0.05),
	}
	s.items["Functions/westeurope"] = []map[string]any{
		row("Functions", "Functions", "Standard", "Standard Total Executions", "10", 0, 0),
		row("Functions", "Functions", "Standard", "Standard Total Executions", "10", 100000, 0.000003),
	}
	s.items["Service Bus/westeurope"] = []map[string]any{
		row("Service Bus", "Service Bus", "Standard", "Standard Messaging Operations", "1M", 100, 0.5),
		row("Service Bus", "Service Bus", "Standard", "Standard Messaging Operations", "1M", 13, 0.9),
		row("Service Bus", "Service Bus", "Standard", "Standard Messaging Operations", "1M", 0, 0),
	}
	opt := s.options("azure", "disk", "blob", "functions", "service-bus")
	opt.Regions = []string{"westeurope"}
	sum, over := refreshed(t, opt)
	expect(t, over, "azure", map[string]string{
		"westeurope disk/premium-ssd/p10-lrs":                                       "month 0:20",
		"westeurope blob/storage/hot-lrs":                                           "GB-month 0:0.019 51200:0.018",
		"westeurope blob/operations/hot-lrs-write-operations":                       "10k-operations 0:0.054",
		"westeurope functions/standard-standard-total-executions":                   "10-executions 100000:0.000003",
		"westeurope functions/functions/standard/standard-total-executions":         "each 1000000:0.0000003",
		"westeurope service-bus/standard-standard-messaging-operations":             "1M-operations 13:0.9 100:0.5",
		"westeurope service-bus/service-bus/standard/standard-messaging-operations": "1M-operations 13:0.9 100:0.5",
	})
	for _, v := range sum.Services {
		if v.Service == "disk" && (len(v.Refused) != 1 || v.Refused[0].Reason != "unit 1 Hour") {
			t.Errorf("%+v", v)
		}
	}
}
