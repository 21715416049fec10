package archive

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestWriteThenRead(t *testing.T) {
	files := Files{
		".manifest":                {},
		"cost/it/rule.rego":        []byte("package iacpack.acme.cost.it\n"),
		"cards/acme/acme_disk.hcl": []byte(strings.Repeat("x", 513)),
		"docs/" + strings.Repeat("a", 90) + "/" + strings.Repeat("b", 90): []byte("long"),
	}
	var a, b bytes.Buffer
	if err := Write(&a, files); err != nil {
		t.Fatal(err)
	}
	if err := Write(&b, maps.Clone(files)); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Fatalf("two archives of the same files differ (%v)", err)
	}
	got, err := Read(&a, Limits{})
	if err != nil || !maps.EqualFunc(got, files, bytes.Equal) {
		t.Fatalf("%v, %v", slices.Sorted(maps.Keys(got)), err)
	}
	if src, err := fs.ReadFile(got.FS(), "cost/it/rule.rego"); err != nil || string(src) != "package iacpack.acme.cost.it\n" {
		t.Errorf("%q, %v", src, err)
	}
	entries, err := fs.ReadDir(got.FS(), "cards")
	if err != nil || len(entries) != 1 || !entries[0].IsDir() {
		t.Errorf("%v, %v", entries, err)
	}
}

// What is compressed depends on the version of Go; what is in it must not
// depend on anything.
func TestBytesOfTheArchive(t *testing.T) {
	var packed bytes.Buffer
	if err := Write(&packed, Files{"b": []byte("two\n"), "a/x": []byte("one\n")}); err != nil {
		t.Fatal(err)
	}
	head := packed.Bytes()[:10]
	if !bytes.Equal(head, []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255}) {
		t.Errorf("the header is % x: it names a time or a file", head)
	}
	z, err := gzip.NewReader(&packed)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(plain)
	if got := hex.EncodeToString(sum[:]); got != "45bcb50efbf02b9897850f6a05c56c9fd3c9433775efefd3a066b71a28f05873" {
		t.Errorf("digest %s", got)
	}
	r := tar.NewReader(bytes.NewReader(plain))
	for _, want := range []string{"a/x", "b"} {
		h, err := r.Next()
		if err != nil || h.Name != want || h.Mode != 0o644 || h.Uid != 0 || h.Gid != 0 || h.Uname != "" || h.ModTime.Unix() != 0 || h.Format != tar.FormatUSTAR {
			t.Errorf("%+v, %v", h, err)
		}
	}
}

// file is a member to be.
func file(name string) tar.Header { return tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o644} }

