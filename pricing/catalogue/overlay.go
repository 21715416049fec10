package catalogue

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// OverlayFile is the name of the list of an overlay's files, which lies in its
// folder.
const OverlayFile = "overlay.json"

// overlayFormat is the number to raise when older readers can no longer read an
// overlay.
const overlayFormat = "1"

// OverlayInfo says what an overlay is. The zero value is none.
type OverlayInfo struct {
	Day    string // YYYY-MM-DD on which the last of it was read
	Prices int    // each with all its tiers
	Inside string // date of the newest price below it
}

// OverlayList is overlay.json: what lies in an overlay, and how it can be told
// that it does.
type OverlayList struct {
	Format string        `json:"format"`
	Day    string        `json:"day"`
	Prices int           `json:"prices"`
	Parts  []OverlayPart `json:"parts"` // sorted by cloud, service and region
	Files  []OverlayMade `json:"files"` // sorted by name
	Sum    string        `json:"sum"`   // of all the above
}

// OverlayPart is one service of one cloud in one region, read whole.
type OverlayPart struct {
	Cloud   string `json:"cloud"`
	Service string `json:"service"`
	Region  string `json:"region"`
	Day     string `json:"day"` // on which it was read
	Prices  int    `json:"prices"`
}

// OverlayMade is one file of an overlay.
type OverlayMade struct {
	Name   string `json:"name"` // below the folder, with slashes
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// digest is the sum of the list without its sum.
func (l OverlayList) digest() string {
	l.Sum = ""
	text, err := json.Marshal(l)
	if err != nil {
		panic(err) // strings and numbers
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// SealOverlay writes the list of an overlay's files into its folder, which
// makes it one. Parts and Day are the caller's; Format, Prices, Files and Sum
// are filled in here.
func SealOverlay(dir string, l OverlayList, names []string) error {
	l.Format, l.Prices, l.Files = overlayFormat, 0, nil
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		l.Files = append(l.Files, made(name, text))
	}
	slices.SortFunc(l.Files, func(a, b OverlayMade) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortFunc(l.Parts, func(a, b OverlayPart) int {
		return cmp.Or(cmp.Compare(a.Cloud, b.Cloud), cmp.Compare(a.Service, b.Service), cmp.Compare(a.Region, b.Region))
	})
	for _, p := range l.Parts {
		l.Prices += p.Prices
	}
	l.Sum = l.digest()
	text, err := json.MarshalIndent(l, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, OverlayFile), append(text, '\n'), 0o644)
}

func made(name string, text []byte) OverlayMade {
	sum := sha256.Sum256(text)
	return OverlayMade{Name: name, Bytes: int64(len(text)), SHA256: hex.EncodeToString(sum[:])}
}

// ReadOverlayList reads overlay.json. The error is fs.ErrNotExist where there
// is none.
func ReadOverlayList(fsys fs.FS) (*OverlayList, error) {
	text, err := fs.ReadFile(fsys, OverlayFile)
	if err != nil {
		return nil, err
	}
	var l OverlayList
	if err := json.Unmarshal(text, &l); err != nil {
		return nil, fmt.Errorf("%s is cut or changed: %w", OverlayFile, err)
	}
	if l.Format != overlayFormat {
		return nil, fmt.Errorf("%s is of format %q, and this iaclint reads %q", OverlayFile, l.Format, overlayFormat)
	}
	if l.Sum != l.digest() {
		return nil, fmt.Errorf("%s is not as it was written", OverlayFile)
	}
	return &l, nil
}

// check holds every file to the list, on all processors. The first by name that
// is not as it was written is the error.
func (l *OverlayList) check(fsys fs.FS) error {
	slips := make([]error, len(l.Files))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(l.Files)) {
		wg.Go(func() {
			buf := make([]byte, 128<<10)
			for i := int(next.Add(1)) - 1; i < len(l.Files); i = int(next.Add(1)) - 1 {
				slips[i] = l.Files[i].check(fsys, buf)
			}
		})
	}
	wg.Wait()
	for _, err := range slips {
		if err != nil {
			return err
		}
	}
	return nil
}

func (m OverlayMade) check(fsys fs.FS, buf []byte) error {
	f, err := fsys.Open(m.Name)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is missing", m.Name)
	}
	if err != nil {
		return err
	}
	defer f.Close()
	digest := sha256.New()
	n, err := io.CopyBuffer(digest, struct{ io.Reader }{f}, buf)
	if err != nil {
		return err
	}
	if n != m.Bytes || hex.EncodeToString(digest.Sum(nil)) != m.SHA256 {
		return fmt.Errorf("%s is not as it was written", m.Name)
	}
	return nil
}

