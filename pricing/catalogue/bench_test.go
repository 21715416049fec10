package catalogue

import "testing"

// BenchmarkLookups is the budget of docs/benchmarks.md: open the catalogue
// and look up a thousand prices.
func BenchmarkLookups(b *testing.B) {
	keys := make([][3]string, 0, 1000)
	for _, p := range Embedded().prices {
		m := p.layers[0]
		step := m.skus() / 400
		for row, sku := range m.all() {
			if row%step == 0 && len(keys) < 1000 {
				keys = append(keys, [3]string{p.cloud, m.regions.at(row % m.regions.len()), sku})
			}
		}
	}
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		var c Catalogue
		for _, p := range [...]struct{ cloud, packed string }{{"aws", awsPrices}, {"azure", azurePrices}, {"gcp", gcpPrices}} {
			m, err := openMatrix(p.packed)
			if err != nil {
				b.Fatal(err)
			}
			c.prices = append(c.prices, cloudPrices{p.cloud, []*matrix{m}})
		}
		for _, k := range keys {
			c.Price(k[0], k[1], k[2])
		}
	}
	packed := len(awsPrices) + len(azurePrices) + len(gcpPrices)
	b.ReportMetric(float64(packed)/float64(Embedded().Status().Rows), "MB/Mprices")
}

func BenchmarkPrice(b *testing.B) {
	c := Embedded()
	b.ReportAllocs()
	for b.Loop() {
		c.Price("aws", "us-east-1", "ec2/m5.large/linux/on-demand")
	}
}

func BenchmarkMachine(b *testing.B) {
	c := Embedded()
	b.ReportAllocs()
	for b.Loop() {
		c.Machine("azure", "Standard_D4s_v5")
	}
}

func BenchmarkSuccessor(b *testing.B) {
	c := Embedded()
	b.ReportAllocs()
	for b.Loop() {
		c.Successor("azure", "Standard_D4s_v3")
	}
}

func TestPriceAllocatesLittle(t *testing.T) {
	c := Embedded()
	if n := testing.AllocsPerRun(100, func() { c.Price("aws", "us-east-1", "ec2/m5.large/linux/on-demand") }); n > 5 {
		t.Errorf("a price takes %v allocations", n)
	}
	if n := testing.AllocsPerRun(100, func() { c.Machine("azure", "Standard_D4s_v5") }); n > 1 {
		t.Errorf("a machine takes %v allocations", n)
	}
}
