package catalogue

import (
	"fmt"
	"math/bits"
	"strings"

	"github.com/shopspring/decimal"
)

// The packed form of one cloud's prices: a matrix of SKUs and regions, read in
// place. All integers are little-endian.
//
//	magic     8 bytes
//	sections  numSections × (offset uint32, length uint32)
//
//	regions, units, dates, sources   sorted lists, see list
//	metas     unit uint16, date uint16, source uint16: what a price says beside its amount
//	sets      bitmaps over the regions, all of one width
//	blocks    offset uint32 into names of every 16th name
//	names     the SKU names in order, front-coded within a block:
//	          shared length uvarint, rest length uvarint, rest
//	rows      cells uint32, set uint16, meta uint16; one per name. The lowest
//	          bit of cells says that its amounts are wide, the rest is an offset
//	cells     of each row: unless the row has one meta for all, the meta of each
//	          price (one byte, two when there are more than 256 metas); then
//	          the amounts in the order of the regions in its set, of 3 bytes
//	          or, when they are wide, of 4
//	big       prices that no amount holds: int64 of 1e-12 USD
//	tiered    prices with tiers: count uint8, then
//	          (from int64 of 1e-6 units, price int64 of 1e-12 USD) that often
//
// An amount is exact: the lowest 4 bits are the number of decimals, the rest
// the digits. 14 and 15 decimals say that the digits are an index into big or
// an offset into tiered.
const (
	magic       = "iacprc02"
	blockSize   = 16
	mixedMeta   = 0xffff
	inBig       = 14
	inTiered    = 15
	fromScale   = 6
	priceScale  = 12
	rowBytes    = 8
	metaBytes   = 6
	numSections = 12
)

type matrix struct {
	regions, units, dates, sources list
	metas, sets, blocks, names     string
	rows, cells, big, tiered       string
	setBytes, metaWidth            int
}

// openMatrix makes the packed form readable. It copies nothing.
func openMatrix(data string) (*matrix, error) {
	const header = len(magic) + 8*numSections
	if len(data) < header || data[:len(magic)] != magic {
		return nil, fmt.Errorf("not a packed price table (want %d bytes or more, beginning with %q)", header, magic)
	}
	var m matrix
	parts := [...]*string{
		(*string)(&m.regions), (*string)(&m.units), (*string)(&m.dates), (*string)(&m.sources),
		&m.metas, &m.sets, &m.blocks, &m.names, &m.rows, &m.cells, &m.big, &m.tiered,
	}
	for i, part := range parts {
		at := len(magic) + 8*i
		off, n := int(u32(data, at)), int(u32(data, at+4))
		if off < 0 || n < 0 || off+n > len(data) {
			return nil, fmt.Errorf("packed price table is cut short: section %d ends at %d of %d bytes", i, off+n, len(data))
		}
		*part = data[off : off+n]
	}
	m.setBytes = (m.regions.len() + 7) / 8
	m.metaWidth = metaWidth(len(m.metas) / metaBytes)
	return &m, nil
}

func (m *matrix) skus() int { return len(m.rows) / rowBytes }

// cellRef is a price that is there: its amount and what it says beside it.
type cellRef struct {
	amount uint32
	meta   int
}

// cell returns the price of a row in a region, by their indices.
func (m *matrix) cell(row, col int) (cellRef, bool) {
	at := row * rowBytes
	cells, set, meta := int(u32(m.rows, at)), int(u16(m.rows, at+4)), int(u16(m.rows, at+6))
	width := 3 + cells&1
	cells >>= 1
	bitmap := m.sets[set*m.setBytes : (set+1)*m.setBytes]
	if bitmap[col/8]&(1<<(col%8)) == 0 {
		return cellRef{}, false
	}
	rank := bits.OnesCount8(bitmap[col/8] & (1<<(col%8) - 1))
	for i := range col / 8 {
		rank += bits.OnesCount8(bitmap[i])
	}
	if meta == mixedMeta {
		meta = int(uintN(m.cells, cells+m.metaWidth*rank, m.metaWidth))
		for i := range m.setBytes {
			cells += m.metaWidth * bits.OnesCount8(bitmap[i])
		}
	}
	return cellRef{amount: uintN(m.cells, cells+width*rank, width), meta: meta}, true
}

// metaWidth is the bytes of a meta in cells.
func metaWidth(metas int) int {
	if metas <= 1<<8 {
		return 1
	}
	return 2
}

// price puts a cell into words.
func (m *matrix) price(cloud, region, sku string, cell cellRef) Price {
	at := cell.meta * metaBytes
	source := m.sources.at(int(u16(m.metas, at+4)))
	return Price{
		Key:      priceKey(cloud, region, sku),
		Unit:     m.units.at(int(u16(m.metas, at))),
		Date:     m.dates.at(int(u16(m.metas, at+2))),
		Source:   source,
		Inferred: strings.HasPrefix(source, inferredPrefix),
		Tiers:    m.tiers(cell.amount),
	}
}

func (m *matrix) tiers(amount uint32) []Tier {
	digits, scale := amount>>4, amount&15
	switch scale {
	case inBig:
		return []Tier{{USD: decimal.New(int64(u64(m.big, 8*int(digits))), -priceScale)}}
	default:
		return []Tier{{USD: decimal.New(int64(digits), -int32(scale))}}
	case inTiered:
	}
	at := int(digits)
	tiers := make([]Tier, m.tiered[at])
	at++
	for i := range tiers {
		tiers[i].From = decimal.New(int64(u64(m.tiered, at)), -fromScale)
		tiers[i].USD = decimal.New(int64(u64(m.tiered, at+8)), -priceScale)
		at += 16
	}
	return tiers
}

// list is a sorted list of strings in place: count uint32, count+1 offsets
// uint32 into the bytes that follow.
type list string

func (l list) len() int {
	if len(l) < 4 {
		return 0
	}
	return int(u32(string(l), 0))
}

func (l list) at(i int) string {
	base := 4 + 4*(l.len()+1)
	from, to := u32(string(l), 4+4*i), u32(string(l), 8+4*i)
	return string(l[base+int(from) : base+int(to)])
}

func (l list) find(s string) (int, bool) {
	lo, hi := 0, l.len()
	for lo < hi {
		mid := (lo + hi) / 2
		if l.at(mid) < s {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < l.len() && l.at(lo) == s
}

// uintN reads an integer of width bytes.
func uintN(s string, at, width int) uint32 {
	var n uint32
	for i := range width {
		n |= uint32(s[at+i]) << (8 * i)
	}
	return n
}

func u16(s string, at int) uint16 { return uint16(s[at]) | uint16(s[at+1])<<8 }

func u32(s string, at int) uint32 {
	_ = s[at+3]
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}

func u64(s string, at int) uint64 { return uint64(u32(s, at)) | uint64(u32(s, at+4))<<32 }
