package refresh

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// checkpoints keep the parts that were read whole, until the overlay is made.
type checkpoints struct {
	dir string
	of  string // what they have to agree with: the mapping, the services asked for, the catalogue
	day string
}

// checkpoint is one part that was read.
type checkpoint struct {
	Of, Cloud, List, Region, Version string
	Facts                            []string // lines of a price file
	Stats                            []*Service
}

// expected is the part's checkpoint without what was read. What a list of AWS
// says is of its version, what the others say of the day.
func (c checkpoints) expected(p part) checkpoint {
	out := checkpoint{Of: c.of, Cloud: p.cloud, List: p.list.name, Region: p.region, Version: p.version}
	if out.Version == "" {
		out.Version = c.day
	}
	return out
}

func (c checkpoints) name(p part) string {
	sum := sha256.Sum256([]byte(p.cloud + "\x00" + p.list.name + "\x00" + p.region))
	return filepath.Join(c.dir, hex.EncodeToString(sum[:12])+".json")
}

// have returns a part that was read before; nil where it was not, or not of
// this version, or cannot be read back.
func (c checkpoints) have(p part) *checkpoint {
	text, err := os.ReadFile(c.name(p))
	var in checkpoint
	if err != nil || json.Unmarshal(text, &in) != nil {
		return nil
	}
	want := c.expected(p)
	if in.Of != want.Of || in.Cloud != want.Cloud || in.List != want.List || in.Region != want.Region || in.Version != want.Version {
		return nil
	}
	return &in
}

func (c checkpoints) keep(p part, facts []fact, stats map[string]*Service) (*checkpoint, error) {
	out := c.expected(p)
	for _, f := range facts {
		out.Facts = append(out.Facts, f.lines()...)
	}
	for _, s := range stats {
		out.Stats = append(out.Stats, s)
	}
	slices.SortFunc(out.Stats, func(a, b *Service) int { return strings.Compare(a.Service, b.Service) })
	text, err := json.Marshal(out)
	if err != nil {
		return nil, err
	}
	return &out, writeWhole(c.name(p), text)
}

// lines are the fact as a price file has it: one line for each tier.
func (f fact) lines() []string {
	out := make([]string, len(f.tiers))
	for i, t := range f.tiers {
		out[i] = strings.Join([]string{f.region, f.sku, f.unit, t.USD.String(), t.From.String(), f.date, f.source}, ",")
	}
	return out
}

// writeWhole writes a file under another name first: it is there as a whole or
// not at all.
func writeWhole(name string, text []byte) error {
	f, err := os.Create(name + ".part")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if end := f.Close(); err == nil {
		err = end
	}
	if err == nil {
		err = os.Rename(name+".part", name)
	}
	return err
}

// agreement is the digest of what decides which rows become which keys.
func agreement(facts *catalogue.Catalogue, services []string) (string, error) {
	digest := sha256.New()
	digest.Write([]byte(facts.Version() + "\x00" + strings.Join(services, ",") + "\x00"))
	err := fs.WalkDir(mappings, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := mappings.ReadFile(name)
		digest.Write([]byte(name))
		digest.Write(text)
		return err
	})
	return hex.EncodeToString(digest.Sum(nil)), err
}
