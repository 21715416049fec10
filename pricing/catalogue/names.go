package catalogue

import "iter"

// findSKU returns the row of a SKU. Names are front-coded, so the search
// compares only what a name does not share with the one before it.
func (m *matrix) findSKU(sku string) (row int, ok bool) {
	block := m.block(sku) - 1
	if block < 0 {
		return 0, false
	}
	row = block * blockSize
	at := int(u32(m.blocks, 4*block))
	match := 0 // bytes the sku shares with the name before
	for range min(blockSize, m.skus()-row) {
		shared, rest, next := m.entry(at)
		if shared < match {
			return 0, false // this name parted from the last one earlier: it is past the sku
		}
		if shared == match {
			n := commonPrefix(rest, sku[match:])
			match += n
			if n == len(rest) && match == len(sku) {
				return row, true
			}
			if n < len(rest) && (match == len(sku) || rest[n] > sku[match]) {
				return 0, false
			}
		}
		row++
		at = next
	}
	return 0, false
}

// block returns the number of blocks whose first name is not after the sku.
func (m *matrix) block(sku string) int {
	lo, hi := 0, len(m.blocks)/4
	for lo < hi {
		mid := (lo + hi) / 2
		if m.head(mid) <= sku {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// head is the first name of a block, which is written in full.
func (m *matrix) head(block int) string {
	_, rest, _ := m.entry(int(u32(m.blocks, 4*block)))
	return rest
}

func (m *matrix) entry(at int) (shared int, rest string, next int) {
	shared, at = uvarint(m.names, at)
	n, at := uvarint(m.names, at)
	return shared, m.names[at : at+n], at + n
}

// all yields every row with its name, in the order of names.
func (m *matrix) all() iter.Seq2[int, string] { return m.from("") }

// from yields the rows whose name is not before the given one.
func (m *matrix) from(first string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		if m.skus() == 0 {
			return
		}
		block := max(0, m.block(first)-1)
		at := int(u32(m.blocks, 4*block))
		var name []byte
		for row := block * blockSize; row < m.skus(); row++ {
			shared, rest, next := m.entry(at)
			name = append(name[:shared], rest...)
			if string(name) >= first && !yield(row, string(name)) { // the comparison copies nothing
				return
			}
			at = next
		}
	}
}

func commonPrefix(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

func uvarint(s string, at int) (value, next int) {
	for shift := 0; ; shift += 7 {
		b := s[at]
		at++
		value |= int(b&0x7f) << shift
		if b < 0x80 {
			return value, at
		}
	}
}
