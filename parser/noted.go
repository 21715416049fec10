package parser

import (
	"hash/maphash"
	"sync"
)

var textSeed = sync.OnceValue(maphash.MakeSeed)

func hashText(text string) uint32 { return uint32(maphash.String(textSeed(), text)) }

// maxNoted is how many texts of a body are noted; one with more of them is
// read again.
const maxNoted = 32

// noteTexts notes the hashes of the texts that finder.dynamic compares with
// the names of resources. They are taken from room, which comes back.
func (b *body) noteTexts(room []uint32) []uint32 {
	if cap(room)-len(room) < maxNoted {
		room = make([]uint32, 0, 32*maxNoted)
	}
	from := len(room)
	full := false
	sound := b.lists(func(_, raw []byte) {
		eachText(raw, func(text []byte) {
			if full = full || len(room)-from == maxNoted; !full {
				room = append(room, uint32(maphash.Bytes(textSeed(), text)))
			}
		})
	})
	if full || !sound {
		return room[:from]
	}
	b.texts = room[from:len(room):len(room)]
	return room
}

// mayName reports whether one of the texts whose hashes were noted may
// identify a resource.
func (g *graph) mayName(noted []uint32) bool {
	if noted == nil {
		return true
	}
	for _, h := range noted {
		if _, ok := g.hashes[h]; ok {
			return true
		}
	}
	return false
}
