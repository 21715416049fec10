package main

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"slices"
)

// smaller writes a picture with at most 256 colours, which a page of few colours
// hardly shows, at the best compression.
func smaller(data []byte) ([]byte, error) {
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	bounds := picture.Bounds()
	counts := map[color.RGBA]int{}
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			counts[at(picture, x, y)]++
		}
	}
	palette, index := reduced(counts)
	out := image.NewPaletted(bounds, palette)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			out.SetColorIndex(x, y, index[at(picture, x, y)])
		}
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, out); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func at(picture image.Image, x, y int) color.RGBA {
	r, g, b, _ := picture.At(x, y).RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}
}

// reduced keeps the most frequent colours and, of the others, those farthest
// from what is kept, so that a rare red does not turn grey. Every other colour
// gets the nearest of them.
func reduced(counts map[color.RGBA]int) (color.Palette, map[color.RGBA]uint8) {
	colours := make([]color.RGBA, 0, len(counts))
	for c := range counts {
		colours = append(colours, c)
	}
	slices.SortFunc(colours, func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	const frequent, kept = 96, 256
	var palette color.Palette
	nearest, far := make([]uint8, len(colours)), make([]int, len(colours))
	for i := range far {
		far[i] = 1 << 30
	}
	for len(palette) < min(kept, len(colours)) {
		next := len(palette)
		if next >= frequent {
			next = slices.Index(far, slices.Max(far))
		}
		for i, c := range colours {
			if d := distance(c, colours[next]); d < far[i] {
				far[i], nearest[i] = d, uint8(len(palette))
			}
		}
		palette = append(palette, colours[next])
	}
	index := make(map[color.RGBA]uint8, len(colours))
	for i, c := range colours {
		index[c] = nearest[i]
	}
	return palette, index
}

func distance(a, b color.RGBA) int {
	r, g, l := int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B)
	return r*r + g*g + l*l
}
