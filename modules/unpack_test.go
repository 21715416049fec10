package modules

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// member is one of an archive.
type member struct {
	name, text string
	link       string // target of a symbolic link
	kind       byte   // of a tar; 0 for what the rest says
}

func asTar(members []member) []byte {
	return packed(func(w *tar.Writer) {
		for _, m := range members {
			h := &tar.Header{Name: m.name, Mode: 0o644, Size: int64(len(m.text)), Typeflag: tar.TypeReg, Linkname: m.link}
			switch {
			case m.kind != 0:
				h.Typeflag = m.kind
			case m.link != "":
				h.Typeflag = tar.TypeSymlink
			case strings.HasSuffix(m.name, "/"):
				h.Typeflag = tar.TypeDir
			}
			w.WriteHeader(h)
			w.Write([]byte(m.text))
		}
	})
}

func asZip(members []member) []byte {
	return zipped(func(w *zip.Writer) {
		for _, m := range members {
			h := &zip.FileHeader{Name: m.name, Method: zip.Deflate}
			h.SetMode(0o644)
			if m.link != "" {
				h.SetMode(fs.ModeSymlink | 0o777)
			}
			if strings.HasSuffix(m.name, "/") {
				h.SetMode(fs.ModeDir | 0o755)
			}
			out, _ := w.CreateHeader(h)
			out.Write([]byte(m.text + m.link))
		}
	})
}

func TestUnpack(t *testing.T) {
	members := []member{{name: "./"}, {name: "a/"}, {name: "a/main.tf", text: "# a"}, {name: "b/c/main.tf", text: "# c"}, {name: "b/link.tf", link: "../a/main.tf"}, {name: "b/dangling", link: "nowhere"}}
	plain, err := gzip.NewReader(bytes.NewReader(asTar(members)))
	if err != nil {
		t.Fatal(err)
	}
	var raw bytes.Buffer
	if _, err := raw.ReadFrom(plain); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"x.tar.gz": asTar(members), "x.zip": asZip(members[1:]), "x.tar": raw.Bytes(), "x": asZip(members[1:])} {
		s := serve(t, map[string]http.HandlerFunc{"/" + name: gives(data)})
		p, err := fetcher(t, "").Fetch(t.Context(), s.URL+"/"+name+"//b", "", "terraform")
		if err != nil || read(t, p, "link.tf") != "# a" || read(t, p, "c/main.tf") != "# c" {
			t.Errorf("%s: %v, %v", name, p, err)
		}
	}
}

// TestHostileArchives is what is refused, and that nothing of it is left.
func TestHostileArchives(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "outside")
	deep := strings.Repeat("d/", 70) + "x"
	var many []member
	for i := range 60 {
		many = append(many, member{name: fmt.Sprint("f", i)})
	}
	bomb := []member{{name: "zeros", text: strings.Repeat("\x00", 4<<20)}}
	for name, test := range map[string]struct {
		members []member
		want    string
	}{
		"climbs":                 {[]member{{name: "../x", text: "x"}}, "leads out of it"},
		"climbs further in":      {[]member{{name: "a/../../x", text: "x"}}, "leads out of it"},
		"is absolute":            {[]member{{name: outside, text: "x"}}, "leads out of it"},
		"has backslashes":        {[]member{{name: `..\x`, text: "x"}}, "leads out of it"},
		"links to outside":       {[]member{{name: "a", link: outside}}, `a link, "a", that leads out of it`},
		"links above":            {[]member{{name: "a", link: "../.."}}, "leads out of it"},
		"writes through a link":  {[]member{{name: "a", link: "b"}, {name: "a/x", text: "x"}}, "cannot be made"},
		"links through links":    {[]member{{name: "d/e/", text: ""}, {name: "d/e/up", link: "../.."}, {name: "out", link: "d/e/up/../.."}}, "leads out of it"},
		"links in a circle":      {[]member{{name: "a", link: "b"}, {name: "b", link: "a"}}, "leads out of it"},
		"says a name twice":      {[]member{{name: "a", text: "1"}, {name: "a", text: "2"}}, `"a" twice`},
		"holds a folder as file": {[]member{{name: "a", text: "1"}, {name: "a/b", text: "2"}}, "damaged"},
		"has a long name":        {[]member{{name: strings.Repeat("n", 300), text: "x"}}, "damaged"},
		"is deep":                {[]member{{name: deep, text: "x"}}, "too deep"},
		"has too many files":     {many, "more than is taken in"},
		"is a bomb":              {bomb, "more than is taken in"},
		"holds a hard link":      {[]member{{name: "a", link: "/etc/passwd", kind: tar.TypeLink}}, "neither a file nor a folder"},
		"holds a device":         {[]member{{name: "a", kind: tar.TypeBlock}}, "neither a file nor a folder"},
		"holds a pipe":           {[]member{{name: "a", kind: tar.TypeFifo}}, "neither a file nor a folder"},
		"is too large":           {[]member{{name: "a", text: strings.Repeat("ab cd ", 2<<20)}}, "more than is taken in"},
		"names a control sign":   {[]member{{name: "../\x1b[31m", text: "x"}}, "leads out of it"},
	} {
		for ext, pack := range map[string]func([]member) []byte{".tar.gz": asTar, ".zip": asZip} {
			if ext == ".zip" && test.members[0].kind != 0 {
				continue
			}
			s := serve(t, map[string]http.HandlerFunc{"/x" + ext: gives(pack(test.members))})
			cache := t.TempDir()
			f := fetcher(t, cache)
			f.limits.files, f.limits.ratio, f.limits.slack, f.limits.bytes = 50, 100, 1<<20, 10<<20
			_, err := f.Fetch(t.Context(), s.URL+"/x"+ext, "", "terraform")
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.ContainsRune(err.Error(), '\x1b') || f.Broken() != nil {
				t.Errorf("%s that %s: %v, %v", ext, name, err, f.Broken())
			}
			if entries, _ := filepath.Glob(filepath.Join(cache, "*", "*")); entries != nil || leftovers(t, cache) != nil {
				t.Errorf("%s that %s leaves %v", ext, name, entries)
			}
		}
	}
	if _, err := os.Lstat(outside); err == nil {
		t.Error("something was written outside")
	}
}

