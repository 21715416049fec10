// Package archive reads and writes the one layer of a rule pack, a gzipped tar
// archive, in memory.
//
// An archive comes from a stranger. Nothing of it is ever unpacked to a disk,
// and nothing of it is repaired: what is not written as [Write] writes it
// (plain ustar, regular files and folders, plain names) is refused whole, with
// the name of the member, so that no two readers can see two packs in it.
package archive

// Limits bound what an archive may hold. Zero means the default.
type Limits struct {
	Members int   // files and folders; 2,000
	Bytes   int64 // unpacked, headers and padding counted; 16 MiB
	Ratio   int64 // of unpacked to packed bytes, beyond the first MiB; 100
	Depth   int   // folders inside each other; 16
}

func (l Limits) withDefaults() Limits {
	if l.Members == 0 {
		l.Members = 2000
	}
	if l.Bytes == 0 {
		l.Bytes = 16 << 20
	}
	if l.Ratio == 0 {
		l.Ratio = 100
	}
	if l.Depth == 0 {
		l.Depth = 16
	}
	return l
}
