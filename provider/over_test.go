package provider

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/iaclint/iaclint/model"
)

func layer(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// A layer adds a cloud, says otherwise of a type and of a grade, and leaves all
// else as it was, also what others see who have no layers.
func TestOver(t *testing.T) {
	books, diags := Over(layer(map[string]string{
		"acme.hcl":       "provider \"acme\" {\n  names = [\"acme/acme\"]\n}\n",
		"types/acme.tsv": "acme_box\tpriced\tBoxes\t-\t-\t-\t-\t-\n",
		"types/aws.tsv":  "aws_s3_bucket\tunknown\tStore\t-\t-\t-\t-\tthe house keeps it\n",
		"lockin/aws.tsv": "Bucket\taws_s3_bucket\t-\t3222\t-\tthe house says so\tother\tL\t-\n",
	}), layer(map[string]string{
		"types/aws.tsv": "aws_ebs_volume\tfree\tDisks\t-\t-\t-\t-\tgiven away\n",
	}))
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	aws := books.Of("registry.terraform.io/hashicorp/aws")
	for typ, want := range map[string]model.Class{"aws_s3_bucket": model.Unknown, "aws_ebs_volume": model.Free, "aws_instance": model.Priced} {
		if got := aws.Type(typ).Class; got != want {
			t.Errorf("%s is %s, want %s", typ, got, want)
		}
	}
	if got := aws.LockIn("aws_s3_bucket", nil); got.Grade != 4 || got.Why != "the house says so" {
		t.Errorf("grade %+v", got)
	}
	if got := aws.LockIn("aws_sqs_queue", nil); got.Grade != Of("aws").LockIn("aws_sqs_queue", nil).Grade || got.Grade < 0 {
		t.Errorf("grade of what the layer does not speak of: %+v", got)
	}
	if got := books.Of("acme/acme").Type("acme_box"); got.Service != "Boxes" || got.Class != model.Priced {
		t.Errorf("a new cloud: %+v", got)
	}
	if Of("aws").Type("aws_s3_bucket").Class == model.Unknown || Of("acme/acme") != nil {
		t.Error("the layer shows where nobody asked for it")
	}
	if got := strings.Join(books.Layered(), " "); got != "acme aws" {
		t.Errorf("speaks of %q", got)
	}
}

func TestOverSlips(t *testing.T) {
	for name, c := range map[string]struct{ file, text, says string }{
		"hcl":           {"acme.hcl", "provider \"acme\" {\n  nams = []\n}", "names"},
		"nobody's":      {"types/acme.tsv", "acme_box\tpriced\t-\t-\t-\t-\t-\t-\n", "no provider \"acme\""},
		"columns":       {"types/aws.tsv", "aws_x\tpriced\n", "2 fields"},
		"order":         {"types/aws.tsv", "aws_y\tpriced\t-\t-\t-\t-\t-\t-\naws_x\tpriced\t-\t-\t-\t-\t-\t-\n", "behind aws_y"},
		"class":         {"types/aws.tsv", "aws_y\tcheap\t-\t-\t-\t-\t-\t-\n", "none of priced"},
		"silent zero":   {"types/aws.tsv", "aws_y\tfree\t-\t-\t-\t-\t-\t-\n", "says why"},
		"lockin scores": {"lockin/aws.tsv", "B\taws_y\t-\t9\t-\tx\t-\tS\t-\n", "four digits"},
	} {
		_, diags := Over(layer(map[string]string{c.file: c.text}))
		if !diags.HasErrors() || !strings.Contains(diags.Error(), c.says) {
			t.Errorf("%s: %v", name, diags)
		}
	}
}
