package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/ci"
	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/parser"
)

func (a *app) initCommand() *cobra.Command {
	var platform string
	var dry bool
	c := &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write the configuration, the pre-commit hook and the workflow of a repository",
		Long: `init writes what a repository needs to be checked: ` + config.FileName + ` with the most
important settings, a pre-commit hook, and the workflow of its platform, which is
told by the CI files there are and by the remote of git, or by --platform: ` + strings.Join(platformNames(), ", ") + `.

Nothing that exists is changed: what would have to be added to it is said.`,
		Example: `  iaclint init --dry-run
  iaclint init --platform gitlab`,
		Args: takes(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			dir := "."
			if len(args) == 1 {
				dir = args[0]
			}
			return a.initialise(c, dir, platform, dry)
		},
	}
	c.Flags().StringVar(&platform, "platform", "", "write the workflow of this platform, or none")
	c.Flags().BoolVar(&dry, "dry-run", false, "say what would be written and write nothing")
	return c
}

// wanted is a file to write, or what to do where it exists.
type wanted struct {
	file   string // slash path below the repository
	text   string
	exists string // what to add to it by hand; "" where it is as good as ours
}

func (a *app) initialise(c *cobra.Command, dir, name string, dry bool) error {
	top, err := topOf(dir)
	if err != nil {
		return err
	}
	p, why, err := choosePlatform(c.Context(), top, name)
	if err != nil {
		return err
	}
	list, err := initialFiles(top, p)
	if err != nil {
		return err
	}
	var said strings.Builder
	fmt.Fprintln(&said, why)
	for _, w := range list {
		at := filepath.Join(top, filepath.FromSlash(w.file))
		_, err := os.Lstat(at)
		switch {
		case err == nil && w.exists == "":
			fmt.Fprintf(&said, "left         %s as it is\n", w.file)
		case err == nil:
			fmt.Fprintf(&said, "left         %s as it is; add to it:\n%s", w.file, indented(w.exists))
		case !errors.Is(err, fs.ErrNotExist):
			return unwritten(w.file, err)
		case dry:
			fmt.Fprintf(&said, "would write  %s\n", w.file)
		default:
			if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
				return unwritten(w.file, err)
			}
			if err := writeFile(at, func(out io.Writer) error { _, err := io.WriteString(out, w.text); return err }); err != nil {
				return unwritten(w.file, err)
			}
			fmt.Fprintf(&said, "wrote        %s\n", w.file)
		}
	}
	if p != nil {
		for _, next := range p.next {
			fmt.Fprintln(&said, next)
		}
	}
	_, err = io.WriteString(a.out, said.String())
	return err
}

// topOf is the repository that a folder lies in, or the folder itself.
func topOf(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(abs); err != nil || !info.IsDir() {
		return "", fmt.Errorf("%s is no folder", dir)
	}
	return parser.Boundary(abs, ""), nil
}

// initialFiles are the files of a repository on a platform.
func initialFiles(top string, p *ciPlatform) ([]wanted, error) {
	settings, err := initialConfig(top)
	if err != nil {
		return nil, err
	}
	hook, err := ofRelease("config/pre-commit.yaml")
	if err != nil {
		return nil, err
	}
	list := []wanted{
		{file: config.FileName, text: settings},
		{file: ".pre-commit-config.yaml", text: "repos:\n" + hook, exists: unless(top, ".pre-commit-config.yaml", "iaclint", hook)},
	}
	if p == nil {
		return list, nil
	}
	for _, f := range p.files {
		w := wanted{file: f.file, text: f.text}
		if f.from != "" {
			if w.text, err = ofRelease(f.from); err != nil {
				return nil, err
			}
		}
		if f.add != "" {
			w.exists = unless(top, f.file, "iaclint", f.add)
		}
		list = append(list, w)
	}
	return list, nil
}

// unless is what to add to a file that does not speak of a word yet.
func unless(top, file, word, add string) string {
	const largest = 1 << 20
	f, err := os.Open(filepath.Join(top, filepath.FromSlash(file)))
	if err != nil {
		return add
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, largest))
	if err == nil && strings.Contains(string(text), word) {
		return ""
	}
	return add
}

// ofRelease is a file of the folder ci that names this release, where this is one.
func ofRelease(name string) (string, error) {
	text, err := ci.Read(name)
	if err != nil {
		return "", err
	}
	v := strings.TrimPrefix(version(), "v")
	if strings.ContainsAny(v, "-+") {
		v = ci.Release // not a release itself
	}
	return strings.ReplaceAll(string(text), ci.Release, v), nil
}

// initialConfig is the configuration, with the root modules there are and, as a
// proposal, those that have several files of variables.
func initialConfig(top string) (string, error) {
	text, err := ofRelease("config/iaclint.hcl")
	if err != nil {
		return "", err
	}
	roots, err := parser.Roots(top)
	if err != nil {
		return "", err
	}
	roots = slices.DeleteFunc(roots, func(r parser.Root) bool { return r.Library })
	var b strings.Builder
	b.WriteString(text)
	if len(roots) == 0 {
		return text, nil
	}
	b.WriteString("\n# Root modules are found by themselves. These are there:\n")
	const most = 20
	for i, r := range roots {
		if i == most {
			fmt.Fprintf(&b, "#   and %d more\n", len(roots)-most)
			break
		}
		fmt.Fprintf(&b, "#   %s\n", quoted(r.Dir))
	}
	proposed := 0
	for _, r := range roots {
		if len(r.VarFiles) < 2 || proposed == most {
			continue
		}
		if proposed++; proposed == 1 {
			b.WriteString("\n# A folder that is several projects says which file of variables each is given.\n")
		}
		for _, file := range r.VarFiles {
			base := path.Base(filepath.ToSlash(file))
			name := strings.TrimSuffix(strings.TrimSuffix(base, ".json"), ".tfvars")
			if strings.HasSuffix(name, ".auto") || name == "terraform" {
				continue // given to all
			}
			fmt.Fprintf(&b, "# project %s {\n#   path      = %s\n#   var_files = [%s]\n# }\n", quoted(path.Base(r.Dir)+"-"+name), quoted(r.Dir), quoted(base))
		}
	}
	return b.String(), nil
}

// quoted is a string of HCL on one line.
func quoted(s string) string {
	return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(fmt.Sprintf("%q", s))
}

func indented(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n    ") + "\n"
}
