package refresh

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestLargeOffer reads an offer of 1 GB that is made while it is sent, and holds
// on to little of it: the memory that is in use never grows by more than an
// eighth of that.
func TestLargeOffer(t *testing.T) {
	const size, most = 1 << 30, 128 << 20
	s := newShop(t)
	s.offers["AmazonEC2"] = map[string]string{"us-east-1": ""}
	sent := &counting{}
	s.meets(func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasSuffix(r.URL.Path, "us-east-1/index.json") {
			return false
		}
		sent.Writer = w
		out := bufio.NewWriterSize(sent, 1<<20)
		largeOffer(out, s.version, largeProducts)
		if err := out.Flush(); err != nil {
			t.Error(err)
		}
		return true
	})
	before, peak := inUse(), atomic.Uint64{}
	done := make(chan struct{})
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		for {
			peak.Store(max(peak.Load(), inUse()))
			select {
			case <-done:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	_, over := refreshed(t, s.options("aws", "ec2"))
	close(done)
	<-watched
	got := prices(t, over, "aws")
	if len(got) != largeProducts/largeEvery || got["us-east-1 ec2/t0.size200/linux/on-demand"] != "hour 0:0.0002001" {
		t.Errorf("%d prices, that of size200 is %q", len(got), got["us-east-1 ec2/t0.size200/linux/on-demand"])
	}
	if sent.n < size {
		t.Errorf("the offer had %d bytes, want %d", sent.n, size)
	}
	grown := peak.Load() - min(before, peak.Load())
	t.Logf("%d MB read, memory grew by %d MB", sent.n>>20, grown>>20)
	if grown > most {
		t.Errorf("memory grew by %d MB, want %d at most", grown>>20, most>>20)
	}
}

// inUse is the memory of the process that holds objects, or is kept for them.
func inUse() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64() + sample[1].Value.Uint64()
}

type counting struct {
	io.Writer
	n int
}

func (c *counting) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.n += n
	return n, err
}

const (
	largeProducts = 240_000
	largeEvery    = 100 // of so many products one is plain Linux
)

// largeOffer writes an offer with many products that nobody asks for.
func largeOffer(w io.Writer, version string, n int) {
	fmt.Fprintf(w, `{"formatVersion": "v1.0", "offerCode": "AmazonEC2", "version": %q, "publicationDate": "2026-11-01T00:00:00Z", "products": {`, version)
	filling := `"` + strings.Repeat("feature; ", 140) + `"`
	for i := range n {
		os := `"Windows"`
		if i%largeEvery == 0 {
			os = `"Linux"`
		}
		fmt.Fprintf(w, "%s\n\"SKU%09d\": {\"sku\": \"SKU%09d\", \"productFamily\": \"Compute Instance\", \"attributes\": {\"instanceType\": \"t0.size%d\", \"operatingSystem\": %s, \"preInstalledSw\": \"NA\", \"tenancy\": \"Shared\", \"capacitystatus\": \"Used\", \"licenseModel\": \"No License required\", \"operation\": \"RunInstances\", \"usagetype\": \"BoxUsage:t0.size%d\", \"regionCode\": \"us-east-1\", \"processorFeatures\": %s}}",
			comma(i), i, i, i, os, i, filling)
	}
	io.WriteString(w, `}, "terms": {`)
	for k, kind := range []string{"OnDemand", "Reserved"} {
		fmt.Fprintf(w, "%s%q: {", comma(k), kind)
		for i := range n {
			fmt.Fprintf(w, "%s\n\"SKU%09d\": {\"SKU%09d.T\": {\"offerTermCode\": \"T\", \"sku\": \"SKU%09d\", \"effectiveDate\": \"2026-10-01T00:00:00Z\", \"priceDimensions\": {\"SKU%09d.T.R\": {\"rateCode\": \"SKU%09d.T.R\", \"description\": %s, \"beginRange\": \"0\", \"endRange\": \"Inf\", \"unit\": \"Hrs\", \"pricePerUnit\": {\"USD\": \"0.%06d1000\"}, \"appliesTo\": []}}, \"termAttributes\": {}}}",
				comma(i), i, i, i, i, i, filling, i)
		}
		io.WriteString(w, "}")
	}
	io.WriteString(w, "}}")
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}
