package pricing

import (
	"flag"
	"hash/crc32"
	"io/fs"
	"os"
	"path"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/pricing/internal/hclbin"
)

var update = flag.Bool("update", false, "write cards.image anew")

// TestImage: cards.image is what the texts of the cards parse to.
func TestImage(t *testing.T) {
	var files []string
	cards := map[string]imaged{}
	err := fs.WalkDir(embeddedCards(), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(file) != ".hcl" {
			return err
		}
		src, err := fs.ReadFile(embeddedCards(), file)
		if err != nil {
			return err
		}
		f, diags := hclsyntax.ParseConfig(withoutExamples(src), file, hcl.InitialPos)
		if diags.HasErrors() {
			return diags
		}
		body, err := hclbin.Encode(f.Body.(*hclsyntax.Body))
		files, cards[file] = append(files, file), imaged{crc32.ChecksumIEEE(src), string(body)}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	want := writeImage(files, cards)
	if *update {
		if err := os.WriteFile("cards.image", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if cardImage != want {
		t.Error("cards.image is not of these cards, which makes small plans slow. Run: go test ./pricing -run TestImage$ -update")
	}
}

// TestImageOfOtherText: a card whose text has changed since is parsed.
func TestImageOfOtherText(t *testing.T) {
	est := New(catalogue.Embedded(), Options{})
	src, file := est.cardText("aws_ebs_volume")
	file = file[len(ownCards):]
	if imageOf(file, src) == nil {
		t.Error("the image has no aws_ebs_volume")
	}
	if imageOf(file, append(src, '\n')) != nil {
		t.Error("the image of another text was taken")
	}
}
