package revision

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// git runs a command of git's in a folder. What it says to standard error is
// the text of a failure.
func git(ctx context.Context, dir string, in []byte, env []string, args ...string) (string, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return "", errors.New("git is not installed: install it, or compare with a saved result")
	}
	all := []string{"-c", "core.hooksPath=" + os.DevNull, "-c", "core.fsmonitor=false", "-c", "core.askPass=", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "core.quotePath=false"}
	c := exec.CommandContext(ctx, program, append(all, args...)...)
	c.Dir = dir
	c.Env = append(environment(), env...)
	c.WaitDelay = 2 * time.Second
	var said, wrong bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = bytes.NewReader(in), &said, &wrong
	if err := c.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", refusal{wrong.String()}
	}
	return said.String(), nil
}

// environment is that of the process without what an enclosing git, as in a
// hook, has put into it, and with what keeps git from asking and from fetching.
func environment() []string {
	kept := []string{"GIT_CONFIG_GLOBAL=", "GIT_CONFIG_SYSTEM=", "GIT_CONFIG_NOSYSTEM=", "GIT_CONFIG_COUNT=", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_", "GIT_EXEC_PATH="}
	var out []string
	for _, line := range os.Environ() {
		if !strings.HasPrefix(line, "GIT_") || slices.ContainsFunc(kept, func(p string) bool { return strings.HasPrefix(line, p) }) {
			out = append(out, line)
		}
	}
	return append(out, "GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=", "SSH_ASKPASS=", "SSH_ASKPASS_REQUIRE=never", "GCM_INTERACTIVE=never",
		"GIT_ALLOW_PROTOCOL=", "GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0", "GIT_LFS_SKIP_SMUDGE=1", "LC_ALL=C", "LANGUAGE=")
}

// refusal is git that ended with an error.
type refusal struct{ said string }

// Error is the first thing git says was fatal.
func (r refusal) Error() string {
	for line := range strings.Lines(r.said) {
		if text, ok := strings.CutPrefix(strings.TrimSpace(line), "fatal: "); ok {
			return "git says: " + strings.TrimSuffix(text, ".")
		}
	}
	return "git ended with an error"
}

// says is whether git ended with an error that has a text in it.
func says(err error, text string) bool {
	var r refusal
	return errors.As(err, &r) && strings.Contains(r.said, text)
}

// resolve finds the working copy a folder lies in, and the commit a revision
// stands for.
func resolve(ctx context.Context, dir, rev string) (repository, commit string, err error) {
	if rev == "" || strings.HasPrefix(rev, "-") || strings.ContainsAny(rev, "\x00\n") {
		return "", "", fmt.Errorf("%q is no revision: name a branch, a tag or a commit", rev)
	}
	top, err := git(ctx, dir, nil, nil, "rev-parse", "--show-toplevel")
	switch {
	case says(err, "not a git repository"):
		return "", "", errors.New("there is no git repository around what is checked: name a saved result, as check --format json writes it")
	case says(err, "dubious ownership"):
		return "", "", errors.New("the repository belongs to another user: git config --global --add safe.directory '*' allows that, where it is meant")
	case says(err, "must be run in a work tree"):
		return "", "", errors.New("the repository has no working copy: name a saved result")
	case err != nil:
		return "", "", err
	}
	repository = strings.TrimRight(top, "\r\n")
	said, err := git(ctx, dir, nil, nil, "rev-parse", "--verify", "--quiet", rev+"^{commit}")
	if commit = strings.TrimSpace(said); err == nil && isCommit(commit) {
		return repository, commit, nil
	}
	var refused refusal
	if err != nil && !errors.As(err, &refused) {
		return "", "", err
	}
	if shallow, _ := git(ctx, dir, nil, nil, "rev-parse", "--is-shallow-repository"); strings.TrimSpace(shallow) == "true" {
		return "", "", fmt.Errorf("there is no revision %q in this shallow clone: fetch more of it, with git fetch --unshallow or, in a workflow, fetch-depth: 0", rev)
	}
	next := "git branch --all shows the branches"
	if !strings.Contains(rev, "/") {
		next = fmt.Sprintf("fetch it, or name it as the clone does (origin/%s); %s", rev, next)
	}
	return "", "", fmt.Errorf("the repository has no revision %q: %s", rev, next)
}

// Parted is the commit that two revisions of the repository around a folder have
// last had in common.
func Parted(ctx context.Context, dir, one, other string) (string, error) {
	_, a, err := resolve(ctx, dir, one)
	if err != nil {
		return "", err
	}
	_, b, err := resolve(ctx, dir, other)
	if err != nil {
		return "", err
	}
	said, err := git(ctx, dir, nil, nil, "merge-base", a, b)
	if commit := strings.TrimSpace(said); err == nil && isCommit(commit) {
		return commit, nil
	}
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	return "", fmt.Errorf("%s and %s have no commit in common here: where the clone is shallow, fetch more of it, with git fetch --unshallow or, in a workflow, fetch-depth: 0", one, other)
}

func isCommit(s string) bool {
	return (len(s) == 40 || len(s) == 64) && strings.Trim(s, "0123456789abcdef") == ""
}
