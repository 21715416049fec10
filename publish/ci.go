package publish

import (
	"encoding/json"
	"io"
	"os"
	"strconv"
	"strings"
)

// CI is what the surroundings say of the pull request they run for. What they
// do not say is empty.
type CI struct {
	Name     string // of the CI, "" outside of any
	Platform string // that the pull request is on, "" where it cannot be told
	URL      string
	Repo     string
	Number   int64
	SHA      string // head of the pull request, not of a merge made for the run
	Run      int64  // rises from run to run
	Link     string // to the run
	// Branch is owner:branch of a run that was started by another, where the pull
	// request has to be looked up.
	Branch string
	// Unsafe says that the event gives secrets to a run on a pull request of
	// anybody.
	Unsafe bool
}

// Where a CI may build a merge of its own and does not say which commit it was
// made from, nothing is said of the commit.

// surroundings is how one CI says things: each field is a list of variables,
// the first that is set counts.
type surroundings struct {
	name, platform        string
	is                    string // NAME or NAME=value
	url, repo, number     []string
	sha, run, again, link []string
}

// surroundingsOf are all that are known, the more particular first.
func surroundingsOf() []surroundings {
	return []surroundings{
		{name: "Forgejo Actions", platform: "gitea", is: "FORGEJO_ACTIONS=true", url: []string{"GITHUB_SERVER_URL"}, repo: []string{"GITHUB_REPOSITORY"}, run: []string{"GITHUB_RUN_ID"}, again: []string{"GITHUB_RUN_ATTEMPT"}},
		{name: "Gitea Actions", platform: "gitea", is: "GITEA_ACTIONS=true", url: []string{"GITHUB_SERVER_URL"}, repo: []string{"GITHUB_REPOSITORY"}, run: []string{"GITHUB_RUN_ID"}, again: []string{"GITHUB_RUN_ATTEMPT"}},
		{name: "GitHub Actions", platform: "github", is: "GITHUB_ACTIONS=true", url: []string{"GITHUB_API_URL"}, repo: []string{"GITHUB_REPOSITORY"}, run: []string{"GITHUB_RUN_ID"}, again: []string{"GITHUB_RUN_ATTEMPT"}},
		{name: "GitLab CI", platform: "gitlab", is: "GITLAB_CI=true", url: []string{"CI_API_V4_URL"}, repo: []string{"CI_MERGE_REQUEST_PROJECT_ID", "CI_PROJECT_ID"}, number: []string{"CI_MERGE_REQUEST_IID"},
			sha: []string{"CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "CI_COMMIT_SHA"}, run: []string{"CI_JOB_ID"}, link: []string{"CI_JOB_URL"}},
		{name: "Bitbucket Pipelines", platform: "bitbucket", is: "BITBUCKET_BUILD_NUMBER", repo: []string{"BITBUCKET_REPO_FULL_NAME"}, number: []string{"BITBUCKET_PR_ID"}, sha: []string{"BITBUCKET_COMMIT"}, run: []string{"BITBUCKET_BUILD_NUMBER"}},
		{name: "Azure Pipelines", platform: "github", is: "BUILD_REPOSITORY_PROVIDER=GitHub", repo: []string{"BUILD_REPOSITORY_NAME"}, number: []string{"SYSTEM_PULLREQUEST_PULLREQUESTNUMBER"}, sha: []string{"SYSTEM_PULLREQUEST_SOURCECOMMITID"}, run: []string{"BUILD_BUILDID"}},
		{name: "Azure Pipelines", platform: "azure", is: "TF_BUILD", url: []string{"SYSTEM_COLLECTIONURI", "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"}, number: []string{"SYSTEM_PULLREQUEST_PULLREQUESTID"},
			sha: []string{"SYSTEM_PULLREQUEST_SOURCECOMMITID"}, run: []string{"BUILD_BUILDID"}},
		{name: "Woodpecker", is: "CI=woodpecker", repo: []string{"CI_REPO"}, number: []string{"CI_COMMIT_PULL_REQUEST"}, sha: []string{"CI_COMMIT_SHA"}, run: []string{"CI_PIPELINE_NUMBER"}, link: []string{"CI_PIPELINE_URL"}},
		{name: "Drone", is: "DRONE=true", repo: []string{"DRONE_REPO"}, number: []string{"DRONE_PULL_REQUEST"}, sha: []string{"DRONE_COMMIT_SHA"}, run: []string{"DRONE_BUILD_NUMBER"}, link: []string{"DRONE_BUILD_LINK"}},
		{name: "Atlantis", is: "ATLANTIS_TERRAFORM_VERSION", number: []string{"PULL_NUM"}, sha: []string{"HEAD_COMMIT"}},
		{name: "Jenkins", is: "JENKINS_URL", number: []string{"CHANGE_ID"}, run: []string{"BUILD_NUMBER"}, link: []string{"BUILD_URL"}},
		{name: "CircleCI", is: "CIRCLECI=true", number: []string{"CIRCLE_PULL_REQUEST"}, sha: []string{"CIRCLE_SHA1"}, run: []string{"CIRCLE_BUILD_NUM"}, link: []string{"CIRCLE_BUILD_URL"}},
		{name: "Buildkite", is: "BUILDKITE=true", number: []string{"BUILDKITE_PULL_REQUEST"}, sha: []string{"BUILDKITE_COMMIT"}, run: []string{"BUILDKITE_BUILD_NUMBER"}, link: []string{"BUILDKITE_BUILD_URL"}},
		{name: "Travis CI", is: "TRAVIS=true", number: []string{"TRAVIS_PULL_REQUEST"}, sha: []string{"TRAVIS_PULL_REQUEST_SHA"}, run: []string{"TRAVIS_BUILD_NUMBER"}, link: []string{"TRAVIS_BUILD_WEB_URL"}},
	}
}

// Detect reads what the CI says, and the event that a workflow was started by.
func Detect(env func(string) string) CI {
	for _, s := range surroundingsOf() {
		name, value, exact := strings.Cut(s.is, "=")
		if got := env(name); got == "" || exact && got != value {
			continue
		}
		first := func(names []string) string {
			for _, n := range names {
				if v := env(n); v != "" && v != "false" {
					return v
				}
			}
			return ""
		}
		c := CI{Name: s.name, Platform: s.platform, URL: first(s.url), Repo: first(s.repo), Number: number(first(s.number)), SHA: first(s.sha), Link: first(s.link)}
		c.Run = number(first(s.run))
		if again := number(first(s.again)); again > 0 && c.Run > 0 {
			c.Run = c.Run*1000 + min(again, 999)
		}
		c.more(env)
		return c
	}
	return CI{}
}

// more is what takes more than a look at a variable.
func (c *CI) more(env func(string) string) {
	switch c.Name {
	case "GitHub Actions", "Gitea Actions", "Forgejo Actions":
		c.workflow(env)
	case "Azure Pipelines":
		if project, repo := env("SYSTEM_TEAMPROJECT"), env("BUILD_REPOSITORY_ID"); c.Platform == "azure" && project != "" && repo != "" {
			c.Repo = project + "/" + repo
		}
		if c.Platform == "azure" && env("BUILD_BUILDID") != "" {
			c.Link = strings.TrimRight(c.URL, "/") + "/" + env("SYSTEM_TEAMPROJECT") + "/_build/results?buildId=" + env("BUILD_BUILDID")
		}
	case "Bitbucket Pipelines":
		if repo := c.Repo; repo != "" {
			c.Link = "https://bitbucket.org/" + repo + "/pipelines/results/" + env("BITBUCKET_BUILD_NUMBER")
		}
	case "Atlantis":
		if owner, repo := env("BASE_REPO_OWNER"), env("BASE_REPO_NAME"); owner != "" && repo != "" {
			c.Repo = owner + "/" + repo
		}
	}
}

// event is the part of what started a workflow that says which pull request it
// is for.
type event struct {
	PullRequest struct {
		Number int64 `json:"number"`
		Head   struct {
			SHA string `json:"sha"`
		} `json:"head"`
	} `json:"pull_request"`
	WorkflowRun struct {
		SHA    string `json:"head_sha"`
		Branch string `json:"head_branch"`
		Repo   struct {
			Owner struct {
				Login string `json:"login"`
			} `json:"owner"`
		} `json:"head_repository"`
	} `json:"workflow_run"`
	Issue struct {
		Number int64           `json:"number"`
		Pull   json.RawMessage `json:"pull_request"`
	} `json:"issue"`
}

// workflow reads the event: GITHUB_SHA of a pull request is a merge that nobody
// pushed, and a run that another started knows its commit only.
func (c *CI) workflow(env func(string) string) {
	if server := env("GITHUB_SERVER_URL"); server != "" && c.Repo != "" && env("GITHUB_RUN_ID") != "" {
		c.Link = server + "/" + c.Repo + "/actions/runs/" + env("GITHUB_RUN_ID")
	}
	name := env("GITHUB_EVENT_NAME")
	c.Unsafe = name == "pull_request_target"
	if rest, ok := strings.CutPrefix(env("GITHUB_REF"), "refs/pull/"); ok {
		n, _, _ := strings.Cut(rest, "/")
		c.Number = number(n)
	}
	e := readEvent(env("GITHUB_EVENT_PATH"))
	switch {
	case name == "workflow_run":
		c.SHA = e.WorkflowRun.SHA
		if e.WorkflowRun.Repo.Owner.Login != "" && e.WorkflowRun.Branch != "" {
			c.Branch = e.WorkflowRun.Repo.Owner.Login + ":" + e.WorkflowRun.Branch
		}
	case e.PullRequest.Number > 0:
		c.Number, c.SHA = e.PullRequest.Number, e.PullRequest.Head.SHA
	case len(e.Issue.Pull) > 0:
		c.Number = e.Issue.Number // the commit is not said
	}
}

func readEvent(path string) (e event) {
	const largest = 16 << 20
	if path == "" {
		return e
	}
	f, err := os.Open(path)
	if err != nil {
		return e
	}
	defer f.Close()
	_ = json.NewDecoder(io.LimitReader(f, largest)).Decode(&e) // what it does not say is not known
	return e
}

// number reads a count, also as the end of an address; 0 for anything else.
func number(s string) int64 {
	if i := strings.LastIndexByte(s, '/'); i >= 0 {
		s = s[i+1:]
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// TokenNames are the variables that hold the token for a platform, in order.
func TokenNames(platform string) []string {
	switch platform {
	case "github":
		return []string{"GITHUB_TOKEN", "GH_TOKEN"}
	case "gitlab":
		return []string{"GITLAB_TOKEN", jobToken}
	case "bitbucket":
		return []string{"BITBUCKET_TOKEN"}
	case "azure":
		return []string{"SYSTEM_ACCESSTOKEN", "AZURE_DEVOPS_EXT_PAT"}
	case "gitea":
		return []string{"GITEA_TOKEN", "FORGEJO_TOKEN", "GITHUB_TOKEN"}
	}
	return nil
}

const jobToken = "CI_JOB_TOKEN"

// Credentials puts the token of the environment into a target, and reports
// whether there is one.
func (t *Target) Credentials(platform string, env func(string) string) bool {
	t.User = ""
	for _, name := range TokenNames(platform) {
		if v := strings.TrimSpace(env(name)); v != "" {
			t.Token, t.Job = v, name == jobToken
			break
		}
	}
	if platform == "bitbucket" {
		t.User = env("BITBUCKET_USERNAME")
	}
	return t.Token != ""
}
