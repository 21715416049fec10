package modules

import (
	"context"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"hash"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// maxHops is how often servers may lead on to another address.
const maxHops = 5

// got is an archive that was downloaded, or the git repository that a server
// led on to.
type got struct {
	file string
	sum  string // SHA-256
	sub  string // folder of the module in it
	git  *location
}

// fromWeb fetches an archive. Nothing but its content tells one from another,
// so it is downloaded each time, unless a checksum is given.
func (f *Fetcher) fromWeb(ctx context.Context, at location) (Package, error) {
	of := func(sum, sub, dir string) (Package, error) {
		sub, err := settle(dir, sub)
		return Package{Name: named(at.url) + "@" + sum[:12], Dir: dir, Sub: sub}, err
	}
	if sum, ok := strings.CutPrefix(at.checksum, "sha256:"); ok && len(sum) == 64 {
		if dir, r, ok := f.cache.have(key("archive", strings.ToLower(sum))); ok && r.Version == strings.ToLower(sum) {
			return of(r.Version, at.sub, dir)
		}
	}
	var pack Package
	var git *location
	err := f.cache.alone(ctx, key("web", at.url.String()), func(part string) error {
		got, err := f.archive(ctx, at, part)
		if err != nil {
			return err
		}
		if git = got.git; git != nil {
			return nil
		}
		dir, _, err := f.cache.keep(ctx, key("archive", got.sum), func(dir string) (record, error) {
			return record{Source: withoutLogin(at.url), Version: got.sum}, f.unpack(ctx, got.file, dir)
		})
		if err != nil {
			return err
		}
		pack, err = of(got.sum, got.sub, dir)
		return err
	})
	if err == nil && git != nil {
		return f.fromGit(ctx, *git)
	}
	return pack, err
}

// archive downloads an archive into a folder, following where servers lead.
func (f *Fetcher) archive(ctx context.Context, at location, part string) (got, error) {
	sub, sum := at.sub, at.checksum
	for range maxHops {
		resp, err := f.web.get(ctx, asked(at.url), login{})
		if err != nil {
			return got{}, err
		}
		next, err := leads(resp)
		if err == nil && next == nil {
			file := filepath.Join(part, "archive")
			digest, err := f.save(resp, file, sum)
			resp.Body.Close()
			return got{file: file, sum: digest, sub: sub}, err
		}
		resp.Body.Close()
		if err != nil {
			return got{}, err
		}
		sub = path.Join(next.sub, sub)
		if next.git {
			next.sub = sub
			return got{git: next}, nil
		}
		if next.checksum != "" {
			sum = next.checksum
		}
		at = *next
	}
	return got{}, problemf("%s leads on and on to other addresses: check the source", at.url.Host)
}

// asked is the address to ask: one that does not name an archive is told that
// Terraform's way of being led on is known.
func asked(u *url.URL) *url.URL {
	for _, ext := range []string{".zip", ".tar", ".tgz", ".tbz2", ".tar.gz", ".tar.bz2"} {
		if strings.HasSuffix(u.Path, ext) {
			return u
		}
	}
	out := *u
	if out.RawQuery != "" {
		out.RawQuery += "&"
	}
	out.RawQuery += "terraform-get=1"
	return &out
}

// leads is where an answer leads on to, nil for an archive.
func leads(resp *http.Response) (*location, error) {
	where := resp.Header.Get("X-Terraform-Get")
	if where == "" && strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") {
		if where = meta(io.LimitReader(resp.Body, 1<<20)); where == "" {
			return nil, problemf("%s answers with a page and no archive: check the source", resp.Request.URL.Host)
		}
	}
	if where == "" {
		return nil, nil
	}
	at, err := onward(resp.Request.URL, where)
	return &at, err
}

// meta is the content of <meta name="terraform-get"> in the head of a page.
func meta(page io.Reader) string {
	d := xml.NewDecoder(page)
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		t, err := d.RawToken()
		if err != nil {
			return ""
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		if strings.EqualFold(e.Name.Local, "body") {
			return ""
		}
		var name, content string
		for _, a := range e.Attr {
			switch strings.ToLower(a.Name.Local) {
			case "name":
				name = a.Value
			case "content":
				content = a.Value
			}
		}
		if strings.EqualFold(e.Name.Local, "meta") && name == "terraform-get" {
			return content
		}
	}
}

// save writes an answer to a file and returns its SHA-256.
func (f *Fetcher) save(resp *http.Response, name, checksum string) (string, error) {
	out, err := os.Create(name)
	if err != nil {
		return "", f.cache.fail(err)
	}
	defer out.Close()
	own, want := sha256.New(), hash.Hash(nil)
	kind, digest, _ := strings.Cut(checksum, ":")
	switch kind {
	case "":
	case "sha256":
		want = sha256.New()
	case "sha512":
		want = sha512.New()
	default:
		return "", problemf("a checksum of kind %s is not known here: write sha256:… or sha512:…", plain(kind))
	}
	to := io.MultiWriter(out, own)
	if want != nil {
		to = io.MultiWriter(to, want)
	}
	host := resp.Request.URL.Host
	n, err := io.Copy(to, io.LimitReader(resp.Body, f.limits.download+1))
	var disk *fs.PathError
	switch {
	case n > f.limits.download:
		return "", problemf("the archive has more than %d MB, the most that is fetched: run init", f.limits.download>>20)
	case errors.As(err, &disk):
		return "", f.cache.fail(err)
	case err != nil:
		return "", problemf("the archive from %s breaks off: try again, or run init", host)
	case want != nil && !strings.EqualFold(hex.EncodeToString(want.Sum(nil)), digest):
		return "", problemf("the archive from %s is not the one that the checksum was made of: check both", host)
	}
	return hex.EncodeToString(own.Sum(nil)), f.cache.fail(out.Close())
}

// settle is the folder of a package that an address means, which may stand for
// the only one there, as "*".
func settle(dir, sub string) (string, error) {
	if sub == "" {
		sub = "."
	}
	if !strings.Contains(sub, "*") {
		return sub, nil
	}
	found, err := fs.Glob(os.DirFS(dir), sub)
	if err != nil || len(found) != 1 {
		return "", problemf("%s is not one folder of the package: check the source", plain(sub))
	}
	return found[0], nil
}

// named is what to call the package at an address.
func named(u *url.URL) string { return tidy(u.Host + strings.TrimSuffix(u.Path, ".git")) }

// tidy makes a slash path of a text, one that stays where it is put.
func tidy(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < 0x80 && (r == '-' || r == '.' || r == '_' || r == '/' || r == '@' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
			return r
		}
		return '_'
	}, text)
	return strings.TrimPrefix(path.Clean("/"+text), "/")
}
