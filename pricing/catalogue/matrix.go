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
//	rows      cells uint32, set uint16, meta uint16; one per name
//	cells     of each row: unless the row has one meta for all, a meta uint16
//	          for each price; then an amount uint32 for each price, in the
//	          order of the regions in its set
//	tiered    what does not fit an amount: count uint8, then
//	          (from int64 of 1e-6 units, price int64 of 1e-12 USD) that often
//
// An amount is exact: 28 bits of digits and in the lowest 4 bits the number of
// decimals; 15 there says that the digits are an offset into tiered.
const (
	magic       = "iacprc01"
	blockSize   = 16
	mixedMeta   = 0xffff
	inTiered    = 15
	fromScale   = 6
	priceScale  = 12
	rowBytes    = 8
	metaBytes   = 6
	numSections = 11
)

type matrix struct {
	regions, units, dates, sources list
	metas, sets, blocks, names     string
	rows, cells, tiered            string
	setBytes                       int
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
		&m.metas, &m.sets, &m.blocks, &m.names, &m.rows, &m.cells, &m.tiered,
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
	bitmap := m.sets[set*m.setBytes : (set+1)*m.setBytes]
	if bitmap[col/8]&(1<<(col%8)) == 0 {
		return cellRef{}, false
	}
	rank := bits.OnesCount8(bitmap[col/8] & (1<<(col%8) - 1))
	for i := range col / 8 {
		rank += bits.OnesCount8(bitmap[i])
	}
	if meta == mixedMeta {
		meta = int(u16(m.cells, cells+2*rank))
		for i := range m.setBytes {
			cells += 2 * bits.OnesCount8(bitmap[i])
		}
	}
	return cellRef{amount: u32(m.cells, cells+4*rank), meta: meta}, true
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
	if scale != inTiered {
		return []Tier{{USD: decimal.New(int64(digits), -int32(scale))}}
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

func u16(s string, at int) uint16 { return uint16(s[at]) | uint16(s[at+1])<<8 }

func u32(s string, at int) uint32 {
	_ = s[at+3]
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}

func u64(s string, at int) uint64 { return uint64(u32(s, at)) | uint64(u32(s, at+4))<<32 }
