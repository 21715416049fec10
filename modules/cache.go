package modules

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// cache keeps packages in a folder. A package is a folder named by the digest
// of what it is: whoever finds one may read it, because it comes into being by
// a rename. Beside it lie NAME.lock, held while it is made, and NAME.part, which
// whoever holds the lock next clears away.
type cache struct {
	dir string

	mu      sync.Mutex
	problem error
}

// record is module.json of a package.
type record struct {
	Source  string // where it is from, for whoever looks into the folder
	Version string // version, commit or digest
	Sub     string // folder of it that the source leads to
}

// layout is the number to raise when old folders can no longer be read.
const layout = "1"

// key is the name of a package: a digest of what tells it from all others.
func key(parts ...string) string {
	h := sha256.New()
	for _, p := range append([]string{layout}, parts...) {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil))[:40]
}

// have is the folder of a package that is there.
func (c *cache) have(name string) (dir string, r record, ok bool) {
	src, err := os.ReadFile(filepath.Join(c.dir, name, "module.json"))
	if err != nil || json.Unmarshal(src, &r) != nil {
		return "", r, false
	}
	return filepath.Join(c.dir, name, "package"), r, true
}

// keep is the folder of a package, made first where it is not there. Others who
// want it, also in other processes, wait.
func (c *cache) keep(ctx context.Context, name string, fill func(dir string) (record, error)) (dir string, r record, err error) {
	if dir, r, ok := c.have(name); ok {
		return dir, r, nil
	}
	err = c.alone(ctx, name, func(part string) error {
		if _, _, ok := c.have(name); ok {
			return nil // made while we waited
		}
		inner := filepath.Join(part, "package")
		if err := os.Mkdir(inner, 0o700); err != nil {
			return c.fail(err)
		}
		r, err := fill(inner)
		if err != nil {
			return err
		}
		src, err := json.MarshalIndent(r, "", "  ")
		if err == nil {
			err = os.WriteFile(filepath.Join(part, "module.json"), append(src, '\n'), 0o600)
		}
		if err == nil {
			err = os.RemoveAll(filepath.Join(c.dir, name)) // one without module.json is none
		}
		if err == nil {
			err = os.Rename(part, filepath.Join(c.dir, name))
		}
		return c.fail(err)
	})
	if err != nil {
		return "", record{}, err
	}
	dir, r, ok := c.have(name)
	if !ok {
		return "", r, c.fail(errors.New("what was written there cannot be read"))
	}
	return dir, r, nil
}

// alone runs something that needs a folder of its own, one process and one
// goroutine at a time for each name.
func (c *cache) alone(ctx context.Context, name string, do func(part string) error) error {
	if c.dir == "" {
		return c.fail(errors.New("the environment names no home (HOME)"))
	}
	if err := os.MkdirAll(c.dir, 0o700); err != nil {
		return c.fail(err)
	}
	lock := flock.New(filepath.Join(c.dir, name+".lock"))
	if _, err := lock.TryLockContext(ctx, 50*time.Millisecond); err != nil {
		if ctx.Err() != nil {
			return problemf("another run is fetching it and does not come to an end: wait for it, or end it")
		}
		return c.fail(err)
	}
	defer func() { _ = lock.Unlock() }() // it goes with the process in any case
	part := filepath.Join(c.dir, name+".part")
	if err := clear(part); err != nil {
		return c.fail(err)
	}
	if err := os.Mkdir(part, 0o700); err != nil {
		return c.fail(err)
	}
	defer func() { _ = clear(part) }() // the next run clears what is left
	return do(part)
}

// clear takes a folder away, also where an archive made folders in it that may
// not be written to.
func clear(dir string) error { return os.RemoveAll(dir) }

// fail keeps why the folder is of no use; nil stays nil.
func (c *cache) fail(err error) error {
	if err == nil {
		return nil
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.problem == nil {
		c.problem = unkept{dir: c.dir, cause: err}
	}
	return problemf("what is fetched cannot be kept")
}

func (c *cache) broken() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.problem
}

// unkept says that the cache cannot be written to.
type unkept struct {
	dir   string
	cause error
}

func (u unkept) Error() string {
	if u.dir == "" {
		return "modules cannot be downloaded, for there is no folder to keep them in: " + u.cause.Error()
	}
	return fmt.Sprintf("modules cannot be downloaded, for the folder to keep them in, %s, cannot be written to: %v", u.dir, u.cause)
}
