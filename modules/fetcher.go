package modules

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Options say where and with what to fetch. The zero value takes all of it from
// the machine.
type Options struct {
	// Cache is the folder to keep packages in; "" for the user's own.
	Cache string
	// Environ is the environment, NAME=VALUE; nil for that of the process.
	Environ []string
	// Transport sends the requests; nil for one of the machine's own settings.
	Transport http.RoundTripper
}

// Fetcher fetches modules, each once however often it is asked for. It may be
// used by several goroutines.
type Fetcher struct {
	cache  cache
	env    environment
	web    web
	limits limits
	room   chan struct{}

	mu       sync.Mutex
	asked    map[request]*answer
	services map[string]*discovery
	logins   map[string]logins // by tool
}

type request struct{ source, version, tool string }

type answer struct {
	done    chan struct{}
	pack    Package
	problem error
}

// Package is where a module is that was fetched.
type Package struct {
	Name string // what to call it: "terraform-aws-modules/vpc/aws@5.1.0", a slash path
	Dir  string // of the package on this machine
	Sub  string // slash path of the module in it, "." for the package itself
	// Revision is the commit of a git repository; "" for what comes from elsewhere.
	Revision string
}

// limits bound what is taken in.
type limits struct {
	download int64         // bytes over the network
	bytes    int64         // unpacked
	files    int           // files, folders and links
	depth    int           // folders inside each other
	ratio    int64         // unpacked to packed, from slack bytes on
	slack    int64         // bytes
	reply    time.Duration // until a server answers
	whole    time.Duration // until a package is there
}

func sane() limits {
	return limits{
		download: 256 << 20, bytes: 1 << 30, files: 100_000, depth: 64, ratio: 100, slack: 32 << 20,
		reply: 30 * time.Second, whole: 5 * time.Minute,
	}
}

// atOnce is how many packages are fetched at the same time.
const atOnce = 4

// New prepares to fetch. Nothing is opened, read or written before the first
// module is asked for.
func New(opt Options) *Fetcher {
	if opt.Environ == nil {
		opt.Environ = os.Environ()
	}
	f := &Fetcher{
		env: environment(opt.Environ), limits: sane(), room: make(chan struct{}, atOnce),
		asked: map[request]*answer{}, services: map[string]*discovery{}, logins: map[string]logins{},
	}
	f.cache.dir = opt.Cache
	if f.cache.dir == "" {
		if dir, err := os.UserCacheDir(); err == nil {
			f.cache.dir = filepath.Join(dir, "iaclint", "modules")
		}
	}
	f.web = newWeb(opt.Transport, &f.limits)
	return f
}

// Fetch is the package that a source and a version constraint, "" for none,
// lead to. The tool, "terraform" or "tofu", decides which registry is meant
// where none is named. The text of an error goes on behind "is not loaded:" and
// says what to do next.
func (f *Fetcher) Fetch(ctx context.Context, source, version, tool string) (Package, error) {
	key := request{source, version, tool}
	f.mu.Lock()
	a, known := f.asked[key]
	if !known {
		a = &answer{done: make(chan struct{})}
		f.asked[key] = a
	}
	f.mu.Unlock()
	if known {
		select {
		case <-a.done:
			return a.pack, a.problem
		case <-ctx.Done():
			return Package{}, ctx.Err()
		}
	}
	defer close(a.done)
	select {
	case f.room <- struct{}{}:
		defer func() { <-f.room }()
		a.pack, a.problem = f.fetch(ctx, key)
	case <-ctx.Done():
		a.problem = ctx.Err()
	}
	return a.pack, a.problem
}

func (f *Fetcher) fetch(ctx context.Context, r request) (Package, error) {
	limited, cancel := context.WithTimeout(ctx, f.limits.whole)
	defer cancel()
	pack, err := f.find(limited, r)
	if err != nil && limited.Err() != nil && ctx.Err() == nil {
		err = problemf("it took longer than %s: try again, or run init", f.limits.whole)
	}
	return pack, err
}

func (f *Fetcher) find(ctx context.Context, r request) (Package, error) {
	if r.tool != "tofu" {
		r.tool = "terraform"
	}
	if m, ok := registryModule(r.source, r.tool); ok {
		return f.fromRegistry(ctx, m, r)
	}
	at, err := parseAddress(r.source)
	if err != nil {
		return Package{}, err
	}
	if r.version != "" {
		return Package{}, problemf("only modules of a registry have a version: take the argument away, or name the version in the source, as in ?ref=v1.2.0")
	}
	if at.git {
		return f.fromGit(ctx, at)
	}
	return f.fromWeb(ctx, at)
}

// Broken is why nothing can be kept, when that is so and something should have
// been: no module at all can be fetched then.
func (f *Fetcher) Broken() error { return f.cache.broken() }
