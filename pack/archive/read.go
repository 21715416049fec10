package archive

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Files are the files of a pack by their path, with slashes.
type Files map[string][]byte

// Error is what is wrong with an archive. Member is "" where it is the archive
// as a whole.
type Error struct {
	Member string
	Why    string
}

func (e *Error) Error() string {
	if e.Member == "" {
		return "the archive is refused: " + e.Why
	}
	return fmt.Sprintf("the archive is refused: member %q: %s", e.Member, e.Why)
}

// Read takes an archive apart. What it holds beyond the limits, and anything
// but regular files and folders with plain names, refuses the whole.
func Read(r io.Reader, limits Limits) (Files, error) {
	limits = limits.withDefaults()
	plain, err := unpack(r, limits)
	if err != nil {
		return nil, err
	}
	return members(plain, limits)
}

// counter counts what is read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// floor is how much may be unpacked whatever the ratio: small archives of
// small files are mostly padding.
const floor = 1 << 20

// unpack undoes the compression, one gzip stream and nothing behind it.
func unpack(r io.Reader, limits Limits) ([]byte, error) {
	packed := &counter{r: r}
	in := bufio.NewReader(packed)
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, broken("it does not begin as gzip does", err)
	}
	z.Multistream(false)
	var out bytes.Buffer
	for {
		room := limits.Bytes - int64(out.Len()) + 1
		_, err := io.CopyN(&out, z, min(room, 64<<10))
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, broken("it cannot be unpacked", err)
		}
		switch n := int64(out.Len()); {
		case n > limits.Bytes:
			return nil, &Error{Why: fmt.Sprintf("it is larger than %d bytes unpacked", limits.Bytes)}
		case n > floor && n > limits.Ratio*packed.n:
			return nil, &Error{Why: fmt.Sprintf("it unpacks to more than %d times its size", limits.Ratio)}
		}
		if err != nil {
			break
		}
	}
	if _, err := in.ReadByte(); err == nil {
		return nil, &Error{Why: "something follows its end"}
	} else if !errors.Is(err, io.EOF) {
		return nil, err
	}
	return out.Bytes(), nil
}

// broken tells an archive that ends too early, or is none, from a reader that
// failed.
func broken(what string, err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		return &Error{Why: "it ends too early"}
	case errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) || errors.As(err, &corrupt):
		return &Error{Why: what + " (" + err.Error() + ")"}
	}
	return err
}

// members reads a tar archive. Files are parts of plain, which must not be
// written to afterwards.
func members(plain []byte, limits Limits) (Files, error) {
	in := bytes.NewReader(plain)
	at := func() int { return len(plain) - in.Len() }
	t := tar.NewReader(in)
	out, names := Files{}, tree{}
	next := 0 // where the next header begins
	for n := 0; ; n++ {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			if why := ending(plain, next, at()); why != "" {
				return nil, &Error{Why: why}
			}
			return out, nil
		}
		if err != nil {
			return nil, &Error{Member: nameAt(plain, next), Why: "its header cannot be read (" + err.Error() + ")"}
		}
		if why := refuse(h, n, limits, names); why != "" {
			return nil, &Error{Member: h.Name, Why: why}
		}
		next = at()
		if h.Typeflag == tar.TypeDir {
			continue
		}
		if int64(in.Len()) < h.Size {
			return nil, &Error{Member: h.Name, Why: "it is cut off"}
		}
		end := next + int(h.Size)
		out[h.Name] = plain[next:end:end]
		next += (int(h.Size) + block - 1) / block * block
	}
}

// refuse says what is wrong with a member, "" for nothing.
func refuse(h *tar.Header, n int, limits Limits, names tree) string {
	switch {
	case n >= limits.Members:
		return fmt.Sprintf("there are more than %d members", limits.Members)
	case h.Typeflag == tar.TypeSymlink || h.Typeflag == tar.TypeLink:
		return "it is a link"
	case h.Typeflag == tar.TypeXGlobalHeader || h.Format == tar.FormatPAX:
		return "it has extended headers (PAX), which readers understand differently"
	case h.Format == tar.FormatGNU:
		return "it is written with extensions of GNU tar, which readers understand differently"
	case h.Typeflag != tar.TypeReg && h.Typeflag != tar.TypeDir:
		return "it is neither a file nor a folder"
	case h.Format != tar.FormatUSTAR:
		return "it is not written as POSIX ustar"
	}
	name, folder := h.Name, h.Typeflag == tar.TypeDir
	if folder {
		if h.Size != 0 {
			return "it is a folder with contents of its own"
		}
		name = strings.TrimSuffix(name, "/")
	}
	if why := checkName(name, limits.Depth); why != "" {
		return why
	}
	return names.add(name, folder)
}

// block is the unit of a tar archive.
const block = 512

// ending says what is wrong with the end of an archive, "" for nothing: it is
// two empty blocks, and nothing but empty ones behind.
func ending(plain []byte, from, to int) string {
	switch {
	case to-from != 2*block:
		return "it ends too early"
	case !empty(plain[to:]):
		return "something follows its end"
	}
	return ""
}

func empty(b []byte) bool { return len(bytes.Trim(b, "\x00")) == 0 }

// nameAt is what a header calls its member, for complaints about the header.
func nameAt(plain []byte, at int) string {
	if at+100 > len(plain) {
		return ""
	}
	name, _, _ := bytes.Cut(plain[at:at+100], []byte{0})
	return string(name)
}
