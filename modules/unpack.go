package modules

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// unpacker writes the members of an archive below one folder.
type unpacker struct {
	ctx    context.Context
	base   string
	root   *os.Root
	limits limits
	read   func() int64 // packed bytes so far; nil when nothing is packed
	left   int64
	count  int
	links  []link
}

type link struct{ name, target string }

var errTooMuch = problemf("the archive holds more than is taken in: run init, or check the plan")

func (f *Fetcher) unpacker(ctx context.Context, dir string) (*unpacker, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, f.cache.fail(err)
	}
	base, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, f.cache.fail(err)
	}
	return &unpacker{ctx: ctx, base: base, root: root, limits: f.limits, left: f.limits.bytes}, nil
}

// unpack unpacks a file, whose first bytes say what it is.
func (f *Fetcher) unpack(ctx context.Context, name, dir string) error {
	file, err := os.Open(name)
	if err != nil {
		return f.cache.fail(err)
	}
	defer file.Close()
	u, err := f.unpacker(ctx, dir)
	if err != nil {
		return err
	}
	defer u.root.Close()
	head := make([]byte, 262)
	n, _ := io.ReadFull(file, head)
	head = head[:n]
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return f.cache.fail(err)
	}
	in := &counted{r: file}
	u.read = func() int64 { return in.n }
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")):
		err = u.zip(file)
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		var z *gzip.Reader
		if z, err = gzip.NewReader(in); err == nil {
			err = u.tar(z)
		}
	case bytes.HasPrefix(head, []byte("BZh")):
		err = u.tar(bzip2.NewReader(in))
	case n > 261 && string(head[257:262]) == "ustar":
		err = u.tar(in)
	default:
		return problemf("what comes is no archive that iaclint knows (zip, tar, tar.gz, tar.bz2): check the source, or run init")
	}
	return u.done(f, err)
}

// done puts the links in, and puts an error into words.
func (u *unpacker) done(f *Fetcher, err error) error {
	if err == nil {
		err = u.link()
	}
	var own problem
	switch {
	case err == nil || errors.As(err, &own):
		return err
	case u.ctx.Err() != nil:
		return u.ctx.Err()
	case full(err):
		return f.cache.fail(err)
	}
	return problemf("the archive is damaged: try again, or run init")
}

// full is whether the disk is to blame, and not the names in an archive.
func full(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EROFS) || errors.Is(err, syscall.EDQUOT)
}

// tar unpacks a tar.
func (u *unpacker) tar(in io.Reader) error {
	t := tar.NewReader(in)
	for {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch h.Typeflag {
		case tar.TypeXGlobalHeader:
		case tar.TypeDir:
			err = u.folder(h.Name)
		case tar.TypeReg:
			err = u.file(h.Name, t)
		case tar.TypeSymlink:
			err = u.later(h.Name, h.Linkname)
		default:
			err = problemf("the archive holds %q, which is neither a file nor a folder: it is not unpacked", plain(h.Name))
		}
		if err != nil {
			return err
		}
	}
}

// zip unpacks a zip. Its table of contents is held in memory, so not much of
// it is read.
func (u *unpacker) zip(file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	table := &bounded{r: file, left: 32 << 20}
	z, err := zip.NewReader(table, info.Size())
	if err != nil {
		if table.left < 0 {
			return errTooMuch
		}
		return err
	}
	table.left = 1 << 62
	packed := int64(0)
	u.read = func() int64 { return packed }
	for _, m := range z.File {
		packed += int64(min(m.CompressedSize64, uint64(info.Size())))
		if err := u.member(m); err != nil {
			return err
		}
	}
	return nil
}

func (u *unpacker) member(m *zip.File) error {
	mode := m.Mode()
	if mode.IsDir() {
		return u.folder(m.Name)
	}
	if !mode.IsRegular() && mode&fs.ModeSymlink == 0 {
		return problemf("the archive holds %q, which is neither a file nor a folder: it is not unpacked", plain(m.Name))
	}
	in, err := m.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	if mode.IsRegular() {
		return u.file(m.Name, in)
	}
	target, err := io.ReadAll(io.LimitReader(in, 4097))
	if err != nil {
		return err
	}
	return u.later(m.Name, string(target))
}

