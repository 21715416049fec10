//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// hostile is a name that breaks out of a table, loads a picture, calls somebody
// and points to an issue, wherever it is taken for more than a name.
const hostile = "</td></tr></table><img src=https://evil.example/x.png> @stranger #1 [a](https://evil.example) ``` | `"

// source is a root module with a volume of an old kind on lines 2 to 6, and one
// with a hostile name.
func source(size int) string {
	return fmt.Sprintf(`provider "aws" { region = "eu-central-1" }
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-central-1a"
  size              = %d
  type              = "gp2"
}

resource "aws_ebs_volume" "named" {
  for_each          = toset([%q])
  availability_zone = "eu-central-1a"
  size              = 50
  type              = "gp3"
}
`, size, hostile)
}

// alive are the signs in a page that a name was taken for markup.
func alive(html string) (found []string) {
	for _, sign := range []string{`(?i)<img[^>]*evil`, `(?i)(href|src)="[^"]*evil`, `<a[^>]*class="mention"`, `<a[^>]*class="[^"]*ref-issue`} {
		if x := regexp.MustCompile(sign).FindString(html); x != "" {
			found = append(found, x)
		}
	}
	return found
}

// TestRealGitea takes a result to a pull request on a real server: what the API
// documents is one thing, what it does with it another.
func TestRealGitea(t *testing.T) {
	bin := giteaBinary()
	if bin == "" {
		const none = "there is no Gitea on this machine: .ci/gitea builds one"
		if os.Getenv("IACLINT_GITEA") == "required" {
			t.Fatal(none)
		}
		t.Log(none)
		return
	}
	s := startGitea(t, bin)
	s.call(s.admin, "POST", "/user/repos", map[string]any{"name": "infra", "auto_init": true, "default_branch": "main"}, nil)
	token, stranger := s.user("bot"), s.user("stranger")
	s.write("main", "main.tf", "provider \"aws\" { region = \"eu-central-1\" }\n")
	s.call(s.admin, "POST", "/repos/owner/infra/branches", map[string]string{"new_branch_name": "change", "old_branch_name": "main"}, nil)
	first := s.write("change", "main.tf", source(100))
	s.call(s.admin, "POST", "/repos/owner/infra/pulls", map[string]string{"head": "change", "base": "main", "title": "Volumes"}, nil)
	const pull, issue = "/repos/owner/infra/pulls/1", "/repos/owner/infra/issues/1"

	for name, value := range map[string]string{"GITEA_TOKEN": token, "GITHUB_ACTIONS": "", "GITLAB_CI": "", "GITEA_ACTIONS": "", "FORGEJO_ACTIONS": ""} {
		t.Setenv(name, value)
	}
	dir := t.TempDir()
	t.Chdir(dir)
	var said string
	iaclint := func(args ...string) {
		t.Helper()
		var out, errs bytes.Buffer
		code := run(context.Background(), args, streams{in: strings.NewReader(""), out: &out, err: &errs})
		said = errs.String()
		if code != 0 || strings.Contains(said+out.String(), token) {
			t.Fatalf("iaclint %s: exit code %d\n%s%s", strings.Join(args, " "), code, out.String(), said)
		}
	}
	check := func(size int) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(source(size)), 0o644); err != nil {
			t.Fatal(err)
		}
		iaclint("check", ".", "--format", "json="+filepath.Join(dir, "result.json"), "--fail-on", "never")
	}
	comment := func(sha string, run int, more ...string) {
		t.Helper()
		args := append([]string{"comment", "gitea", "result.json", "--url", s.url, "--repo", "owner/infra", "--pr", "1", "--sha", sha, "--run", fmt.Sprint(run), "--strict-post", "--debug"}, more...)
		iaclint(args...)
	}
	type note struct {
		ID   int64  `json:"id"`
		Body string `json:"body"`
		User struct {
			Login string `json:"login"`
		} `json:"user"`
	}
	notes := func() (out []note) {
		t.Helper()
		s.call(token, "GET", issue+"/comments", nil, &out)
		return out
	}

	// Somebody else's comment with our marker stays as it is, all the way.
	forged := "<!-- iaclint:comment key=main run=999999999999 sha=" + first + " hash=0 -->\n\nforged"
	s.call(stranger, "POST", issue+"/comments", map[string]string{"body": forged}, nil)

	check(100)
	comment(first, 1, "--dry-run", "--key", "main")
	if n := len(notes()); n != 1 || !strings.Contains(said, "would write a comment") {
		t.Fatalf("a dry run left %d comments\n%s", n, said)
	}
	comment(first, 2, "--key", "main", "--inline", "--status")
	list := notes()
	if len(list) != 2 || list[1].User.Login != "bot" || !strings.HasPrefix(list[1].Body, "<!-- iaclint:comment key=main run=2 sha="+first) {
		t.Fatalf("%+v", list)
	}
	mine := list[1].ID

	// What the page shows of the hostile name is its text.
	html := s.page("/owner/infra/pulls/1")
	if !strings.Contains(html, "evil") {
		t.Error("the name is not on the page")
	}
	if found := alive(html); len(found) > 0 {
		t.Errorf("the page is alive: %q", found)
	}
	// And it would be, were the name said as it is.
	s.call(stranger, "POST", "/repos/owner/infra/issues", map[string]string{"title": "raw", "body": "| a |\n|--|\n| " + hostile + " |"}, nil)
	if found := alive(s.page("/owner/infra/issues/2")); len(found) < 3 {
		t.Errorf("a raw name only does this: %q", found)
	}

	// The safe fix is a suggestion on its line.
	var reviews []struct {
		ID    int64 `json:"id"`
		Count int   `json:"comments_count"`
	}
	s.call(token, "GET", pull+"/reviews", nil, &reviews)
	if len(reviews) != 1 || reviews[0].Count < 1 {
		t.Fatalf("reviews: %+v", reviews)
	}
	var remarks []struct {
		Body string `json:"body"`
		Path string `json:"path"`
		Line int    `json:"position"`
	}
	s.call(token, "GET", fmt.Sprintf("%s/reviews/%d/comments", pull, reviews[0].ID), nil, &remarks)
	suggested := false
	for _, r := range remarks {
		if strings.Contains(r.Body, "```suggestion\n  type              = \"gp3\"\n```") {
			suggested = r.Path == "main.tf" && r.Line == 5
		}
	}
	if !suggested {
		t.Errorf("no suggestion on line 5 of main.tf: %+v", remarks)
	}

	// The status is on the commit.
	var statuses []struct {
		State   string `json:"status"`
		Context string `json:"context"`
		Text    string `json:"description"`
	}
	s.call(token, "GET", "/repos/owner/infra/statuses/"+first, nil, &statuses)
	if len(statuses) != 1 || statuses[0].State != "success" || statuses[0].Context != "iaclint / main" || statuses[0].Text == "" {
		t.Errorf("statuses: %+v", statuses)
	}

	// Said again it changes nothing, neither the comment nor the remarks.
	comment(first, 3, "--key", "main", "--inline")
	if strings.Contains(said, "POST") || strings.Contains(said, "PATCH") || !strings.Contains(said, "unchanged") {
		t.Errorf("said again:\n%s", said)
	}

	// Another result is said in the same comment; of an older commit none is.
	second := s.write("change", "main.tf", source(200))
	s.await(pull, func(p giteaPull) bool { return p.Head.SHA == second })
	check(200)
	comment(second, 4, "--key", "main")
	list = notes()
	if len(list) != 2 || list[1].ID != mine || !strings.Contains(list[1].Body, "sha="+second) {
		t.Fatalf("after an update: %+v", list)
	}
	check(100)
	comment(first, 99, "--key", "main")
	if got := notes()[1].Body; got != list[1].Body || !strings.Contains(said, "not published") {
		t.Errorf("an older commit spoke last:\n%s", said)
	}

	// A job of another key has its own, and a new one takes the place of the old.
	comment(second, 5, "--key", "other")
	check(300)
	comment(second, 6, "--key", "main", "--mode", "delete-and-new")
	list = notes()
	if len(list) != 3 || list[1].ID == mine || !strings.Contains(list[2].Body, "key=main run=6") {
		t.Errorf("after delete-and-new: %+v", list)
	}
	if list[0].Body != forged {
		t.Errorf("the stranger's comment says %q now", list[0].Body)
	}

	// As large as it may be.
	wide := map[string]string{"body": list[2].Body + strings.Repeat("ä", 200_000)}
	s.call(token, "PATCH", fmt.Sprintf("/repos/owner/infra/issues/comments/%d", list[2].ID), wide, nil)

	s.await(pull, func(p giteaPull) bool { return p.Mergeable })
	// The pull request is merged; what is said afterwards is of its last commit.
	s.call(s.admin, "POST", pull+"/merge", map[string]string{"Do": "merge"}, nil)
	check(400)
	comment(second, 7, "--key", "main")
	if list = notes(); len(list) != 3 || !strings.Contains(list[2].Body, "run=7") {
		t.Errorf("after the merge: %+v", list)
	}
}
