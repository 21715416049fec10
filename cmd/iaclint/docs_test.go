package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the output shown in the documentation")

// TestDocs runs every iaclint command that a ```console block of the
// documentation shows, from the root of the repository, and compares what it
// prints. A line … stands for lines left out; a command shown without output
// has to do its work; other commands than ours are not run.
func TestDocs(t *testing.T) {
	t.Chdir("../..")
	t.Setenv("NO_COLOR", "1")
	for _, home := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} { // no prices but those inside
		t.Setenv(home, t.TempDir())
	}
	commands := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")) {
			return fs.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".md" {
			return nil
		}
		page, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		got, n := rerun(t, path, strings.Split(string(page), "\n"))
		commands += n
		if text := strings.Join(got, "\n"); *update && text != string(page) {
			return os.WriteFile(path, []byte(text), 0o644)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if commands == 0 {
		t.Error("the documentation shows no command")
	}
}

// rerun returns a page with the output that its commands print today, and how
// many commands it ran.
func rerun(t *testing.T, path string, page []string) (fresh []string, ran int) {
	t.Helper()
	for i := 0; i < len(page); {
		line := page[i]
		fresh = append(fresh, line)
		i++
		if line != "```console" {
			continue
		}
		for i < len(page) && page[i] != "```" {
			command, shown := page[i], []string(nil)
			fresh = append(fresh, command)
			i++
			at := i
			for i < len(page) && page[i] != "```" && !strings.HasPrefix(page[i], "$ ") {
				shown = append(shown, page[i])
				i++
			}
			args, ours, err := arguments(command)
			if err != nil {
				t.Errorf("%s:%d: %v", path, at, err)
			}
			if !ours || err != nil {
				fresh = append(fresh, shown...)
				continue
			}
			ran++
			var said bytes.Buffer
			code := run(context.Background(), args, streams{in: strings.NewReader(""), out: &said, err: &said})
			if len(shown) == 0 {
				if code == exitBroken {
					t.Errorf("%s:%d: %s: %s", path, at, command, said.String())
				}
				continue
			}
			now, err := refreshed(shown, strings.Split(strings.TrimRight(said.String(), "\n"), "\n"))
			if err != nil {
				t.Errorf("%s:%d: %s: %v", path, at, command, err)
			}
			if !*update && !slices.Equal(now, shown) {
				t.Errorf("%s:%d: %s prints now\n%s\n\ngo test ./cmd/iaclint -run TestDocs -update takes it over", path, at, command, strings.Join(now, "\n"))
			}
			fresh = append(fresh, now...)
		}
	}
	return fresh, ran
}

// refreshed is what is shown of an output, taken from what was printed now:
// as many lines from the beginning and from the end as before, and what stands
// between two … where its first line is found.
func refreshed(shown, printed []string) ([]string, error) {
	for i := range printed {
		printed[i] = strings.TrimRight(printed[i], " ")
	}
	pieces := [][]string{nil}
	for _, line := range shown {
		if strings.TrimSpace(line) == "…" {
			pieces = append(pieces, nil)
			continue
		}
		pieces[len(pieces)-1] = append(pieces[len(pieces)-1], line)
	}
	if len(pieces) == 1 {
		return printed, nil
	}
	var out []string
	next := 0 // line of printed that comes next
	for i, piece := range pieces {
		switch {
		case i == len(pieces)-1:
			next = max(next, len(printed)-len(piece))
		case i > 0 && len(piece) > 0:
			found := slices.Index(printed[next:], piece[0])
			if found < 0 {
				return shown, fmt.Errorf("no line %q any more: choose by hand what to show", piece[0])
			}
			next += found
		}
		end := min(next+len(piece), len(printed))
		out = append(out, printed[next:end]...)
		next = end
		if i < len(pieces)-1 {
			out = append(out, "…")
		}
	}
	return out, nil
}

// arguments splits a shown command the way a shell would, as far as pages need
// it; ours is false for another program's.
func arguments(line string) (args []string, ours bool, err error) {
	command, ok := strings.CutPrefix(line, "$ ")
	if !ok {
		return nil, false, fmt.Errorf("a console block begins with a command, not with %q", line)
	}
	rest, ok := strings.CutPrefix(command, "iaclint ")
	if !ok {
		if rest, ok = strings.CutPrefix(command, "go run ./cmd/iaclint "); !ok {
			return nil, false, nil
		}
	}
	var word strings.Builder
	quote, open := rune(0), false
	for _, c := range rest {
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(c)
		case c == '\'' || c == '"':
			quote, open = c, true
		case c == ' ':
			if open || word.Len() > 0 {
				args = append(args, word.String())
			}
			word.Reset()
			open = false
		case strings.ContainsRune("|<>;&$`\\", c):
			return nil, true, fmt.Errorf("%s needs a shell: show a plain command", command)
		default:
			word.WriteRune(c)
		}
	}
	if open || word.Len() > 0 {
		args = append(args, word.String())
	}
	if quote != 0 {
		return nil, true, fmt.Errorf("%s: a quote is not closed", command)
	}
	return args, true, nil
}

func TestRefreshed(t *testing.T) {
	printed := strings.Fields("a b c d e f g h")
	for _, c := range []struct{ shown, want string }{
		{"a b", "a b c d e f g h"},
		{"a x …", "a b …"},
		{"… x h", "… g h"},
		{"a … d x … h", "a … d e … h"},
		{"…", "…"},
		{"x x x x x x … x x x", "a b c d e f … g h"},
	} {
		got, err := refreshed(strings.Fields(c.shown), slices.Clone(printed))
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, %v; want %s", c.shown, strings.Join(got, " "), err, c.want)
		}
	}
	if _, err := refreshed(strings.Fields("a … z … h"), printed); err == nil {
		t.Error("a line that is gone was found")
	}
}

func TestArguments(t *testing.T) {
	for line, want := range map[string]string{
		"$ iaclint check plan.json":                     "check|plan.json",
		`$ go run ./cmd/iaclint explain 'a.b["c d"]' -`: `explain|a.b["c d"]|-`,
		`$ iaclint explain "" x`:                        "explain||x",
	} {
		args, ours, err := arguments(line)
		if got := strings.Join(args, "|"); !ours || err != nil || got != want {
			t.Errorf("%s: %q, %v, %v", line, got, ours, err)
		}
	}
	for _, line := range []string{"output", "$ iaclint check x | head", "$ iaclint check 'x"} {
		if _, _, err := arguments(line); err == nil {
			t.Errorf("%s is taken for a command", line)
		}
	}
	if _, ours, err := arguments("$ go test ./..."); ours || err != nil {
		t.Errorf("go test is taken for ours: %v", err)
	}
}
