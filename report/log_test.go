package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// logCommand is a command as a runner finds it in a line of a log.
type logCommand struct {
	name       string
	properties map[string]string
	message    string
}

// readGitHub reads a log as GitHub's runner does: a command is a line that begins
// with ::, after spaces, or that has ##[ in it anywhere.
func readGitHub(out []byte) (commands []logCommand, plain []string, err error) {
	form := regexp.MustCompile(`^::([a-z-]+)(?: ([^:]*))?::(.*)$`)
	for _, line := range logLines(out) {
		bare := strings.TrimLeft(line, " \t\u00a0\u2000\u3000")
		switch {
		case strings.Contains(line, "##["):
			return nil, nil, fmt.Errorf("a command of the old form: %q", line)
		case !strings.HasPrefix(bare, "::"):
			plain = append(plain, line)
			continue
		case !strings.HasPrefix(line, "::"):
			return nil, nil, fmt.Errorf("a command that is indented: %q", line)
		}
		m := form.FindStringSubmatch(line)
		if m == nil {
			return nil, nil, fmt.Errorf("no command: %q", line)
		}
		c := logCommand{name: m[1], properties: map[string]string{}, message: unescape(m[3], "%25", "%", "%0D", "\r", "%0A", "\n")}
		for _, pair := range strings.Split(m[2], ",") {
			key, value, ok := strings.Cut(pair, "=")
			if !ok || c.properties[key] != "" {
				return nil, nil, fmt.Errorf("property %q in %q", pair, line)
			}
			c.properties[key] = unescape(value, "%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
		}
		commands = append(commands, c)
	}
	return commands, plain, nil
}

// readAzure reads a log as the agent of Azure Pipelines does: ##vso[ and ##[
// begin a command wherever they stand.
func readAzure(out []byte) (commands []logCommand, plain []string, err error) {
	for _, line := range logLines(out) {
		switch at := strings.Index(line, "##"); {
		case !strings.Contains(line, "##vso[") && !strings.Contains(line, "##["):
			plain = append(plain, line)
			continue
		case at != 0 || strings.Contains(line[2:], "##vso[") || strings.Contains(line, "##["):
			return nil, nil, fmt.Errorf("a command from data: %q", line)
		}
		head, message, ok := strings.Cut(strings.TrimPrefix(line, "##vso["), "]")
		if !ok {
			return nil, nil, fmt.Errorf("no end of a command: %q", line)
		}
		name, list, _ := strings.Cut(head, " ")
		c := logCommand{name: name, properties: map[string]string{}, message: azureUnescape(message)}
		for _, pair := range strings.Split(strings.TrimSuffix(list, ";"), ";") {
			key, value, ok := strings.Cut(pair, "=")
			if !ok || c.properties[key] != "" {
				return nil, nil, fmt.Errorf("property %q in %q", pair, line)
			}
			c.properties[key] = azureUnescape(value)
		}
		commands = append(commands, c)
	}
	return commands, plain, nil
}

func azureUnescape(s string) string {
	return unescape(s, "%AZP25", "%", "%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]")
}

func unescape(s string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(s) }

// logLines are the lines of a log, for whoever takes a carriage return or another
// character for the end of one too.
func logLines(out []byte) []string {
	lines := strings.FieldsFunc(string(out), func(r rune) bool { return slices.Contains([]rune{'\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029}, r) })
	return lines
}

// checkGitHub asks of a log what GitHub allows a step.
func checkGitHub(out []byte) (texts []string, err error) {
	commands, plain, err := readGitHub(out)
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, c := range commands {
		counts[c.name]++
		if !slices.Contains([]string{"error", "warning", "notice"}, c.name) || counts[c.name] > annotationsPerStep {
			return nil, fmt.Errorf("command %s, the %dth", c.name, counts[c.name])
		}
		for key, value := range c.properties {
			if !slices.Contains([]string{"file", "line", "endLine", "title"}, key) {
				return nil, fmt.Errorf("property %s", key)
			}
			texts = append(texts, value)
		}
		if c.properties["title"] == "" {
			return nil, fmt.Errorf("%v has no title", c)
		}
		texts = append(texts, c.message)
	}
	return append(texts, plain...), nil
}

func checkAzure(out []byte) (texts []string, err error) {
	commands, plain, err := readAzure(out)
	if err != nil {
		return nil, err
	}
	for _, c := range commands {
		if c.name != "task.logissue" || c.properties["code"] == "" || c.properties["type"] != "error" && c.properties["type"] != "warning" {
			return nil, fmt.Errorf("command %s of %v", c.name, c.properties)
		}
		for key, value := range c.properties {
			if !slices.Contains([]string{"type", "sourcepath", "linenumber", "code"}, key) {
				return nil, fmt.Errorf("property %s", key)
			}
			texts = append(texts, value)
		}
		texts = append(texts, c.message)
	}
	return append(texts, plain...), nil
}

func TestLogs(t *testing.T) {
	for name, r := range samples() {
		if _, err := checkGitHub(formatted(t, "github", r)); err != nil {
			t.Errorf("github, %s: %v", name, err)
		}
		if _, err := checkAzure(formatted(t, "azure", r)); err != nil {
			t.Errorf("azure, %s: %v", name, err)
		}
	}
	golden(t, "formats/platform.github", string(formatted(t, "github", platform())))
	golden(t, "formats/platform.azure", string(formatted(t, "azure", platform())))
}

// Where there are more findings than GitHub shows, the heaviest are shown, how
// many are not is said, and all are in the log.
func TestGitHubShowsTheHeaviest(t *testing.T) {
	r := crowd(100, func(i int) string { return fmt.Sprintf("number %d", i) })
	commands, plain, err := readGitHub(formatted(t, "github", r))
	if err != nil {
		t.Fatal(err)
	}
	var errors []logCommand
	for _, c := range commands {
		if c.name == "error" {
			errors = append(errors, c)
		}
	}
	if len(errors) != annotationsPerStep {
		t.Fatalf("%d errors", len(errors))
	}
	for _, c := range errors[:annotationsPerStep-1] {
		if !strings.Contains(c.message, "number 8") && !strings.Contains(c.message, "number 9") {
			t.Errorf("%s is not among the heaviest", c.message)
		}
	}
	if more := errors[annotationsPerStep-1].message; more != "32 more errors are in the log of this step: GitHub shows 10 of a kind" {
		t.Errorf("the rest is told as %q", more)
	}
	shown := 0
	for _, c := range commands {
		if strings.Contains(c.message, "number ") {
			shown++
		}
	}
	if all := shown + len(plain); all != 101 {
		t.Errorf("%d of 101 findings are told", all)
	}
}

func TestLogsAreBounded(t *testing.T) {
	r := crowd(5000, func(int) string { return "idle" })
	for name, most := range map[string]int{"github": 600, "azure": 1100} {
		out := formatted(t, name, r)
		lines := logLines(out)
		if len(lines) > most || !strings.Contains(string(out), " more") {
			t.Errorf("%s: %d lines", name, len(lines))
		}
	}
}

func TestLogReadersRefuse(t *testing.T) {
	for _, line := range []string{"  ::error::x", "x\r::error::y", "a ##[error]b", "::error file=a,file=b::x", "::error", "::set-output name=x::y"} {
		if _, err := checkGitHub([]byte(line + "\n")); err == nil {
			t.Errorf("github: %q was accepted", line)
		}
	}
	for _, line := range []string{"x ##vso[task.logissue type=error;]y", "##vso[task.setvariable variable=x;]y", "##vso[task.logissue type=error;]x ##vso[a]b", "##vso[task.logissue type=error"} {
		if _, err := checkAzure([]byte(line + "\n")); err == nil {
			t.Errorf("azure: %q was accepted", line)
		}
	}
}
