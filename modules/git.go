package modules

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// fromGit fetches a commit of a repository. One that is named by its full
// digest and was fetched before needs no network.
func (f *Fetcher) fromGit(ctx context.Context, at location) (Package, error) {
	commit := at.ref
	if !isCommit(commit) {
		var err error
		if commit, err = f.resolve(ctx, at); err != nil {
			return Package{}, err
		}
	}
	dir, r, err := f.cache.keep(ctx, key("git", at.url.String(), commit), func(dir string) (record, error) {
		return record{Source: withoutLogin(at.url), Version: commit}, f.clone(ctx, at, commit, dir)
	})
	if err != nil {
		return Package{}, err
	}
	shown := at.ref
	if shown == "" || isCommit(shown) {
		shown = r.Version[:min(12, len(r.Version))]
	}
	sub, err := settle(dir, at.sub)
	return Package{Name: named(at.url) + "@" + tidy(shown), Dir: dir, Sub: sub, Revision: r.Version}, err
}

// isCommit is whether a ref is the full digest of a commit.
func isCommit(ref string) bool { return (len(ref) == 40 || len(ref) == 64) && isHex(ref) }

func isHex(text string) bool { return strings.Trim(text, "0123456789abcdef") == "" }

// resolve is the commit that a branch or tag stands at, a tag first, as git
// checkout takes them. A ref that could be the beginning of a commit's digest
// and is neither stays as it is.
func (f *Fetcher) resolve(ctx context.Context, at location) (string, error) {
	wanted := []string{"HEAD"}
	if at.ref != "" {
		wanted = []string{at.ref + "^{}", at.ref, "refs/tags/" + at.ref + "^{}", "refs/tags/" + at.ref, "refs/heads/" + at.ref}
	}
	said, err := f.git(ctx, at, "", nil, append([]string{"ls-remote", "--", at.url.String()}, wanted...)...)
	if err != nil {
		return "", err
	}
	best, rank := "", len(wanted)
	for line := range strings.Lines(said) {
		digest, name, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if i := slices.Index(wanted, name); i >= 0 && i < rank && isCommit(digest) {
			best, rank = digest, i
		}
	}
	switch {
	case best != "":
		return best, nil
	case len(at.ref) >= 7 && isHex(at.ref):
		return at.ref, nil
	case at.ref == "":
		return "", problemf("the repository at %s is empty: check the source", at.url.Host)
	}
	return "", problemf("the repository at %s has no branch or tag %s: check ref= in the source", at.url.Host, plain(at.ref))
}

// clone writes the files of a commit into a folder; "" for the one that the
// ref stands at. No working copy is made: the files come as an archive, so that
// no hook and no filter sees them, within the bounds of any other archive.
func (f *Fetcher) clone(ctx context.Context, at location, commit, dir string) error {
	if commit == "" {
		if commit = at.ref; !isCommit(commit) {
			var err error
			if commit, err = f.resolve(ctx, at); err != nil {
				return err
			}
		}
	}
	repo := filepath.Join(filepath.Dir(dir), "repository")
	if _, err := f.git(ctx, at, "", nil, "init", "--quiet", "--bare", "--template=", "--", repo); err != nil {
		return err
	}
	defer os.RemoveAll(repo)
	// What the repository says about its own export does not count: files are
	// wanted as they are.
	err := os.MkdirAll(filepath.Join(repo, "info"), 0o700)
	if err == nil {
		err = os.WriteFile(filepath.Join(repo, "info", "attributes"), []byte("* -export-ignore -export-subst -filter -ident -text -eol -working-tree-encoding\n"), 0o600)
	}
	if err != nil {
		return f.cache.fail(err)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	go f.watch(ctx, cancel, repo)
	fetch := []string{"fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no"}
	if isCommit(commit) {
		_, err = f.git(ctx, at, repo, nil, append(fetch, "--depth=1", "--", at.url.String(), commit)...)
	}
	if !isCommit(commit) || err != nil && ctx.Err() == nil {
		// Not every server gives out a single commit.
		_, err = f.git(ctx, at, repo, nil, append(fetch, "--", at.url.String(), "+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*")...)
	}
	if context.Cause(ctx) == errTooMuch {
		return errTooMuch
	}
	if err != nil {
		return err
	}
	if _, err := f.git(ctx, at, repo, nil, "rev-parse", "--quiet", "--verify", "--end-of-options", commit+"^{commit}"); err != nil {
		return problemf("the repository at %s has no commit %s: check ref= in the source", at.url.Host, plain(at.ref))
	}
	return f.export(ctx, at, repo, commit, dir)
}

// export unpacks a commit of a repository.
func (f *Fetcher) export(ctx context.Context, at location, repo, commit, dir string) error {
	u, err := f.unpacker(ctx, dir)
	if err != nil {
		return err
	}
	defer u.root.Close()
	out, in := io.Pipe()
	finished := make(chan error, 1)
	go func() {
		_, err := f.git(ctx, at, repo, in, "archive", "--format=tar", commit)
		in.CloseWithError(err)
		finished <- err
	}()
	if err = u.tar(out); err == nil {
		_, err = io.Copy(io.Discard, out) // what pads the archive
	}
	out.CloseWithError(errTooMuch) // ends git where something was refused
	if failed := <-finished; err == nil {
		err = failed
	}
	return u.done(f, err)
}

// watch ends a fetch that brings more than is taken in.
func (f *Fetcher) watch(ctx context.Context, cancel context.CancelCauseFunc, repo string) {
	for tick := time.NewTicker(200 * time.Millisecond); ; {
		select {
		case <-ctx.Done():
			tick.Stop()
			return
		case <-tick.C:
		}
		size := int64(0)
		_ = filepath.WalkDir(repo, func(_ string, d os.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() {
				if info, err := d.Info(); err == nil {
					size += info.Size()
				}
			}
			return nil
		})
		if size > f.limits.download {
			cancel(errTooMuch)
		}
	}
}

// git runs git and returns what it prints, or writes it to out.
func (f *Fetcher) git(ctx context.Context, at location, repo string, out io.Writer, args ...string) (string, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return "", problemf("git is not installed: install it, or run init elsewhere")
	}
	all := []string{
		"-c", "core.askPass=", "-c", "core.hooksPath=" + os.DevNull, "-c", "core.fsmonitor=false", "-c", "credential.interactive=false",
		"-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "transfer.bundleURI=false", "-c", "http.followRedirects=initial",
		"-c", "fetch.uriProtocols=", "-c", "protocol.version=2", "-c", "tar.umask=0077",
	}
	if repo != "" {
		all = append(all, "--git-dir="+repo)
	}
	c := exec.CommandContext(ctx, program, append(all, args...)...)
	c.Env = f.gitEnvironment(at)
	c.Dir = os.TempDir()
	c.WaitDelay = 2 * time.Second
	var said, wrong bytes.Buffer
	c.Stdout, c.Stderr = &said, &clipped{&wrong, 64 << 10}
	if out != nil {
		c.Stdout = out
	} else {
		c.Stdout = &clipped{&said, maxAnswer}
	}
	if err := c.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", f.gitProblem(at, wrong.String())
	}
	return said.String(), nil
}

