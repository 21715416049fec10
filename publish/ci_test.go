package publish

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDetect(t *testing.T) {
	events := t.TempDir()
	event := func(name, text string) string {
		path := filepath.Join(events, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	pull := event("pull", `{"pull_request": {"number": 7, "head": {"sha": "abc"}}}`)
	run := event("run", `{"workflow_run": {"head_sha": "abc", "head_branch": "change", "head_repository": {"owner": {"login": "fork"}}, "pull_requests": []}}`)
	note := event("note", `{"issue": {"number": 9, "pull_request": {"url": "x"}}}`)
	push := event("push", `{"after": "abc"}`)
	actions := func(more map[string]string) map[string]string {
		env := map[string]string{"GITHUB_ACTIONS": "true", "GITHUB_API_URL": "https://api.github.com", "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "o/r", "GITHUB_RUN_ID": "12", "GITHUB_RUN_ATTEMPT": "2", "GITHUB_SHA": "merge"}
		for k, v := range more {
			env[k] = v
		}
		return env
	}
	github := CI{Name: "GitHub Actions", Platform: "github", URL: "https://api.github.com", Repo: "o/r", Run: 12002, Link: "https://github.com/o/r/actions/runs/12"}
	with := func(c CI, change func(*CI)) CI { change(&c); return c }
	for name, c := range map[string]struct {
		env  map[string]string
		want CI
	}{
		"nowhere": {nil, CI{}},
		"GitHub, a pull request": {actions(map[string]string{"GITHUB_EVENT_NAME": "pull_request", "GITHUB_REF": "refs/pull/7/merge", "GITHUB_EVENT_PATH": pull}),
			with(github, func(c *CI) { c.Number, c.SHA = 7, "abc" })},
		"GitHub, after another run": {actions(map[string]string{"GITHUB_EVENT_NAME": "workflow_run", "GITHUB_REF": "refs/heads/main", "GITHUB_EVENT_PATH": run}),
			with(github, func(c *CI) { c.SHA, c.Branch = "abc", "fork:change" })},
		"GitHub, a comment": {actions(map[string]string{"GITHUB_EVENT_NAME": "issue_comment", "GITHUB_EVENT_PATH": note}), with(github, func(c *CI) { c.Number = 9 })},
		"GitHub, a push":    {actions(map[string]string{"GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/main", "GITHUB_EVENT_PATH": push}), github},
		"GitHub, the unsafe event": {actions(map[string]string{"GITHUB_EVENT_NAME": "pull_request_target", "GITHUB_EVENT_PATH": pull}),
			with(github, func(c *CI) { c.Number, c.SHA, c.Unsafe = 7, "abc", true })},
		"GitHub, no event": {actions(map[string]string{"GITHUB_EVENT_PATH": filepath.Join(events, "none")}), github},
		"Gitea": {actions(map[string]string{"GITEA_ACTIONS": "true", "GITHUB_SERVER_URL": "https://g.example", "GITHUB_EVENT_PATH": pull}),
			CI{Name: "Gitea Actions", Platform: "gitea", URL: "https://g.example", Repo: "o/r", Number: 7, SHA: "abc", Run: 12002, Link: "https://g.example/o/r/actions/runs/12"}},
		"GitLab": {map[string]string{"GITLAB_CI": "true", "CI_API_V4_URL": "https://gl.example/api/v4", "CI_PROJECT_ID": "5", "CI_MERGE_REQUEST_PROJECT_ID": "4", "CI_MERGE_REQUEST_IID": "3", "CI_COMMIT_SHA": "merge", "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "abc", "CI_JOB_ID": "77", "CI_JOB_URL": "https://gl.example/j/77"},
			CI{Name: "GitLab CI", Platform: "gitlab", URL: "https://gl.example/api/v4", Repo: "4", Number: 3, SHA: "abc", Run: 77, Link: "https://gl.example/j/77"}},
		"Bitbucket": {map[string]string{"BITBUCKET_BUILD_NUMBER": "8", "BITBUCKET_REPO_FULL_NAME": "w/r", "BITBUCKET_PR_ID": "2", "BITBUCKET_COMMIT": "abc"},
			CI{Name: "Bitbucket Pipelines", Platform: "bitbucket", Repo: "w/r", Number: 2, SHA: "abc", Run: 8, Link: "https://bitbucket.org/w/r/pipelines/results/8"}},
		"Azure": {map[string]string{"TF_BUILD": "True", "BUILD_REPOSITORY_PROVIDER": "TfsGit", "SYSTEM_COLLECTIONURI": "https://dev.azure.com/org/", "SYSTEM_TEAMPROJECT": "p", "BUILD_REPOSITORY_ID": "id", "SYSTEM_PULLREQUEST_PULLREQUESTID": "4", "SYSTEM_PULLREQUEST_SOURCECOMMITID": "abc", "BUILD_BUILDID": "5"},
			CI{Name: "Azure Pipelines", Platform: "azure", URL: "https://dev.azure.com/org/", Repo: "p/id", Number: 4, SHA: "abc", Run: 5, Link: "https://dev.azure.com/org/p/_build/results?buildId=5"}},
		"Azure, of a repository on GitHub": {map[string]string{"TF_BUILD": "True", "BUILD_REPOSITORY_PROVIDER": "GitHub", "BUILD_REPOSITORY_NAME": "o/r", "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER": "4", "SYSTEM_PULLREQUEST_SOURCECOMMITID": "abc", "BUILD_BUILDID": "5"},
			CI{Name: "Azure Pipelines", Platform: "github", Repo: "o/r", Number: 4, SHA: "abc", Run: 5}},
		"Jenkins":  {map[string]string{"JENKINS_URL": "x", "CHANGE_ID": "6", "GIT_COMMIT": "merge", "BUILD_NUMBER": "3", "BUILD_URL": "https://j/3"}, CI{Name: "Jenkins", Number: 6, Run: 3, Link: "https://j/3"}},
		"CircleCI": {map[string]string{"CIRCLECI": "true", "CIRCLE_PULL_REQUEST": "https://github.com/o/r/pull/12", "CIRCLE_SHA1": "abc", "CIRCLE_BUILD_NUM": "3"}, CI{Name: "CircleCI", Number: 12, SHA: "abc", Run: 3}},
		"Atlantis": {map[string]string{"ATLANTIS_TERRAFORM_VERSION": "1.9", "PULL_NUM": "6", "HEAD_COMMIT": "abc", "BASE_REPO_OWNER": "o", "BASE_REPO_NAME": "r"}, CI{Name: "Atlantis", Repo: "o/r", Number: 6, SHA: "abc"}},
		"Travis":   {map[string]string{"TRAVIS": "true", "TRAVIS_PULL_REQUEST": "false"}, CI{Name: "Travis CI"}},
	} {
		if diff := cmp.Diff(c.want, Detect(func(k string) string { return c.env[k] })); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestCredentials(t *testing.T) {
	env := map[string]string{"CI_JOB_TOKEN": "job", "GITHUB_TOKEN": " gh\n", "BITBUCKET_TOKEN": "bb", "BITBUCKET_USERNAME": "u"}
	get := func(k string) string { return env[k] }
	for platform, want := range map[string]Target{
		"gitlab": {Token: "job", Job: true}, "github": {Token: "gh"}, "gitea": {Token: "gh"}, "bitbucket": {Token: "bb", User: "u"}, "azure": {},
	} {
		var got Target
		if ok := got.Credentials(platform, get); got != want || ok != (want.Token != "") {
			t.Errorf("%s: %+v %v", platform, got, ok)
		}
	}
	if got := (Target{Token: "t0k", User: "u"}).Clean("a t0k b dTp0MGs= c"); got != "a [token] b [token] c" {
		t.Error(got)
	}
}
