package report

import (
	"net/url"
	"strings"
)

// sarifRuleSet are the rules that the results of a log refer to.
type sarifRuleSet struct {
	list  []sarifRule
	index map[string]int // by id
}

// sarifRules describes each rule once, in the order of its heaviest finding.
func sarifRules(all []found) *sarifRuleSet {
	rules := &sarifRuleSet{index: map[string]int{}, list: []sarifRule{}}
	for i := range all {
		f := &all[i]
		id := sarifRuleID(f)
		if _, ok := rules.index[id]; ok {
			continue
		}
		rules.index[id] = len(rules.list)
		rules.list = append(rules.list, sarifRuleOf(id, f))
	}
	return rules
}

// sarifRuleID is the rule's id, within what GitHub takes; one rule weighs the
// same for all results, unless somebody changed it for some of them.
func sarifRuleID(f *found) string {
	if f.Rule == "" {
		return "unnamed"
	}
	return cutAfter(f.Rule, longestName)
}

// longestDescription is what GitHub shows of a rule's descriptions, 1,024
// characters, but for how much is cut.
const longestDescription = 980

func sarifRuleOf(id string, f *found) sarifRule {
	title := cutAfter(f.title(), longestDescription)
	if title == "" {
		title = id
	}
	help := strings.TrimSpace(f.Remediation)
	if help == "" {
		help = title
	}
	help = cutAfter(help, longestMessage)
	rule := sarifRule{
		ID: id, Name: id, DeprecatedIDs: distinct(f.Aliases, longestName),
		Short:   sarifText{Text: title},
		Full:    sarifText{Text: cutAfter(title+". "+help, longestDescription)},
		Help:    sarifText{Text: help, Markdown: markdownInert{html: true}.prose(help)},
		HelpURI: webAddress(f.Docs),
		Default: sarifConfiguration{Level: sarifLevel(f.Severity)},
		Properties: sarifRuleProperties{
			Tags: distinct([]string{f.Family, "iaclint"}, longestName), Severity: f.Severity,
			Pack: cutAfter(f.Pack, longestName), ProblemSeverity: "recommendation",
		},
	}
	if rule.HelpURI != "" {
		rule.Help.Text += "\n" + rule.HelpURI
		rule.Help.Markdown += "\n\n[Read more](<" + rule.HelpURI + ">)"
	}
	if level := rule.Default.Level; level != "note" {
		rule.Properties.ProblemSeverity = level
	}
	return rule
}

func sarifLevel(severity string) string {
	f := found{Finding: &Finding{Severity: severity, Verdict: Fail}}
	return f.level()
}

// distinct leaves out what is empty or there already, and clips the rest.
func distinct(list []string, n int) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range list {
		if s = cutAfter(s, n); s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// longestAddress is how long a link may be.
const longestAddress = 2000

// webAddress is s where it is a page that a browser may be sent to, written so
// that it cannot end the link it stands in; else "".
func webAddress(s string) string {
	if len(s) > longestAddress {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || u.Opaque != "" {
		return ""
	}
	out := u.String()
	for _, c := range []byte(out) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte("<>\"'`\\{}|^[]", c) >= 0 {
			return ""
		}
	}
	return out
}

// semantic is a version by semver.org, which is what a log may say; "" for any
// other.
func semantic(version string) string {
	core, _, _ := strings.Cut(strings.TrimPrefix(version, "v"), "+")
	core, pre, hasPre := strings.Cut(core, "-")
	numbers := strings.Split(core, ".")
	if len(numbers) != 3 || hasPre && pre == "" {
		return ""
	}
	for _, n := range numbers {
		if n == "" || len(n) > 9 || strings.Trim(n, "0123456789") != "" || len(n) > 1 && n[0] == '0' {
			return ""
		}
	}
	for _, part := range strings.Split(pre, ".") {
		if hasPre && (part == "" || strings.ContainsFunc(part, func(c rune) bool { return c != '-' && (c >= 0x80 || !alphanumeric(byte(c))) })) {
			return ""
		}
	}
	out, _, _ := strings.Cut(strings.TrimPrefix(version, "v"), "+")
	return out
}

func toolName(r *Report) string {
	if r.Tool.Name == "" {
		return "iaclint"
	}
	return cutAfter(r.Tool.Name, longestName)
}

// currencyCode is the report's currency by ISO 4217; what else a saved report
// has in its place is XXX, the code for no currency.
func currencyCode(r *Report) string {
	switch {
	case r.Currency == "":
		return "USD"
	case len(r.Currency) != 3 || strings.Trim(r.Currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "":
		return "XXX"
	}
	return r.Currency
}