// gitEnvironment is the environment without what an enclosing git, as in a
// hook, has put into it, and with what keeps git from asking.
func (f *Fetcher) gitEnvironment(at location) []string {
	kept := []string{"GIT_SSL_", "GIT_SSH", "GIT_PROXY_", "GIT_HTTP_PROXY_", "GIT_CONFIG_GLOBAL=", "GIT_CONFIG_SYSTEM=", "GIT_CONFIG_NOSYSTEM=", "GIT_CONFIG_COUNT=", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_", "GIT_EXEC_PATH="}
	var out []string
	for _, line := range f.env {
		if !strings.HasPrefix(line, "GIT_") || slices.ContainsFunc(kept, func(p string) bool { return strings.HasPrefix(line, p) }) {
			if !strings.HasPrefix(line, "TF_") { // tokens that are none of its concern
				out = append(out, line)
			}
		}
	}
	out = append(out, "GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=", "SSH_ASKPASS=", "SSH_ASKPASS_REQUIRE=never", "GCM_INTERACTIVE=never",
		"GIT_ALLOW_PROTOCOL=https:http:ssh", "GIT_PROTOCOL_FROM_USER=0", "GIT_LFS_SKIP_SMUDGE=1", "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C", "LANGUAGE=")
	if at.url.Scheme == "ssh" && f.env.get("GIT_SSH") == "" {
		command := f.env.get("GIT_SSH_COMMAND")
		if command == "" {
			command = f.sshCommand()
		}
		out = append(out, "GIT_SSH_COMMAND="+command+" -o BatchMode=yes")
	}
	return out
}

// sshCommand is what git's own settings run for ssh.
func (f *Fetcher) sshCommand() string {
	c := exec.Command("git", "config", "--global", "--get", "core.sshCommand")
	c.Env = f.env
	c.Dir = os.TempDir()
	if out, err := c.Output(); err == nil && len(bytes.TrimSpace(out)) > 0 {
		return string(bytes.TrimSpace(out))
	}
	return "ssh"
}

// gitProblem puts what git says into words.
func (f *Fetcher) gitProblem(at location, said string) error {
	host := at.url.Host
	low := strings.ToLower(said)
	has := func(texts ...string) bool {
		return slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(low, t) })
	}
	switch {
	case has("could not read username", "could not read password", "authentication failed", "permission denied", "http 401", "http 403", "error: 401", "error: 403", "terminal prompts disabled"):
		return problemf("%s wants a login that git does not have: set up a credential helper or an ssh key, or run init", host)
	case has("host key verification failed"):
		return problemf("the key of %s is not known to ssh: connect to it once, or run init", host)
	case has("not found", "does not exist", "does not appear to be a git repository", "error: 404"):
		return problemf("%s has no such repository, or does not show it to you: check the source and git's login", host)
	case has("could not resolve host"):
		return problemf("no host %s is known: check the source, or run init where there is a network", host)
	case has("certificate"):
		return problemf("the certificate of %s is not trusted: add its authority to git's (http.sslCAInfo), or run init", host)
	case has("no space left", "read-only file system"):
		return f.cache.fail(errors.New("git cannot write to it"))
	case has("transport '"):
		return problemf("git is led to a protocol that is not allowed here: check the source")
	}
	for line := range strings.Lines(said) {
		if text, ok := strings.CutPrefix(strings.TrimSpace(line), "fatal: "); ok {
			return problemf("git cannot fetch it from %s (%s): check the source, or run init", host, plain(text))
		}
	}
	return problemf("git cannot fetch it from %s: check the source, or run init", host)
}

// clipped keeps the first bytes of what is written.
type clipped struct {
	out  *bytes.Buffer
	left int
}

func (c *clipped) Write(p []byte) (int, error) {
	n := min(len(p), c.left)
	c.out.Write(p[:n])
	c.left -= n
	return len(p), nil
}
