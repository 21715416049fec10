package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/config"
)

// ciPlatform is where pull requests are, or what runs for them.
type ciPlatform struct {
	name  string
	marks []string // files that tell it, below the repository
	hosts []string // parts of the host of a remote that tell it
	files []ciFile
	next  []string // what is left to do, in a line each
}

// ciFile is a file of a platform.
type ciFile struct {
	file string // slash path below the repository
	from string // below the folder ci; "" for text
	text string
	add  string // what to add by hand to one that exists
}

const gitlabInclude = "include:\n  - local: .gitlab/iaclint.gitlab-ci.yml\n"

// ciPlatforms are all that are known; of those that a repository has the marks of,
// the first counts.
func ciPlatforms() []ciPlatform {
	return []ciPlatform{
		{name: "gitea", marks: []string{".gitea/workflows", ".forgejo/workflows"}, hosts: []string{"gitea", "forgejo", "codeberg.org"},
			files: []ciFile{{file: ".gitea/workflows/iaclint.yml", from: "gitea/iaclint.yml"}}},
		{name: "github", marks: []string{".github/workflows"}, hosts: []string{"github"},
			files: []ciFile{{file: ".github/workflows/iaclint.yml", from: "github/iaclint.yml"}, {file: ".github/workflows/iaclint-comment.yml", from: "github/iaclint-comment.yml"}},
			next:  []string{"Comments begin with the first pull request after iaclint-comment.yml is on the main branch."}},
		{name: "gitlab", marks: []string{".gitlab-ci.yml"}, hosts: []string{"gitlab"},
			files: []ciFile{{file: ".gitlab/iaclint.gitlab-ci.yml", from: "gitlab/iaclint.gitlab-ci.yml"}, {file: ".gitlab-ci.yml", text: gitlabInclude, add: gitlabInclude}},
			next:  []string{"For comments, set the masked variable GITLAB_TOKEN to a project access token with the scope api."}},
		{name: "azure", marks: []string{"azure-pipelines.yml", ".azuredevops", ".azure-pipelines"}, hosts: []string{"dev.azure.com", "visualstudio.com"},
			files: []ciFile{{file: ".azuredevops/azure-pipelines-iaclint.yml", from: "azure/azure-pipelines-iaclint.yml"}, {file: ".azuredevops/iaclint-steps.yml", from: "azure/iaclint-steps.yml"}},
			next:  []string{"Make a pipeline of .azuredevops/azure-pipelines-iaclint.yml and a build validation that runs it; the build service needs the right to contribute to pull requests."}},
		{name: "bitbucket", marks: []string{"bitbucket-pipelines.yml"}, hosts: []string{"bitbucket"},
			files: []ciFile{{file: "bitbucket-pipelines.yml", from: "bitbucket/bitbucket-pipelines.yml", add: "the step of https://github.com/iaclint/iaclint/blob/main/ci/bitbucket/bitbucket-pipelines.yml\n"}},
			next:  []string{"For comments, set the secured variable BITBUCKET_TOKEN to a repository access token that may write pull requests."}},
		{name: "jenkins", marks: []string{"Jenkinsfile"}, hosts: []string{"jenkins"},
			files: []ciFile{{file: "Jenkinsfile", from: "jenkins/Jenkinsfile", add: "the stage of https://github.com/iaclint/iaclint/blob/main/ci/jenkins/Jenkinsfile\n"}}},
		{name: "atlantis", marks: []string{"atlantis.yaml"}, hosts: []string{"atlantis"},
			next: []string{"Atlantis is configured on its server: https://github.com/iaclint/iaclint/blob/main/ci/atlantis/repos.yaml"}},
	}
}

func platformNames() []string {
	var names []string
	for _, p := range ciPlatforms() {
		names = append(names, p.name)
	}
	slices.Sort(names)
	return append(names, "none")
}

// choosePlatform is the one that is named, or the one that the repository tells,
// and how it does. It is nil where nothing does.
func choosePlatform(ctx context.Context, top, name string) (*ciPlatform, string, error) {
	all := ciPlatforms()
	if name == "none" {
		return nil, "platform     none, as was said", nil
	}
	if name != "" {
		at := slices.IndexFunc(all, func(p ciPlatform) bool { return p.name == name })
		if at < 0 {
			next := "One of " + strings.Join(platformNames(), ", ")
			if near := config.Nearest(name, platformNames()); near != "" {
				next = fmt.Sprintf("Did you mean %q?", near)
			}
			return nil, "", hint{fmt.Errorf("--platform %q is not known", name), next}
		}
		return &all[at], "platform     " + name + ", as was said", nil
	}
	host := remoteHost(ctx, top)
	var marked, hosted *ciPlatform
	var by string // the file that marked is told by
	for i := range all {
		p := &all[i]
		mark := slices.IndexFunc(p.marks, func(m string) bool { _, err := os.Stat(filepath.Join(top, filepath.FromSlash(m))); return err == nil })
		on := host != "" && slices.ContainsFunc(p.hosts, func(h string) bool { return strings.Contains(host, h) })
		switch {
		case mark >= 0 && on:
			return p, fmt.Sprintf("platform     %s: there is %s, and the remote is on %s", p.name, p.marks[mark], host), nil
		case mark >= 0 && marked == nil:
			marked, by = p, p.marks[mark]
		case on && hosted == nil:
			hosted = p
		}
	}
	switch {
	case marked != nil:
		return marked, fmt.Sprintf("platform     %s: there is %s", marked.name, by), nil
	case hosted != nil:
		return hosted, fmt.Sprintf("platform     %s: the remote is on %s", hosted.name, host), nil
	}
	return nil, "platform     not known: --platform writes a workflow too (" + strings.Join(platformNames(), ", ") + ")", nil
}

// remoteHost is the host of the remote that a repository came from; "" for none.
func remoteHost(ctx context.Context, top string) string {
	out, err := exec.CommandContext(ctx, "git", "-C", top, "config", "--get", "remote.origin.url").Output()
	if err != nil {
		return ""
	}
	at := strings.TrimSpace(string(out))
	if u, err := url.Parse(at); err == nil && u.Host != "" {
		return strings.ToLower(u.Hostname())
	}
	host, _, ok := strings.Cut(at, ":") // git@host:path
	if !ok || strings.ContainsAny(host, `/\`) {
		return ""
	}
	return strings.ToLower(host[strings.LastIndexByte(host, '@')+1:])
}
