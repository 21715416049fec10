package pricing

import (
	_ "embed"
	"encoding/binary"
	"hash/crc32"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iaclint/iaclint/pricing/internal/hclbin"
)

// cardImage holds our own cards parsed ahead of time, without their examples:
// parsing text is most of what a small plan needs its cards for. Each is of the
// very text it was made of; with any other it is left alone and the text is
// parsed. A test makes it (image_test.go).
//
//go:embed cards.image
var cardImage string

// imaged is a card in the image.
type imaged struct {
	text uint32 // digest of the text it was made of
	body string
}

// openImage finds the cards in the image, by file.
var openImage = sync.OnceValue(func() map[string]imaged { return readImage(cardImage) })

// imageOf is the parsed body of one of our own cards; nil where the image has
// none of this text.
func imageOf(file string, text []byte) *hclsyntax.Body {
	found, ok := openImage()[file]
	if !ok || found.text != crc32.ChecksumIEEE(text) {
		return nil
	}
	return hclbin.Decode(found.body)
}

// readImage takes an image apart: how many cards there are, of each the length
// of its name, its name, the digest of its text and the length of its body, and
// then all bodies.
func readImage(image string) map[string]imaged {
	at := 0
	number := func() int {
		n, shift := 0, 0
		for ; image[at] >= 0x80; at++ {
			n |= int(image[at]&0x7f) << shift
			shift += 7
		}
		n |= int(image[at]) << shift
		at++
		return n
	}
	text := func(n int) string {
		at += n
		return image[at-n : at]
	}
	if image == "" {
		return nil
	}
	n := number()
	cards := make(map[string]imaged, n)
	files, lengths := make([]string, n), make([]int, n)
	for i := range n {
		files[i] = text(number())
		cards[files[i]] = imaged{text: uint32(number())}
		lengths[i] = number()
	}
	for i, file := range files {
		cards[file] = imaged{cards[file].text, text(lengths[i])}
	}
	return cards
}

// writeImage is what readImage reads; bodies are by file, written in the order
// of files.
func writeImage(files []string, cards map[string]imaged) string {
	out := binary.AppendUvarint(nil, uint64(len(files)))
	for _, file := range files {
		out = append(binary.AppendUvarint(out, uint64(len(file))), file...)
		out = binary.AppendUvarint(out, uint64(cards[file].text))
		out = binary.AppendUvarint(out, uint64(len(cards[file].body)))
	}
	for _, file := range files {
		out = append(out, cards[file].body...)
	}
	return string(out)
}
