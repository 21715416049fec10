package archive

import (
	"archive/tar"
	"compress/gzip"
	"io"
	"maps"
	"slices"
	"time"
)

// Write writes an archive that holds the files and says nothing of when, where
// and by whom it was made: the same files give the same bytes. What [Read]
// would refuse is an error.
func Write(w io.Writer, files Files) error {
	limits := Limits{}.withDefaults()
	names, total := tree{}, int64(0)
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(z)
	for n, name := range slices.Sorted(maps.Keys(files)) {
		h := &tar.Header{
			Typeflag: tar.TypeReg, Name: name, Size: int64(len(files[name])), Mode: 0o644,
			ModTime: time.Unix(0, 0), Format: tar.FormatUSTAR,
		}
		if why := refuse(h, n, limits, names); why != "" {
			return &Error{Member: name, Why: why}
		}
		if total += (h.Size+block-1)/block*block + block; total > limits.Bytes-2*block {
			return &Error{Member: name, Why: "with it the pack is larger than an archive may be"}
		}
		if err := t.WriteHeader(h); err != nil {
			return &Error{Member: name, Why: err.Error()}
		}
		if _, err := t.Write(files[name]); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	return z.Close()
}
