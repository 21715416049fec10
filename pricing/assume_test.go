package pricing

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// What a card assumes of the resource a ref finds holds where that resource's
// configuration is silent, and only there; known() passes over what only the
// provider will fill in.
const copyingCard = `
resource "aws_copy" {
  ref "source" {
    path = "source_id"
    assume "tier" {
      value = "basic"
      why   = "basic, the default"
    }
  }
  cost "disk" {
    quantity = known(self.size, get(refs.source, "size"))
    unit     = "GB-month"
    price    = get(refs.source, "tier") == "basic" ? "ebs/gp3/storage" : "ebs/io2/storage"
  }
  example "size of the source, tier left out" {
    given   = { size = unknown }
    refs    = { source = { size = 40, tier = unknown } }
    omitted = ["source.tier"]
    want    = { disk = 40 }
    monthly = "3.20"
    prices  = { "ebs/gp3/storage" = 0.08 }
    source  = "aws.amazon.com/ebs/pricing, us-east-1, 2026-09"
  }
  example "size of its own" {
    given = { size = 10 }
    refs  = { source = { size = 40, tier = "basic" } }
    want  = { disk = 10 }
  }
  example "tier known only after apply" {
    given = { size = 10 }
    refs  = { source = { size = 40, tier = unknown } }
    want  = {}
    gaps  = ["disk"]
  }
  example "no size known" {
    given   = { size = unknown }
    refs    = { source = { size = unknown, tier = unknown } }
    omitted = ["source.tier"]
    want    = {}
    gaps    = ["disk"]
  }
}
`

func TestCopiedValues(t *testing.T) {
	cards := fstest.MapFS{"aws/aws_copy.hcl": {Data: []byte(copyingCard)}}
	est := New(catalogue.Embedded(), Options{Cards: []fs.FS{cards}})
	for _, wrong := range est.CheckExamples("aws_copy", "aws") {
		t.Error(wrong)
	}
}
