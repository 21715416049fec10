package refresh

import (
	"context"
	"errors"
	"fmt"
)

// part is one list of one cloud in one region: what is read, kept and read
// again as a whole.
type part struct {
	cloud   string
	list    *list
	region  string // "" where the list holds all of them
	version string // AWS: where its file lies
	index   string // AWS: where the regions' files are named
}

func (p part) String() string {
	if p.region == "" {
		return p.list.name
	}
	return p.list.name + " of " + p.region
}

// reader reads the lists of one cloud.
type reader interface {
	// parts are what there is to read, and notes on what is not.
	parts(context.Context) ([]part, []string, error)
	// read reads one of them into the collector that it asks for. errChanged says
	// that the list changed meanwhile.
	read(ctx context.Context, p part, into func() *collector, count func(int64)) ([]fact, map[string]*Service, error)
	// again finds where a part lies now; "" where that has not changed.
	again(ctx context.Context, p part) (string, error)
}

// readTwice reads a part, and once more where it changed on the way.
func readTwice(ctx context.Context, r reader, p part, into func() *collector, count func(int64)) ([]fact, map[string]*Service, error) {
	facts, stats, err := r.read(ctx, p, into, count)
	if errors.Is(err, errChanged) {
		var now string
		if now, err = r.again(ctx, p); err == nil {
			if now != "" {
				p.version = now
			}
			facts, stats, err = r.read(ctx, p, into, count)
		}
		if errors.Is(err, errChanged) {
			err = errors.New("the list changed twice while it was read")
		}
	}
	if err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", p, err)
	}
	return facts, stats, nil
}