// place is the local path of a member.
func (u *unpacker) place(name string) (string, error) {
	if u.count++; u.count > u.limits.files {
		return "", errTooMuch
	}
	if u.count%64 == 0 && u.ctx.Err() != nil {
		return "", u.ctx.Err()
	}
	steps := strings.Split(name, "/")
	at := filepath.FromSlash(path.Clean(name))
	if name == "" || len(name) > 4096 || strings.ContainsAny(name, "\x00\\") || slices.Contains(steps, "..") || !filepath.IsLocal(at) {
		return "", problemf("the archive holds %q, which leads out of it: it is not unpacked", plain(name))
	}
	if strings.Count(path.Clean(name), "/") >= u.limits.depth {
		return "", problemf("the archive holds folders too deep inside each other: run init, or check the plan")
	}
	return at, nil
}

func (u *unpacker) folder(name string) error {
	at, err := u.place(name)
	if err != nil {
		return err
	}
	return u.root.MkdirAll(at, 0o700)
}

// file writes one file. A name that is there already is not written again.
func (u *unpacker) file(name string, in io.Reader) error {
	at, err := u.place(name)
	if err == nil {
		err = u.root.MkdirAll(filepath.Dir(at), 0o700)
	}
	if err != nil {
		return err
	}
	out, err := u.root.OpenFile(at, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return problemf("the archive holds %q twice: it is not unpacked", plain(name))
	}
	if err != nil {
		return err
	}
	defer out.Close()
	if _, err := io.Copy(metered{out, u}, in); err != nil {
		return err
	}
	return out.Close()
}

// later keeps a link until all files are written, so that none is written
// through it.
func (u *unpacker) later(name, target string) error {
	at, err := u.place(name)
	if err != nil {
		return err
	}
	u.links = append(u.links, link{at, target})
	return nil
}

// link makes the links, and looks where they lead.
func (u *unpacker) link() error {
	out := func(l link) error {
		return problemf("the archive holds a link, %q, that leads out of it: it is not unpacked", plain(filepath.ToSlash(l.name)))
	}
	for _, l := range u.links {
		to := filepath.FromSlash(l.target)
		if to == "" || len(to) > 4096 || filepath.IsAbs(to) || strings.HasPrefix(l.target, "/") || !filepath.IsLocal(filepath.Join(filepath.Dir(l.name), to)) {
			return out(l)
		}
		if err := u.root.MkdirAll(filepath.Dir(l.name), 0o700); err != nil {
			return err
		}
		if err := u.root.Symlink(to, l.name); err != nil {
			return problemf("the archive holds a link, %q, that cannot be made: run init", plain(filepath.ToSlash(l.name)))
		}
	}
	for _, l := range u.links {
		real, err := filepath.EvalSymlinks(filepath.Join(u.base, l.name))
		if errors.Is(err, fs.ErrNotExist) {
			continue // leads nowhere
		}
		rel, outside := filepath.Rel(u.base, real)
		if err != nil || outside != nil || !filepath.IsLocal(rel) {
			return out(l)
		}
	}
	return nil
}

// metered is a file that may become only so large.
type metered struct {
	io.Writer
	u *unpacker
}

func (m metered) Write(p []byte) (int, error) {
	u := m.u
	if u.left -= int64(len(p)); u.left < 0 {
		return 0, errTooMuch
	}
	if made := u.limits.bytes - u.left; u.read != nil && made > u.limits.slack && made > u.limits.ratio*u.read() {
		return 0, errTooMuch
	}
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return m.Writer.Write(p)
}

// counted counts what is read.
type counted struct {
	r io.Reader
	n int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// bounded is a file of which only so much may be read.
type bounded struct {
	r    io.ReaderAt
	left int64
}

func (b *bounded) ReadAt(p []byte, off int64) (int, error) {
	if b.left -= int64(len(p)); b.left < 0 {
		return 0, errTooMuch
	}
	return b.r.ReadAt(p, off)
}
