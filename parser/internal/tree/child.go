package tree

import (
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// installed is .terraform/modules/modules.json of a root module.
type installed struct {
	once sync.Once
	dirs map[string]entry
}

type entry struct{ Key, Source, Version, Dir string }

const absent = "run init, or check the plan"

// Found is where a module that is called lies.
type Found struct {
	Dir   string // as Module takes it; "" when it is not there
	Why   string // why it is not there
	Note  string // what is doubtful about it, "" for nothing
	Tried bool   // it was to be fetched
}

// Child finds a module that is called. The path names the calls from the root
// module on: "net.subnets". Local sources are looked up beside the parent, all
// others in what init has installed for the root module, and those that are
// not there are fetched where the loader may.
func (l *Loader) Child(parent *Module, call *Call, path string) Found {
	l.mu.Lock()
	if !strings.Contains(path, ".") || l.main == "" {
		l.main = parent.Dir
	}
	main := l.main
	l.mu.Unlock()
	if call.Source == "" {
		return Found{Why: "its source is not a plain text"}
	}
	if isLocal(call.Source) {
		dir, why := l.beside(parent.Dir, call.Source)
		return Found{Dir: dir, Why: why}
	}
	_, mount, _ := l.place(parent.Dir)
	found := Found{Why: absent}
	if in, ok := l.installed(main)[path]; ok && mount == "" {
		found = l.placed(main, in, call)
	}
	if l.Remote == nil || found.Dir != "" && found.Note == "" {
		return found
	}
	dir, why := l.fetched(call)
	return Found{Dir: dir, Why: why, Tried: true}
}

// placed is a module that init has put somewhere.
func (l *Loader) placed(main string, in entry, call *Call) Found {
	if in.Version != "" && in.Source != call.Source && !strings.HasSuffix(in.Source, "/"+call.Source) {
		// Only of the registry are sources written as in the call.
		return Found{Why: "its source was another when init was run: " + absent}
	}
	dir, why := l.beside(main, in.Dir)
	found := Found{Dir: dir, Why: why}
	if dir != "" && in.Version != "" && !fits(in.Version, call.Version) {
		found.Note = fmt.Sprintf("version %s is installed, which %q rules out: run init", in.Version, call.Version)
	}
	return found
}

// isLocal is whether a source names a folder.
func isLocal(source string) bool {
	source = strings.ReplaceAll(source, `\`, "/")
	return source == "." || source == ".." || strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../")
}

// beside is a folder named relative to another. A call is looked up for every
// instance of the module it stands in, and links are followed once.
func (l *Loader) beside(dir, name string) (string, string) {
	name = strings.ReplaceAll(name, `\`, "/")
	_, mount, rest := l.place(dir)
	at := path.Join(rest, name)
	if path.IsAbs(name) {
		return "", outside
	}
	if mount != "" && !filepath.IsLocal(filepath.FromSlash(at)) {
		return "", "it lies outside of the package that calls it"
	}
	at = path.Join(mount, at)
	l.mu.Lock()
	f, ok := l.found[at]
	l.mu.Unlock()
	if !ok {
		f.dir, f.why = l.real(at)
		l.mu.Lock()
		l.found[at] = f
		l.mu.Unlock()
	}
	return f.dir, f.why
}

// lead is where a path leads: a folder below the root, or why to none.
type lead struct{ dir, why string }

// installed reads what init has installed for a root module. Without it, or
// when it is broken, nothing is installed.
func (l *Loader) installed(dir string) map[string]entry {
	l.mu.Lock()
	in := l.index[dir]
	if in == nil {
		in = &installed{}
		l.index[dir] = in
	}
	l.mu.Unlock()
	in.once.Do(func() {
		in.dirs = map[string]entry{}
		src, _, d := l.open(path.Join(dir, ".terraform/modules/modules.json"))
		if d != nil {
			return
		}
		var list struct{ Modules []entry }
		if json.Unmarshal(src, &list) != nil {
			return
		}
		for _, e := range list.Modules {
			in.dirs[e.Key] = e
		}
	})
	return in.dirs
}
