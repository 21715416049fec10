package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"
)

// seeds gives a fuzz target what TestInjection writes, but for what is long.
func seeds(f *testing.F) {
	for _, s := range hostileTexts {
		if len(s) < 1000 {
			f.Add(s)
		}
	}
}

// unseen fails where text is not UTF-8 or has something that cannot be seen.
func unseen(t *testing.T, in, out string) {
	t.Helper()
	if !utf8.ValidString(out) || strings.IndexFunc(out, hidden) >= 0 {
		t.Errorf("%q became %q", in, out)
	}
}

func FuzzXMLInert(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		out := xmlInert(s)
		unseen(t, s, out)
		var doc struct {
			Value string `xml:"a,attr"`
			Text  string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(`<x a="`+out+`">`+out+`</x>`), &doc); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		want := strings.NewReplacer("\ufffe", `\ufffe`, "\uffff", `\uffff`).Replace(inert(s))
		if doc.Value != want || doc.Text != want {
			t.Errorf("%q reads %q and %q", s, doc.Value, doc.Text)
		}
	})
}

func FuzzCSVInert(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		w := newCSV(&b)
		w.word(s)
		w.word("end")
		w.end()
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		unseen(t, s, strings.TrimSuffix(b.String(), "\n"))
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil || len(rows) != 1 || len(rows[0]) != 2 || rows[0][1] != "end" {
			t.Fatalf("%q: %v, %v", s, rows, err)
		}
		got := rows[0][0]
		if bare := strings.TrimLeft(got, " \u00a0\u3000"); bare != "" && strings.ContainsAny(bare[:1], "=+-@") {
			t.Errorf("%q is the formula %q", s, got)
		}
		if got != inert(s) && got != "'"+inert(s) {
			t.Errorf("%q reads %q", s, got)
		}
	})
}

func FuzzGitHubInert(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		line := "::error file=" + githubProperty(s) + ",title=" + githubProperty(s) + "::" + githubData(s)
		unseen(t, s, line)
		commands, plain, err := readGitHub([]byte(line + "\n"))
		if err != nil || len(commands) != 1 || len(plain) != 0 {
			t.Fatalf("%q: %v, %v, %v", s, commands, plain, err)
		}
		c := commands[0]
		if c.name != "error" || len(c.properties) != 2 || c.properties["file"] != inert(s) || c.message != inert(prose(s)) {
			t.Errorf("%q reads %+v", s, c)
		}
	})
}

func FuzzAzureInert(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		line := "##vso[task.logissue type=error;sourcepath=" + azureProperty(s) + ";]" + azureData(s)
		unseen(t, s, line)
		commands, plain, err := readAzure([]byte(line + "\n"))
		if err != nil || len(commands) != 1 || len(plain) != 0 {
			t.Fatalf("%q: %v, %v, %v", s, commands, plain, err)
		}
		c := commands[0]
		if c.name != "task.logissue" || len(c.properties) != 2 || c.properties["sourcepath"] != inert(s) || c.message != inert(prose(s)) {
			t.Errorf("%q reads %+v", s, c)
		}
	})
}

func FuzzOpenMetricsInert(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		out := openMetricsInert(s)
		unseen(t, s, out)
		if utf8.RuneCountInString(s) > longestLabel {
			return
		}
		// What stands between the quotes is read as the standard says.
		var read strings.Builder
		for i := 0; i < len(out); i++ {
			switch out[i] {
			case '"':
				t.Fatalf("%q ends its label: %q", s, out)
			case '\\':
				if i++; i == len(out) || out[i] != '\\' && out[i] != '"' {
					t.Fatalf("%q has another escape: %q", s, out)
				}
			}
			read.WriteByte(out[i])
		}
		if read.String() != inert(s) {
			t.Errorf("%q reads %q", s, read.String())
		}
	})
}

func FuzzSARIFInert(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		out := sarifMessage(s)
		if out == "" || strings.Contains(strings.ReplaceAll(out, `\](`, ""), "](") {
			t.Errorf("%q became %q", s, out)
		}
		if address := webAddress(s); address != "" {
			if u, err := url.Parse(address); err != nil || u.Scheme != "https" && u.Scheme != "http" {
				t.Errorf("%q is the address %q", s, address)
			}
		}
		file := uri(s)
		if u, err := url.Parse(file); err != nil || u.Scheme != "" && u.Scheme != "file" || u.Host != "" || u.RawQuery != "" || u.Fragment != "" {
			t.Errorf("%q is the file %q", s, file)
		}
		var b bytes.Buffer
		if err := EncodeJSON(&b, sarifText{Text: s}); err != nil {
			t.Fatal(err)
		}
		var back sarifText
		if err := json.Unmarshal(b.Bytes(), &back); err != nil || back.Text != strings.ToValidUTF8(s, "\ufffd") && len(s) < 100 && utf8.ValidString(s) {
			t.Errorf("%q reads %q, %v", s, back.Text, err)
		}
	})
}
