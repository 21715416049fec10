package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/publish"
	"github.com/iaclint/iaclint/report"
)

// commentFlags say what is published, where, and when.
type commentFlags struct {
	inputs []string
	target publish.Target
	sha    string
	run    int64

	key, mode, when, link, root string
	increase, percent           string
	inline, status              bool

	dry, strict, insecure bool
	output                string
	timeout               time.Duration
}

func (f *commentFlags) register(c *cobra.Command) {
	flags := c.Flags()
	flags.StringArrayVar(&f.inputs, "input", nil, "saved result, as an argument is; several are joined; may repeat")
	flags.StringVar(&f.target.Repo, "repo", "", "repository: owner/name, group/project, project/repository (default: the CI's)")
	flags.Int64Var(&f.target.Number, "pr", 0, "number of the pull request (default: the CI's)")
	flags.StringVar(&f.sha, "sha", "", "commit that was checked; the result of one that is not the head any more is not published (default: the CI's, else the head)")
	flags.Int64Var(&f.run, "run", 0, "number of the run, of which the higher is the newer (default: the CI's, else the time)")
	flags.StringVar(&f.target.URL, "url", "", "address of the server or its API (default: the CI's, else the public one)")
	flags.StringVar(&f.target.Account, "account", "", "whom the token speaks as, where it cannot say so: a login or an id")
	flags.StringVar(&f.key, "key", "", "name of the comment, one for each of several jobs (default: the root module's)")
	flags.StringVar(&f.mode, "mode", publish.Update, "what becomes of the comment that is there: "+strings.Join(publish.Modes(), ", "))
	flags.StringVar(&f.when, "when", publish.Changed, "when to write a first comment: "+strings.Join(publish.Conditions(), ", ")+"; one that is there is always kept true")
	flags.StringVar(&f.increase, "min-increase", "", "with --when threshold: by how much the cost of a month has to rise, in the result's currency")
	flags.StringVar(&f.percent, "min-percent", "", "with --when threshold: by how many percent; either is enough")
	flags.BoolVar(&f.inline, "inline", false, "put findings on the lines that the pull request changes, safe fixes as suggestions")
	flags.StringVar(&f.root, "root", "", "folder of the repository that file names are below, where the check was run in no checkout")
	flags.BoolVar(&f.status, "status", false, "say on the commit whether the run passed: a check run where the token may, else a status")
	flags.StringVar(&f.link, "link", "", "address of the whole result, http or https (default: the CI's run)")
	flags.BoolVar(&f.dry, "dry-run", false, "print the comment and say what would be done; nothing is written")
	flags.StringVar(&f.output, "output", "", "write the comment to this file instead, for platforms that are not known")
	flags.BoolVar(&f.strict, "strict-post", false, "exit with 2 where the result could not be published (default: a warning, and 0)")
	flags.BoolVar(&f.insecure, "insecure", false, "speak http to a host that is not this machine: the token can be seen on its way")
	flags.DurationVar(&f.timeout, "timeout", 3*time.Minute, "how long all of it may take, with waiting for limits")
}

func (a *app) comment() *cobra.Command {
	var f commentFlags
	c := &cobra.Command{
		Use:   "comment [PLATFORM] SAVED.json ...",
		Short: "Publish a saved result on a pull request",
		Long: `comment puts a result that check or diff saved as JSON on a pull request, in one
comment that it keeps up to date. It reads the result and the environment of the
CI, runs nothing, and looks at no file of the pull request.

PLATFORM is one of these, or the CI's; its token is read from the environment:
` + platformTable() + `
Exit code 0, also where the platform would not take it, which is a warning then;
2: a bad flag, an input that cannot be read, or --strict-post and not published.`,
		Example: `  iaclint check plan.json --format json=result.json
  iaclint comment github result.json
  iaclint comment gitlab web.json api.json --inline --status
  iaclint comment gitea result.json --url https://gitea.example --repo team/infra --pr 7 --dry-run`,
		Args: takes(0, 10_000),
		RunE: func(c *cobra.Command, args []string) error {
			j, err := a.job(args, f)
			if err != nil {
				return err
			}
			return a.publish(c.Context(), j)
		},
	}
	f.register(c)
	return c
}

// platformTable is a line for each platform: what it is, and its tokens.
func platformTable() string {
	var b strings.Builder
	for _, p := range publish.Platforms() {
		what := map[string]string{"azure": "Azure Repos", "bitbucket": "Cloud; Data Center with --url", "gitea": "Forgejo too, with --url",
			"github": "Enterprise with --url", "gitlab": "your own server with --url"}[p]
		fmt.Fprintf(&b, "  %-10s %-30s %s\n", p, what, strings.Join(publish.TokenNames(p), ", "))
	}
	return b.String()
}

