package modules

import (
	"context"
	"encoding/json"
	"io"
	"net/url"
	"path"
	"strings"
	"sync"

	version "github.com/hashicorp/go-version"
)

// discovery is where a host has its registry of modules.
type discovery struct {
	once    sync.Once
	base    *url.URL
	login   login // what may be sent there
	problem error
}

const maxAnswer = 16 << 20 // bytes of JSON

// fromRegistry fetches a module of a registry. A version that is named exactly
// and was fetched before needs no network.
func (f *Fetcher) fromRegistry(ctx context.Context, m module, r request) (Package, error) {
	c, err := parseConstraint(r.version)
	if err != nil {
		return Package{}, err
	}
	name := func(v *version.Version) string { return key("registry", m.String(), v.String()) }
	if c.exact != nil {
		if dir, kept, ok := f.cache.have(name(c.exact)); ok {
			return registered(m, dir, kept)
		}
	}
	at, err := f.discover(ctx, m.host, r.tool)
	if err != nil {
		return Package{}, err
	}
	offered, err := f.versions(ctx, at, m)
	if err != nil {
		return Package{}, err
	}
	v, err := c.newest(at.base.Host, offered)
	if err != nil {
		return Package{}, err
	}
	dir, kept, err := f.cache.keep(ctx, name(v), func(dir string) (record, error) {
		from, err := f.download(ctx, at, m, v)
		if err != nil {
			return record{}, err
		}
		sub, err := f.into(ctx, from, dir)
		return record{Source: m.String(), Version: v.String(), Sub: sub}, err
	})
	if err != nil {
		return Package{}, err
	}
	return registered(m, dir, kept)
}

// registered is the package of a module that is there.
func registered(m module, dir string, kept record) (Package, error) {
	return Package{Name: m.spoken + "@" + kept.Version, Dir: dir, Sub: path.Join(kept.Sub, m.sub)}, nil
}

// discover asks a host where its registry of modules is, once.
func (f *Fetcher) discover(ctx context.Context, host, tool string) (*discovery, error) {
	f.mu.Lock()
	d := f.services[host+" "+tool]
	if d == nil {
		d = &discovery{}
		f.services[host+" "+tool] = d
	}
	f.mu.Unlock()
	d.once.Do(func() { d.problem = f.asks(ctx, d, host, f.login(host, tool)) })
	return d, d.problem
}

func (f *Fetcher) asks(ctx context.Context, d *discovery, host string, l login) error {
	first := &url.URL{Scheme: "https", Host: host, Path: "/.well-known/terraform.json"}
	var services map[string]any
	from, err := f.json(ctx, first, l, &services)
	if err != nil {
		return err
	}
	text, ok := services["modules.v1"].(string)
	if !ok {
		return problemf("%s is no registry of modules: check the source", host)
	}
	base, err := from.Parse(text)
	if err != nil || base.Scheme != "https" || base.Host == "" {
		return problemf("%s does not say where its registry is, in a form that iaclint knows: run init", host)
	}
	if !strings.HasSuffix(base.Path, "/") {
		base.Path += "/"
	}
	d.base, d.login = base, l
	if from.Host != host && base.Host != host {
		// Who answered is not whom the token is for.
		d.login.token = ""
	}
	return nil
}

// versions are those of a module that its registry offers.
func (f *Fetcher) versions(ctx context.Context, d *discovery, m module) ([]string, error) {
	var list struct {
		Modules []struct {
			Versions []struct{ Version string }
		}
	}
	if _, err := f.json(ctx, d.of(m, "versions"), d.login, &list); err != nil {
		return nil, err
	}
	var out []string
	for _, mod := range list.Modules {
		for _, v := range mod.Versions {
			out = append(out, v.Version)
		}
	}
	return out, nil
}

// download asks where a version of a module lies.
func (f *Fetcher) download(ctx context.Context, d *discovery, m module, v *version.Version) (location, error) {
	resp, err := f.web.get(ctx, d.of(m, v.Original(), "download"), d.login)
	if err != nil {
		return location{}, err
	}
	defer resp.Body.Close()
	where := resp.Header.Get("X-Terraform-Get")
	if where == "" {
		var said struct{ Location string }
		if src, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer)); err == nil && json.Unmarshal(src, &said) == nil {
			where = said.Location
		}
	}
	if where == "" {
		return location{}, problemf("%s does not say where version %s lies: run init", d.base.Host, v)
	}
	return onward(resp.Request.URL, where)
}

// onward is the address that a server leads on to, which may be relative.
func onward(from *url.URL, where string) (location, error) {
	if strings.HasPrefix(where, "/") || strings.HasPrefix(where, "./") || strings.HasPrefix(where, "../") {
		rest, sub := splitSub(where)
		u, err := from.Parse(rest)
		if err != nil {
			return location{}, problemf("%s leads on to an address that iaclint does not know: run init", from.Host)
		}
		at := location{url: u, sub: sub}
		return at, at.check()
	}
	at, err := parseAddress(where)
	if err != nil {
		return at, problemf("%s leads on to an address that is not fetched: %v", from.Host, err)
	}
	return at, nil
}

// of is an address of the registry.
func (d *discovery) of(m module, more ...string) *url.URL {
	u := *d.base
	u.Path += path.Join(append([]string{m.name}, more...)...)
	return &u
}

// json reads an answer, and says who gave it.
func (f *Fetcher) json(ctx context.Context, u *url.URL, l login, into any) (*url.URL, error) {
	resp, err := f.web.get(ctx, u, l)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	src, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if err != nil {
		return nil, unreachable(u.Host, err)
	}
	if len(src) > maxAnswer || json.Unmarshal(src, into) != nil {
		return nil, problemf("%s answers as no registry does: check the source, or run init", u.Host)
	}
	return resp.Request.URL, nil
}

// into fetches what lies at a place into a folder, past all packages that are
// kept, and returns the folder in it that is meant.
func (f *Fetcher) into(ctx context.Context, at location, dir string) (sub string, err error) {
	if at.git {
		if err := f.clone(ctx, at, "", dir); err != nil {
			return "", err
		}
		return settle(dir, at.sub)
	}
	var git *location
	err = f.cache.alone(ctx, key("web", at.url.String()), func(part string) error {
		got, err := f.archive(ctx, at, part)
		if err != nil {
			return err
		}
		at.sub = got.sub
		if git = got.git; git != nil {
			return nil
		}
		return f.unpack(ctx, got.file, dir)
	})
	if err != nil {
		return "", err
	}
	if git != nil {
		return f.into(ctx, *git, dir)
	}
	return settle(dir, at.sub)
}