// archived is what tar and gzip make of members with the same short contents.
func archived(t *testing.T, members ...tar.Header) []byte {
	t.Helper()
	var plain bytes.Buffer
	w := tar.NewWriter(&plain)
	for _, h := range members {
		body := []byte("x")
		if h.Typeflag != tar.TypeReg {
			body = nil
		}
		h.Size = int64(len(body))
		if err := w.WriteHeader(&h); err != nil {
			t.Fatalf("%s: %v", h.Name, err)
		}
		if _, err := w.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return zipped(plain.Bytes())
}

func zipped(plain []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, _ = z.Write(plain)
	_ = z.Close()
	return out.Bytes()
}

func unzipped(t *testing.T, packed []byte) []byte {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

// refusal is why an archive is refused, and the member it names.
func refusal(t *testing.T, packed []byte, limits Limits) (member, why string) {
	t.Helper()
	files, err := Read(bytes.NewReader(packed), limits)
	var e *Error
	if !errors.As(err, &e) || files != nil {
		t.Fatalf("not refused: %v, %v", slices.Sorted(maps.Keys(files)), err)
	}
	return e.Member, e.Why
}

func TestHostileMembers(t *testing.T) {
	pax := func(name string, records map[string]string) tar.Header {
		h := file(name)
		h.Format, h.PAXRecords = tar.FormatPAX, records
		return h
	}
	cases := []struct {
		what, member, want string
		members            []tar.Header
	}{
		{"parent", "../evil", "leads out", []tar.Header{file("../evil")}},
		{"parent inside", "a/../../evil", "leads out", []tar.Header{file("a/../../evil")}},
		{"parent at the end", "a/..", "leads out", []tar.Header{file("a/..")}},
		{"absolute", "/etc/passwd", "absolute", []tar.Header{file("/etc/passwd")}},
		{"backslash", `..\evil`, "backslash", []tar.Header{file(`..\evil`)}},
		{"drive letter", "C:evil", "drive letter", []tar.Header{file("C:evil")}},
		{"stream of NTFS", "rule.rego:evil", "character :", []tar.Header{file("rule.rego:evil")}},
		{"this folder", "./a", "not written plainly", []tar.Header{file("./a")}},
		{"empty part", "a//b", "not written plainly", []tar.Header{file("a//b")}},
		{"trailing dot", "a.", "ends with a dot", []tar.Header{file("a.")}},
		{"trailing blank", "a ", "blank", []tar.Header{file("a ")}},
		{"device of Windows", "x/aux.rego", "aux.rego is the name of a device", []tar.Header{file("x/aux.rego")}},
		{"port of Windows", "COM1", "name of a device", []tar.Header{file("COM1")}},
		{"control character", "a\x1b[2Jb", "0x1b", []tar.Header{file("a\x1b[2Jb")}},
		{"newline", "a\nb", "0x0a", []tar.Header{file("a\nb")}},
		{"symbolic link", "a", "it is a link", []tar.Header{{Typeflag: tar.TypeSymlink, Name: "a", Linkname: "/etc/passwd"}}},
		{"hard link", "b", "it is a link", []tar.Header{file("a"), {Typeflag: tar.TypeLink, Name: "b", Linkname: "a"}}},
		{"character device", "a", "neither a file nor a folder", []tar.Header{{Typeflag: tar.TypeChar, Name: "a"}}},
		{"block device", "a", "neither a file nor a folder", []tar.Header{{Typeflag: tar.TypeBlock, Name: "a"}}},
		{"fifo", "a", "neither a file nor a folder", []tar.Header{{Typeflag: tar.TypeFifo, Name: "a"}}},
		{"twice", "a", "there twice", []tar.Header{file("a"), file("b"), file("a")}},
		{"folder twice", "a/", "there twice", []tar.Header{{Typeflag: tar.TypeDir, Name: "a/"}, {Typeflag: tar.TypeDir, Name: "a/"}}},
		{"case of letters", "RULE.rego", "only in the case", []tar.Header{file("rule.rego"), file("RULE.rego")}},
		{"case of folders", "A/y", "only in the case", []tar.Header{file("a/x"), file("A/y")}},
		{"file as folder", "a/b", "a file and a folder", []tar.Header{file("a"), file("a/b")}},
		{"folder as file", "a", "a file and a folder", []tar.Header{file("a/b"), file("a")}},
		{"composed letters", "caf\u00e9", "PAX", []tar.Header{file("caf\u00e9")}},
		{"letters from right to left", "a\u202egoer", "PAX", []tar.Header{file("a\u202egoer")}},
		{"PAX path", "b", "PAX", []tar.Header{pax("b", map[string]string{"IACLINT.x": "1"})}},
		{"PAX comment", "b", "PAX", []tar.Header{pax("b", map[string]string{"comment": "x"})}},
		{"global PAX header", "pax_global_header", "PAX", []tar.Header{{Typeflag: tar.TypeXGlobalHeader, Name: "pax_global_header", PAXRecords: map[string]string{"comment": "x"}}}},
		{"GNU long name", strings.Repeat("n", 300), "GNU", []tar.Header{{Typeflag: tar.TypeReg, Name: strings.Repeat("n", 300), Format: tar.FormatGNU}}},
		{"too deep", strings.Repeat("d/", 20) + "f", "folders deep", []tar.Header{file(strings.Repeat("d/", 20) + "f")}},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			member, why := refusal(t, archived(t, c.members...), Limits{})
			if member != c.member || !strings.Contains(why, c.want) {
				t.Errorf("member %q: %s; want %q: %s", member, why, c.member, c.want)
			}
		})
	}
}

