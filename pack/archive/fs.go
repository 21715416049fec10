package archive

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// FS is the files as a file system. What lies in each folder is known when it is
// made: to walk a large pack takes no longer for each file than a small one.
func (f Files) FS() fs.FS {
	t := inMemory{files: f, folders: map[string][]fs.DirEntry{".": nil}}
	for name, data := range f {
		t.enter(name, entry{name: path.Base(name), size: int64(len(data))})
	}
	for _, list := range t.folders {
		slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return t
}

type inMemory struct {
	files   Files
	folders map[string][]fs.DirEntry
}

// enter puts an entry into its folder, and that into the one above.
func (t inMemory) enter(name string, e entry) {
	dir := path.Dir(name)
	_, known := t.folders[dir]
	t.folders[dir] = append(t.folders[dir], e)
	if !known {
		t.enter(dir, entry{name: path.Base(dir), dir: true})
	}
}

// ReadDir implements fs.ReadDirFS.
func (t inMemory) ReadDir(name string) ([]fs.DirEntry, error) {
	list, ok := t.folders[name]
	if !ok {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return slices.Clone(list), nil
}

// ReadFile implements fs.ReadFileFS.
func (t inMemory) ReadFile(name string) ([]byte, error) {
	data, ok := t.files[name]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return bytes.Clone(data), nil
}

// Open implements fs.FS.
func (t inMemory) Open(name string) (fs.File, error) {
	if data, ok := t.files[name]; ok {
		return &open{Reader: bytes.NewReader(data), entry: entry{name: path.Base(name), size: int64(len(data))}}, nil
	}
	list, ok := t.folders[name]
	switch {
	case !fs.ValidPath(name):
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	case !ok:
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &folder{entry: entry{name: path.Base(name), dir: true}, path: name, left: list}, nil
}

// entry is a file or a folder as a list of a folder has it, and what is known of
// it: files are for reading, of no time.
type entry struct {
	name string
	size int64
	dir  bool
}

func (e entry) Name() string               { return e.name }
func (e entry) IsDir() bool                { return e.dir }
func (e entry) Type() fs.FileMode          { return e.Mode().Type() }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }
func (e entry) Size() int64                { return e.size }
func (e entry) ModTime() time.Time         { return time.Time{} }
func (e entry) Sys() any                   { return nil }

func (e entry) Mode() fs.FileMode {
	if e.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

type open struct {
	*bytes.Reader
	entry
}

// Size is told apart from that of the reader, which is the same.
func (f *open) Size() int64                { return f.entry.size }
func (f *open) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *open) Close() error               { return nil }

type folder struct {
	entry
	path string
	left []fs.DirEntry
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *folder) Close() error               { return nil }

func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.path, Err: errors.New("is a directory")}
}

// ReadDir implements fs.ReadDirFile.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(f.left) {
		if n > 0 && len(f.left) == 0 {
			return nil, io.EOF
		}
		n = len(f.left)
	}
	list := slices.Clone(f.left[:n])
	f.left = f.left[n:]
	return list, nil
}
