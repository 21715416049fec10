package pack

import (
	"fmt"
	"net"
	"net/netip"
	"path/filepath"
	"strings"
)

// Kind is where a pack comes from.
type Kind int

// The kinds of sources.
const (
	Local Kind = iota // a folder, never locked
	OCI
	Git
)

// Ref names a pack: where it is and which one is meant.
type Ref struct {
	Kind Kind
	// Source is the place without a version: "oci://ghcr.io/acme/cloud", the
	// address of a repository, or the path of a folder.
	Source string

	Host, Repository string // of OCI

	// At most one of these says which; none means the newest release.
	Tag, Digest, Constraint string
}

// ParseRef reads a reference as it is written on the command line and in the
// configuration:
//
//	oci://HOST/REPOSITORY[:TAG|@sha256:…|@CONSTRAINT]
//	git::URL[//FOLDER][?ref=…]
//	FOLDER
func ParseRef(s string) (Ref, error) {
	if strings.ContainsAny(s, "\x00\n\r\t") || s == "" || len(s) > 1000 {
		return Ref{}, fmt.Errorf("%.60q is no reference to a pack", s)
	}
	if rest, ok := strings.CutPrefix(s, "oci://"); ok {
		return parseOCI(s, rest)
	}
	if strings.HasPrefix(s, "git::") || strings.HasPrefix(s, "git@") {
		return Ref{Kind: Git, Source: s}, nil
	}
	if scheme, _, ok := strings.Cut(s, "://"); ok {
		return Ref{}, fmt.Errorf("packs do not come over %s: write oci://, git:: or a folder, not %.80q", scheme, s)
	}
	return Ref{Kind: Local, Source: filepath.ToSlash(s)}, nil
}

func parseOCI(s, rest string) (Ref, error) {
	r := Ref{Kind: OCI}
	rest, at, _ := strings.Cut(rest, "@")
	host, name, ok := strings.Cut(rest, "/")
	if i := strings.LastIndexByte(name, ':'); i >= 0 {
		name, r.Tag = name[:i], name[i+1:]
		if !goodTag(r.Tag) {
			return r, fmt.Errorf("%.80q: %.40q is no tag", s, r.Tag)
		}
	}
	switch {
	case !ok || name == "" || !goodHost(host):
		return r, fmt.Errorf("%.80q names no repository: write oci://HOST/OWNER/NAME", s)
	case len(name) > 255 || !repositoryName().MatchString(name):
		return r, fmt.Errorf("%.80q: a repository is written in lower-case letters, digits and . _ - /", s)
	case strings.HasPrefix(at, "sha256:"):
		if !hexDigest(at) {
			return r, fmt.Errorf("%.80q: a digest is sha256: and 64 digits", s)
		}
		r.Digest = at
	case at != "":
		if _, err := parseConstraint(at); err != nil {
			return r, fmt.Errorf("%.80q: %w", s, err)
		}
		r.Constraint = at
	}
	if r.Tag != "" && at != "" {
		return r, fmt.Errorf("%.80q says two versions: a tag, or what stands behind @", s)
	}
	r.Host, r.Repository = host, name
	r.Source = "oci://" + host + "/" + name
	return r, nil
}

// String is the reference as it is written.
func (r Ref) String() string {
	switch {
	case r.Tag != "":
		return r.Source + ":" + r.Tag
	case r.Digest != "":
		return r.Source + "@" + r.Digest
	case r.Constraint != "":
		return r.Source + "@" + r.Constraint
	}
	return r.Source
}

// Remote is whether the pack has to be fetched.
func (r Ref) Remote() bool { return r.Kind != Local }

// Loopback is whether the host is this machine, which is spoken to without TLS.
func (r Ref) Loopback() bool {
	host := r.Host
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.Trim(host, "[]")
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.IsLoopback()
	}
	return host == "localhost"
}

func goodHost(s string) bool {
	if s == "" || len(s) > 255 || s[0] == '-' || s[0] == '.' {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune(".-:[]_", r)
	})
}

func goodTag(s string) bool {
	if s == "" || len(s) > 128 || s[0] == '-' || s[0] == '.' {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("._-", r)
	})
}

// atCommit is a git reference to one commit, wherever its branch or tag stands by
// now.
func (r Ref) atCommit(commit string) Ref {
	if commit == "" {
		return r
	}
	base, query, _ := strings.Cut(r.Source, "?")
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		if part != "" && !strings.HasPrefix(part, "ref=") {
			kept = append(kept, part)
		}
	}
	r.Source = base + "?" + strings.Join(append(kept, "ref="+commit), "&")
	return r
}
