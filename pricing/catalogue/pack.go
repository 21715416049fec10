package catalogue

import (
	"encoding/binary"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Pack reads the price files of one cloud (cloud/prices/*.csv in fsys) and
// returns their packed form. The same files give the same bytes.
func Pack(fsys fs.FS, cloud string) ([]byte, error) {
	facts, err := readPrices(fsys, cloud)
	if err != nil {
		return nil, err
	}
	return packFacts(facts)
}

func packFacts(facts []fact) ([]byte, error) {
	slices.SortFunc(facts, func(a, b fact) int {
		if n := strings.Compare(a.sku, b.sku); n != 0 {
			return n
		}
		return compareFacts(a, b)
	})
	p := packer{
		regions: indexOf(facts, func(f fact) string { return f.region }),
		units:   indexOf(facts, func(f fact) string { return f.unit }),
		dates:   indexOf(facts, func(f fact) string { return f.date }),
		sources: indexOf(facts, func(f fact) string { return f.source }),
		metaIDs: map[fact]int{},
		setIDs:  map[string]int{},
		bigIDs:  map[int64]int{},
		tierIDs: map[string]int{},
	}
	for _, f := range facts {
		p.meta(f)
	}
	if len(p.metaIDs) >= mixedMeta {
		return nil, fmt.Errorf("more than %d combinations of unit, date and source", mixedMeta)
	}
	for first := 0; first < len(facts); {
		last := first
		for last < len(facts) && facts[last].sku == facts[first].sku {
			last++
		}
		if err := p.row(facts[first:last]); err != nil {
			return nil, err
		}
		first = last
	}
	return p.bytes()
}

// packer collects the sections that grow with the rows; see matrix.go.
type packer struct {
	regions, units, dates, sources []string
	metas, sets, blocks, names     []byte
	rows, cells, big, tiered       []byte

	metaIDs map[fact]int
	setIDs  map[string]int
	bigIDs  map[int64]int
	tierIDs map[string]int
	last    string // name of the row before
	count   int
}

// row packs all prices of one SKU, sorted by region and tier.
func (p *packer) row(facts []fact) error {
	set := make([]byte, (len(p.regions)+7)/8)
	var metas []int
	var amounts []uint32
	for first := 0; first < len(facts); {
		last := first + 1
		for last < len(facts) && facts[last].region == facts[first].region {
			if facts[last].from == facts[last-1].from {
				return fmt.Errorf("%s in %s has two prices from %d e-6", facts[first].sku, facts[first].region, facts[last].from)
			}
			last++
		}
		col, _ := slices.BinarySearch(p.regions, facts[first].region)
		set[col/8] |= 1 << (col % 8)
		meta := p.meta(facts[first])
		for _, f := range facts[first+1 : last] {
			if p.meta(f) != meta {
				return fmt.Errorf("the tiers of %s in %s differ in unit, date or source", f.sku, f.region)
			}
		}
		amount, err := p.amount(facts[first:last])
		if err != nil {
			return err
		}
		metas, amounts = append(metas, meta), append(amounts, amount)
		first = last
	}
	p.name(facts[0].sku)
	wide := 0
	if slices.Max(amounts) >= 1<<24 {
		wide = 1
	}
	p.rows = binary.LittleEndian.AppendUint32(p.rows, uint32(len(p.cells)<<1|wide))
	setID := intern(p.setIDs, string(set), func() { p.sets = append(p.sets, set...) })
	if setID > 0xffff {
		return fmt.Errorf("more than %d different sets of regions", 0xffff)
	}
	p.rows = binary.LittleEndian.AppendUint16(p.rows, uint16(setID))
	if uniform := slices.Max(metas) == slices.Min(metas); uniform {
		p.rows = binary.LittleEndian.AppendUint16(p.rows, uint16(metas[0]))
	} else {
		p.rows = binary.LittleEndian.AppendUint16(p.rows, mixedMeta)
		for _, meta := range metas {
			p.cells = appendUint(p.cells, uint32(meta), metaWidth(len(p.metaIDs)))
		}
	}
	for _, amount := range amounts {
		p.cells = appendUint(p.cells, amount, 3+wide)
	}
	return nil
}

// appendUint appends the lowest width bytes of n.
func appendUint(out []byte, n uint32, width int) []byte {
	for range width {
		out = append(out, byte(n))
		n >>= 8
	}
	return out
}

func (p *packer) name(sku string) {
	shared := commonPrefix(p.last, sku)
	if p.count%blockSize == 0 {
		shared = 0
		p.blocks = binary.LittleEndian.AppendUint32(p.blocks, uint32(len(p.names)))
	}
	p.names = binary.AppendUvarint(p.names, uint64(shared))
	p.names = binary.AppendUvarint(p.names, uint64(len(sku)-shared))
	p.names = append(p.names, sku[shared:]...)
	p.last = sku
	p.count++
}

// meta interns what a price says beside its amount.
func (p *packer) meta(f fact) int {
	key := fact{unit: f.unit, date: f.date, source: f.source}
	return intern(p.metaIDs, key, func() {
		unit, _ := slices.BinarySearch(p.units, key.unit)
		date, _ := slices.BinarySearch(p.dates, key.date)
		source, _ := slices.BinarySearch(p.sources, key.source)
		for _, i := range [...]int{unit, date, source} {
			p.metas = binary.LittleEndian.AppendUint16(p.metas, uint16(i))
		}
	})
}

// amount packs the tiers of one price into a word, or into big or tiered.
func (p *packer) amount(tiers []fact) (uint32, error) {
	if len(tiers) == 1 && tiers[0].from == 0 {
		digits, scale := tiers[0].price, uint32(priceScale)
		for scale > 0 && digits%10 == 0 {
			digits, scale = digits/10, scale-1
		}
		if digits < 1<<28 {
			return uint32(digits)<<4 | scale, nil
		}
		at := intern(p.bigIDs, tiers[0].price, func() {
			p.big = binary.LittleEndian.AppendUint64(p.big, uint64(tiers[0].price))
		})
		return uint32(at)<<4 | inBig, nil
	}
	if len(tiers) > 0xff {
		return 0, fmt.Errorf("%s in %s has %d tiers", tiers[0].sku, tiers[0].region, len(tiers))
	}
	packed := []byte{byte(len(tiers))}
	for _, t := range tiers {
		packed = binary.LittleEndian.AppendUint64(packed, uint64(t.from))
		packed = binary.LittleEndian.AppendUint64(packed, uint64(t.price))
	}
	at, ok := p.tierIDs[string(packed)]
	if !ok {
		at = len(p.tiered)
		p.tierIDs[string(packed)] = at
		p.tiered = append(p.tiered, packed...)
	}
	return uint32(at)<<4 | inTiered, nil
}

func (p *packer) bytes() ([]byte, error) {
	sections := [numSections][]byte{
		packList(p.regions), packList(p.units), packList(p.dates), packList(p.sources),
		p.metas, p.sets, p.blocks, p.names, p.rows, p.cells, p.big, p.tiered,
	}
	out := []byte(magic)
	at := len(magic) + 8*numSections
	for _, s := range sections {
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		out = binary.LittleEndian.AppendUint32(out, uint32(len(s)))
		at += len(s)
	}
	if at >= 1<<28 {
		return nil, fmt.Errorf("%d bytes of prices: offsets no longer fit", at)
	}
	return append(out, slices.Concat(sections[:]...)...), nil
}

func packList(items []string) []byte {
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(items)))
	at := 0
	for _, s := range items {
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		at += len(s)
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(at))
	return append(out, strings.Join(items, "")...)
}

// indexOf returns the different values of a column, sorted.
func indexOf(facts []fact, column func(fact) string) []string {
	seen := map[string]bool{}
	for _, f := range facts {
		seen[column(f)] = true
	}
	values := make([]string, 0, len(seen))
	for v := range seen {
		values = append(values, v)
	}
	slices.Sort(values)
	return values
}

// intern returns the number of key, calling add when it is new.
func intern[K comparable](ids map[K]int, key K, add func()) int {
	id, ok := ids[key]
	if !ok {
		id = len(ids)
		ids[key] = id
		add()
	}
	return id
}