// TestDownloads is what bounds them, and what a server may lead on to.
func TestDownloads(t *testing.T) {
	good := tarGz(map[string]string{"main.tf": "# good", "sub/main.tf": "# sub"})
	pages := map[string]http.HandlerFunc{
		"/good.tar.gz": gives(good),
		"/header":      leadsTo("good.tar.gz//sub"),
		"/relative":    leadsTo("./good.tar.gz"),
		"/loop":        leadsTo("/loop"),
		"/file":        leadsTo("file:///etc"),
		"/page": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, `<!doctype html><html><head><meta charset=utf-8><link rel=x><meta name="terraform-get" content="/good.tar.gz"></head><body>&nbsp;</body></html>`)
		},
		"/empty": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, `<html><body><meta name="terraform-get" content="/good.tar.gz"></body></html>`)
		},
		"/cut.tar.gz": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100000")
			w.Write(good[:50])
		},
		"/large.tar.gz": gives(bytes.Repeat([]byte("x"), 3<<20)),
		"/http": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.1:1/good.tar.gz", http.StatusFound)
		},
	}
	s := serve(t, pages)
	sum := "bc0f7e0a8a0f8d6d2f4f1d3c3c6d7d3a0a3e4a4a1f7a3c0e5b6a7b8c9d0e1f20"
	for source, want := range map[string]string{
		"/good.tar.gz":                        "# good",
		"/good.tar.gz//sub":                   "# sub",
		"/page":                               "# good",
		"/page//sub":                          "# sub",
		"/relative//sub":                      "# sub",
		"/header":                             "! leads on to an address",
		"/loop":                               "! leads on and on",
		"/file":                               "! does not fetch from file://",
		"/empty":                              "! answers with a page and no archive",
		"/cut.tar.gz":                         "! breaks off",
		"/large.tar.gz":                       "! more than 2 MB",
		"/http":                               "! redirects from https to http",
		"/none.zip":                           "! has no such module (404)",
		"/good.tar.gz?checksum=sha256:" + sum: "! is not the one that the checksum was made of",
		"/good.tar.gz?checksum=md5:aa":        "! checksum of kind md5 is not known",
	} {
		f := fetcher(t, "")
		f.limits.download = 2 << 20
		f.limits.reply = 10 * time.Second
		p, err := f.Fetch(t.Context(), s.URL+source, "", "terraform")
		if reason, ok := strings.CutPrefix(want, "! "); ok {
			if err == nil || !strings.Contains(err.Error(), reason) || f.Broken() != nil {
				t.Errorf("%s: %v, %v", source, err, f.Broken())
			}
		} else if err != nil || read(t, p, "main.tf") != want {
			t.Errorf("%s: %v, %v", source, p, err)
		}
	}
}
