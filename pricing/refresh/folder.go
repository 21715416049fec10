package refresh

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// folder is where an overlay lies. Beside it, in NAME.refresh, lie the parts
// that were read, the next overlay while it is made, and a lock.
type folder struct {
	dir  string
	lock *flock.Flock
}

// openFolder takes the folder for one run, until close. It changes nothing that
// is no overlay.
func openFolder(ctx context.Context, dir string) (*folder, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	f := &folder{dir: abs}
	if err := os.MkdirAll(f.work(""), 0o755); err != nil {
		return nil, err
	}
	f.lock = flock.New(f.work("lock"))
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	if _, err := f.lock.TryLockContext(ctx, 100*time.Millisecond); err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			return nil, Slip{fmt.Errorf("another refresh is at work on %s: wait until it is done", dir)}
		}
		return nil, err
	}
	// A run that ended between two renames left the old one aside.
	if _, err := os.Stat(f.dir); errors.Is(err, fs.ErrNotExist) {
		_ = os.Rename(f.dir+catalogue.OverlayOld, f.dir) // mostly there is none
	}
	err = f.check(dir)
	if err == nil {
		err = os.MkdirAll(f.work("parts"), 0o755) // whoever had the lock has cleared it away
	}
	if err != nil {
		f.close()
		return nil, err
	}
	return f, nil
}

func (f *folder) work(name string) string { return filepath.Join(f.dir+".refresh", name) }

func (f *folder) close() { _ = f.lock.Unlock() }

// check refuses a folder that holds something else than an overlay: it is going
// to be replaced.
func (f *folder) check(dir string) error {
	err := fs.WalkDir(os.DirFS(f.dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		for _, ours := range []string{catalogue.OverlayFile, "*/prices/*.csv", "packed/*.bin"} {
			if ok, _ := path.Match(ours, name); ok {
				return nil
			}
		}
		return foreign(dir, name)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(f.dir, catalogue.OverlayFile)); err != nil {
		if entries, err := os.ReadDir(f.dir); err == nil && len(entries) > 0 {
			return foreign(dir, entries[0].Name())
		}
	}
	return nil
}

// foreign says that a folder holds a file that no refresh made.
func foreign(dir, name string) error {
	return Slip{fmt.Errorf("%s is not an overlay, for it holds %s: name an empty folder or one that does not exist", dir, name)}
}

// fresh returns an empty folder for the next overlay.
func (f *folder) fresh() (string, error) {
	next := f.work("next")
	if err := os.RemoveAll(next); err != nil {
		return "", err
	}
	return next, os.MkdirAll(next, 0o755)
}

// replace gives the next overlay the folder's name, and clears away what led to
// it.
func (f *folder) replace() error {
	old := f.dir + catalogue.OverlayOld
	if err := os.RemoveAll(old); err != nil {
		return err
	}
	moved := os.Rename(f.dir, old)
	if moved != nil && !errors.Is(moved, fs.ErrNotExist) {
		return moved
	}
	if err := os.Rename(f.work("next"), f.dir); err != nil {
		if moved == nil {
			err = errors.Join(err, os.Rename(old, f.dir))
		}
		return err
	}
	return errors.Join(os.RemoveAll(old), os.RemoveAll(f.work("parts")))
}
