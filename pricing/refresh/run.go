package refresh

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// readAll reads every part that is not kept from an earlier run. The first
// error ends the work.
func (r *run) readAll(ctx context.Context, parts []part) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(atOnce, len(parts)) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(parts) {
					return
				}
				if err := r.one(ctx, parts, i, true); err != nil {
					cancel(err)
				}
			}
		})
	}
	wg.Wait()
	return context.Cause(ctx)
}

// one reads a part, or takes it from an earlier run.
func (r *run) one(ctx context.Context, parts []part, i int, earlier bool) (err error) {
	p := parts[i]
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("internal error at %s: %v. This is a bug of iaclint; please report it", p, v)
		}
	}()
	if c := r.kept.have(p); c != nil && earlier {
		r.mu.Lock()
		r.sum.Resumed++
		r.mu.Unlock()
		r.finish(i, p, c)
		return nil
	}
	into := func() *collector { return newCollector(p.cloud, r.opt.Facts, r.opt.Day) }
	facts, stats, err := readTwice(ctx, r.readers[p.cloud], p, into, func(n int64) { r.progress(p, n) })
	if err != nil {
		return err
	}
	c, err := r.kept.keep(p, facts, stats)
	if err != nil {
		return fmt.Errorf("keeping %s: %w", p, err)
	}
	r.finish(i, p, c)
	return nil
}

func (r *run) finish(i int, p part, c *checkpoint) {
	r.mu.Lock()
	if r.done[i] == nil {
		r.ready++
	}
	r.done[i] = c
	r.mu.Unlock()
	r.progress(p, 0)
}

func (r *run) progress(p part, bytes int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.bytes += bytes
	if r.opt.Progress != nil {
		r.opt.Progress(Progress{Done: r.ready, Total: len(r.done), Bytes: r.bytes, Part: p.String()})
	}
}

// settle reads once more what got a new version while the rest was read, and
// puts everything into the overlay.
func (r *run) settle(ctx context.Context, parts []part) error {
	now := map[string]map[string]string{} // regions by index
	for i, p := range parts {
		a, ok := r.readers[p.cloud].(*amazon)
		if !ok || p.index == "" {
			continue
		}
		if now[p.index] == nil {
			regions, err := a.regions(ctx, p.index, "")
			if err != nil {
				return fmt.Errorf("the regions of %s: %w", p.list.name, err)
			}
			now[p.index] = regions
		}
		if version := now[p.index][p.region]; version != "" && version != p.version {
			parts[i].version = version
			if err := r.one(ctx, parts, i, false); err != nil {
				return err
			}
		}
	}
	for _, c := range r.done {
		r.over.take(c)
		for _, s := range c.Stats {
			at := [2]string{s.Cloud, s.Service}
			if r.stats[at] == nil {
				r.stats[at] = &Service{Cloud: s.Cloud, Service: s.Service}
			}
			r.stats[at].merge(*s)
		}
	}
	return nil
}

// wasRead is whether this run read what the lists have of a service in a
// region.
func (r *run) wasRead(cloud, service, region string) bool {
	if !slices.Contains(r.services[cloud], service) {
		return false
	}
	if s := r.stats[[2]string{cloud, service}]; s != nil && slices.Contains(s.Regions, region) {
		return true
	}
	return len(r.opt.Regions) == 0 || slices.Contains(r.opt.Regions, region)
}

func (r *run) summary() *Summary {
	for _, s := range r.stats {
		r.sum.Services = append(r.sum.Services, *s)
	}
	for _, cloud := range Clouds() {
		var none []string
		for _, name := range r.services[cloud] {
			if s := r.stats[[2]string{cloud, name}]; s == nil || s.Prices == 0 {
				none = append(none, name)
			}
		}
		if none != nil {
			r.sum.Notes = append(r.sum.Notes, fmt.Sprintf("%s: no price was found for %s, which stay as they are", cloud, strings.Join(none, ", ")))
		}
	}
	slices.SortFunc(r.sum.Services, func(a, b Service) int {
		return cmp.Or(cmp.Compare(a.Cloud, b.Cloud), cmp.Compare(a.Service, b.Service))
	})
	return r.sum
}