// Overlaid returns the catalogue with the prices of an overlay before its own,
// cell by cell. The overlay's prices lie in fsys as those of data/ do, beside
// their packed form and overlay.json; a file that is not as it was written is
// an error. The error is fs.ErrNotExist where there is no overlay.
func (c *Catalogue) Overlaid(fsys fs.FS) (*Catalogue, error) {
	list, err := ReadOverlayList(fsys)
	if err != nil {
		return nil, err
	}
	out := *c
	out.prices = slices.Clone(c.prices)
	_, inside := c.Dates()
	out.overlay = OverlayInfo{Day: list.Day, Prices: list.Prices, Inside: inside}
	if err := list.check(fsys); err != nil {
		return nil, err
	}
	for _, f := range list.Files {
		cloud, ok := strings.CutSuffix(path.Base(f.Name), ".bin")
		if !ok {
			continue
		}
		packed, err := fs.ReadFile(fsys, f.Name)
		if err != nil {
			return nil, err
		}
		if f != made(f.Name, packed) { // since it was checked
			return nil, fmt.Errorf("%s is not as it was written", f.Name)
		}
		if !bytes.HasPrefix(packed, []byte(magic)) { // by another iaclint
			if packed, err = Pack(fsys, cloud); err != nil {
				return nil, err
			}
		}
		m, err := openMatrix(string(packed))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		out.layOver(cloud, m)
	}
	return &out, nil
}

// WithOverlay returns the catalogue with the overlay in a folder; see Overlaid.
// A refresh may take the folder's name for a new one at any moment.
func (c *Catalogue) WithOverlay(dir string) (*Catalogue, error) {
	for try := 1; ; try++ {
		before, _ := os.Stat(dir)
		out, err := c.Overlaid(os.DirFS(dir))
		if err == nil {
			return out, nil
		}
		if before == nil {
			if old, err := c.Overlaid(os.DirFS(dir + OverlayOld)); err == nil {
				return old, nil
			}
		}
		// Another folder of the same name has taken its place meanwhile, perhaps
		// with the same in it.
		after, _ := os.Stat(dir)
		if moved := before == nil && after != nil || before != nil && (after == nil || !os.SameFile(before, after)); !moved || try == mostSwaps {
			return nil, err
		}
	}
}

// mostSwaps bounds how often a folder is read anew because it was replaced while
// it was read.
const mostSwaps = 20

// OverlayOld is what a folder's name ends with while another takes its place.
const OverlayOld = ".old"

func (c *Catalogue) layOver(cloud string, m *matrix) {
	i, ok := slices.BinarySearchFunc(c.prices, cloud, func(p cloudPrices, name string) int {
		return strings.Compare(p.cloud, name)
	})
	if !ok {
		c.prices = slices.Insert(c.prices, i, cloudPrices{cloud: cloud})
	}
	c.prices[i].layers = append([]*matrix{m}, c.prices[i].layers...)
}

// Overlay says which overlay the catalogue has; false where it has none.
func (c *Catalogue) Overlay() (OverlayInfo, bool) { return c.overlay, c.overlay != OverlayInfo{} }