// patched is an archive of one file whose header was changed by hand, with a
// right checksum.
func patched(t *testing.T, change func(header []byte)) []byte {
	t.Helper()
	plain := unzipped(t, archived(t, file("a")))
	h := plain[:block]
	change(h)
	copy(h[148:156], "        ")
	sum := 0
	for _, c := range h {
		sum += int(c)
	}
	copy(h[148:156], fmt.Sprintf("%06o\x00 ", sum))
	return zipped(plain)
}

func TestHostileHeaders(t *testing.T) {
	cases := []struct {
		what, want string
		change     func(h []byte)
	}{
		{"sparse file of GNU tar", "", func(h []byte) { h[156] = 'S'; copy(h[257:265], "ustar  \x00") }},
		{"contiguous file", "neither a file", func(h []byte) { h[156] = '7' }},
		{"unknown type", "neither a file", func(h []byte) { h[156] = 'Z' }},
		{"folder with contents", "folder with contents", func(h []byte) { h[156] = '5' }},
		{"old tar", "not written as POSIX ustar", func(h []byte) { clear(h[257:265]) }},
		{"size in base 256", "", func(h []byte) { h[124] = 0x80; clear(h[125:135]); h[135] = 1 }},
		{"size below zero", "cannot be read", func(h []byte) {
			for i := range 12 {
				h[124+i] = 0xff
			}
		}},
		{"size beyond the end", "cut off", func(h []byte) { copy(h[124:136], "00000077777\x00") }},
		{"size of an exabyte", "", func(h []byte) { h[124] = 0x80; h[128] = 0x10; clear(h[129:136]) }},
		{"no name", "no name", func(h []byte) { clear(h[:100]) }},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			if member, why := refusal(t, patched(t, c.change), Limits{}); !strings.Contains(why, c.want) {
				t.Errorf("%q: %s", member, why)
			}
		})
	}
}

func TestHostileStreams(t *testing.T) {
	good := archived(t, file("a"), file("b"))
	plain := unzipped(t, good)
	zeros := unzipped(t, archived(t, file("a")))
	zeros = append(zeros[:block:block], make([]byte, 4*block)...)
	copy(zeros[124:136], "00000002000\x00") // two blocks of zeros, and the end
	copy(zeros[148:156], "        ")
	sum := 0
	for _, c := range zeros[:block] {
		sum += int(c)
	}
	copy(zeros[148:156], fmt.Sprintf("%06o\x00 ", sum))
	cases := []struct {
		what, want string
		packed     []byte
		limits     Limits
	}{
		{"nothing", "ends too early", nil, Limits{}},
		{"no gzip", "does not begin as gzip", []byte("PK\x03\x04 something of some length"), Limits{}},
		{"cut", "ends too early", good[:len(good)-9], Limits{}},
		{"cut in the checksum", "ends too early", good[:len(good)-1], Limits{}},
		{"wrong checksum", "cannot be unpacked", flip(good, len(good)-6), Limits{}},
		{"damaged", "", flip(good, len(good)/2), Limits{}},
		{"something behind", "something follows", append(slices.Clone(good), 'x'), Limits{}},
		{"a second archive behind", "something follows", append(slices.Clone(good), good...), Limits{}},
		{"an empty stream behind", "something follows", append(slices.Clone(good), zipped(nil)...), Limits{}},
		{"a second tar inside", "something follows", zipped(append(slices.Clone(plain), plain...)), Limits{}},
		{"no end", "ends too early", zipped(plain[:4*block]), Limits{}},
		{"half an end", "ends too early", zipped(plain[:5*block]), Limits{}},
		{"zeros of a file for an end", "ends too early", zipped(zeros[:3*block]), Limits{}},
		{"cut inside a member", "", zipped(plain[:3*block+1]), Limits{}},
		{"cut inside a header", "", zipped(plain[:2*block+100]), Limits{}},
		{"no tar", "cannot be read", zipped([]byte(strings.Repeat("not a tar archive. ", 100))), Limits{}},
		{"too many", "more than 2000 members", many(t, 2001), Limits{}},
		{"too many folders", "more than 3 members", archived(t, dir("a"), dir("b"), dir("c"), dir("d")), Limits{Members: 3}},
		{"too large", "larger than 2048 bytes", good, Limits{Bytes: 2048}},
		{"bomb", "more than 100 times", zipped(make([]byte, 12<<20)), Limits{}},
		{"bomb in members", "more than 10 times", many(t, 1990), Limits{Ratio: 10, Members: 2000}},
		{"large and dense", "larger than 16777216 bytes", zipped(noise(17 << 20)), Limits{}},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			if member, why := refusal(t, c.packed, c.limits); !strings.Contains(why, c.want) {
				t.Errorf("%q: %s", member, why)
			}
		})
	}
	if _, err := Read(bytes.NewReader(zipped(zeros)), Limits{}); err != nil {
		t.Errorf("zeros in a file, and an end: %v", err)
	}
	if _, err := Read(bytes.NewReader(zipped(append(plain, make([]byte, 20*block)...))), Limits{}); err != nil {
		t.Errorf("padded as GNU tar does: %v", err)
	}
	if _, err := Read(bytes.NewReader(many(t, 2000)), Limits{}); err != nil {
		t.Errorf("as many as may be: %v", err)
	}
}

