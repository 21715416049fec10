package tree

import (
	"encoding/json"
	"path"
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

// Child is the folder of a module that is called, as Module takes it; when it
// is not there, why says so. The path names the calls from the root module on:
// "net.subnets". Local sources are looked up beside the parent, all others in
// what init has installed for the root module.
func (l *Loader) Child(parent *Module, call *Call, path string) (dir string, why string) {
	l.mu.Lock()
	if !strings.Contains(path, ".") || l.main == "" {
		l.main = parent.Dir
	}
	main := l.main
	l.mu.Unlock()
	if call.Source == "" {
		return "", "its source is not a plain text"
	}
	if isLocal(call.Source) {
		return l.beside(parent.Dir, call.Source)
	}
	found, ok := l.installed(main)[path]
	switch {
	case !ok:
		return "", absent
	case found.Version != "" && found.Source != call.Source && !strings.HasSuffix(found.Source, "/"+call.Source):
		// Only of the registry are sources written as in the call.
		return "", "its source was another when init was run: " + absent
	}
	return l.beside(main, found.Dir)
}

// isLocal is whether a source names a folder.
func isLocal(source string) bool {
	source = strings.ReplaceAll(source, `\`, "/")
	return source == "." || source == ".." || strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../")
}

// beside is a folder named relative to another.
func (l *Loader) beside(dir, name string) (string, string) {
	name = strings.ReplaceAll(name, `\`, "/")
	if path.IsAbs(name) {
		return "", outside
	}
	return l.real(path.Join(dir, name))
}

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