// commentJob is what is to be published, and everything that is known of where.
type commentJob struct {
	commentFlags
	platform string // "" with --output for one that is not known
	ci       publish.CI
	report   *report.Report
	bar      publish.Bar
}

// job reads flags, environment and inputs; what is wrong with them is an error.
func (a *app) job(args []string, f commentFlags) (*commentJob, error) {
	j := &commentJob{commentFlags: f, ci: publish.Detect(os.Getenv)}
	if len(args) > 0 && slices.Contains(publish.Platforms(), args[0]) {
		j.platform, args = args[0], args[1:]
	}
	if err := j.check(); err != nil {
		return nil, err
	}
	if j.platform == "" && len(args) > 0 && !strings.ContainsAny(args[0], "./=\\") {
		if _, err := os.Stat(args[0]); errors.Is(err, fs.ErrNotExist) {
			return nil, hint{fmt.Errorf("%q is no platform, and no file either", args[0]),
				"Platforms are " + strings.Join(publish.Platforms(), ", ") + "; Forgejo is gitea, Bitbucket Data Center bitbucket with --url"}
		}
	}
	files := append(slices.Clone(args), f.inputs...)
	if len(files) == 0 {
		return nil, hint{errors.New("there is no result to publish"), "Name one: iaclint comment github result.json"}
	}
	if j.platform == "" {
		j.platform = j.ci.Platform
	}
	if j.platform == "" && f.output == "" {
		next := "Name it, as in iaclint comment github " + files[0] + ", one of " + strings.Join(publish.Platforms(), ", ") + "; or write the comment to a file: --output comment.md"
		return nil, hint{errors.New("the platform cannot be told from the environment"), next}
	}
	if l, _ := publish.LimitsOf(j.platform); f.mode == publish.HideAndNew && !l.Hide && f.output == "" {
		return nil, hint{fmt.Errorf("--mode %s: %s cannot hide comments", f.mode, j.platform), "Take --mode " + publish.DeleteAndNew}
	}
	j.surroundings()
	var err error
	j.report, err = a.untrusted(files)
	return j, err
}

// check refuses words that flags do not take.
func (j *commentJob) check() error {
	if !slices.Contains(publish.Modes(), j.mode) {
		return fmt.Errorf("--mode %q is not known: one of %s", j.mode, strings.Join(publish.Modes(), ", "))
	}
	if !slices.Contains(publish.Conditions(), j.when) {
		return fmt.Errorf("--when %q is not known: one of %s", j.when, strings.Join(publish.Conditions(), ", "))
	}
	for _, of := range []struct {
		flag, text string
		to         **decimal.Decimal
	}{{"--min-increase", j.increase, &j.bar.Increase}, {"--min-percent", j.percent, &j.bar.Percent}} {
		if of.text == "" {
			continue
		}
		if j.when != publish.Threshold {
			return fmt.Errorf("%s is for --when %s", of.flag, publish.Threshold)
		}
		d, err := decimal.NewFromString(of.text)
		if err != nil || d.IsNegative() || len(of.text) > 30 || strings.ContainsAny(of.text, "eE") {
			return fmt.Errorf("%s %q is no amount: write digits, as 12.50", of.flag, of.text)
		}
		*of.to = &d
	}
	if j.target.Number < 0 || j.run < 0 {
		return errors.New("--pr and --run count from 1")
	}
	if j.link != "" && !report.Linkable(j.link) {
		return fmt.Errorf("--link %.60q is no address of a page: write https://host/path", j.link)
	}
	if j.timeout <= 0 {
		return fmt.Errorf("--timeout %s leaves no time", j.timeout)
	}
	return nil
}

// surroundings fills in what flags do not say.
func (j *commentJob) surroundings() {
	here := j.ci.Platform == "" || j.ci.Platform == j.platform
	if !here {
		j.ci = publish.CI{}
	}
	fill := func(to *string, from string) {
		if *to == "" {
			*to = from
		}
	}
	fill(&j.target.URL, j.ci.URL)
	// What the CI says is of the pull request that it runs for, and no other.
	if j.target.Number == 0 || j.target.Number == j.ci.Number {
		fill(&j.sha, j.ci.SHA)
	}
	fill(&j.target.Repo, j.ci.Repo)
	fill(&j.link, j.ci.Link)
	if j.target.Number == 0 {
		j.target.Number = j.ci.Number
	}
	if j.run == 0 {
		j.run = j.ci.Run
	}
	if j.run == 0 {
		j.run = time.Now().Unix()
	}
}