func dir(name string) tar.Header { return tar.Header{Typeflag: tar.TypeDir, Name: name + "/"} }

func flip(b []byte, at int) []byte {
	b = slices.Clone(b)
	b[at] ^= 0xff
	return b
}

func many(t *testing.T, n int) []byte {
	members := make([]tar.Header, n)
	for i := range members {
		members[i] = file(fmt.Sprintf("f%d", i))
	}
	return archived(t, members...)
}

// noise is what does not compress.
func noise(n int) []byte {
	out := make([]byte, 0, n+32)
	seed := sha256.Sum256(nil)
	for len(out) < n {
		seed = sha256.Sum256(seed[:])
		out = append(out, seed[:]...)
	}
	return out[:n]
}

// A reader that never ends is given up at the limit.
func TestEndlessStream(t *testing.T) {
	r, w := io.Pipe()
	go func() {
		z := gzip.NewWriter(w)
		for chunk := noise(1 << 20); ; {
			if _, err := z.Write(chunk); err != nil {
				return
			}
		}
	}()
	_, err := Read(r, Limits{})
	_ = r.Close()
	if err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Error(err)
	}
}

func TestFailingReaderIsNotARefusal(t *testing.T) {
	good := archived(t, file("a"))
	for _, n := range []int{0, 5, len(good) / 2, len(good)} {
		failed := errors.New("connection reset")
		_, err := Read(io.MultiReader(bytes.NewReader(good[:n]), failing{failed}), Limits{})
		if !errors.Is(err, failed) {
			t.Errorf("after %d bytes: %v", n, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestWriteRefusesWhatReadRefuses(t *testing.T) {
	for _, files := range []Files{
		{"../a": nil}, {"a": nil, "A": nil}, {"a": nil, "a/b": nil}, {"é": nil}, {"": nil},
		{"big": make([]byte, 16<<20)}, {strings.Repeat("n", 300): nil},
	} {
		if err := Write(io.Discard, files); err == nil {
			t.Errorf("%.20q was written", slices.Sorted(maps.Keys(files)))
		}
	}
}

func FuzzRead(f *testing.F) {
	var good bytes.Buffer
	if err := Write(&good, Files{"a/b": []byte("x"), "c": []byte("y")}); err != nil {
		f.Fatal(err)
	}
	f.Add(good.Bytes(), true)
	z, err := gzip.NewReader(&good)
	if err != nil {
		f.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(plain, false)
	f.Fuzz(func(t *testing.T, data []byte, packed bool) {
		if !packed {
			data = zipped(data)
		}
		files, err := Read(bytes.NewReader(data), Limits{})
		if err != nil {
			return
		}
		for name := range files {
			if !fs.ValidPath(name) {
				t.Errorf("a name that is none: %q", name)
			}
		}
		if err := Write(io.Discard, files); err != nil {
			t.Errorf("read, but not to be written: %v", err)
		}
	})
}
