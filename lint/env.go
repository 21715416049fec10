package lint

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/checkout"
	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
)

// environments recognises where a resource runs. What the configuration says
// comes first; without it, only the plain words below count, in a tag that
// says "environment", in the workspace or in the path. Anything else is
// unknown, and rules of one environment then stay silent.
type environments struct {
	config    *config.Config
	project   string // path of the project, slash-separated
	folder    string // the folder it is in, or is
	workspace string
}

// envTags are the tag keys that usually say the environment, compared without
// case and separators.
var envTags = []string{"environment", "env", "stage"}

var prodWords = []string{"prod", "production", "prd", "live"}

var nonprodWords = []string{"nonprod", "non-prod", "nonproduction", "dev", "develop", "development", "test", "testing", "qa", "uat", "staging", "stage", "stg", "preprod", "preview", "sandbox", "demo", "ci"}

// placed is the part of a folder, as a project's name has it, that somebody gave
// its names for what is in it: what leads to a working copy, or out of the
// working directory, says where this machine keeps it. In a working copy a folder
// of source is the same one wherever the run is started.
func placed(folder string, source bool) string {
	leaves := folder == ".." || strings.HasPrefix(folder, "../")
	if !leaves && !source {
		return folder
	}
	dir := absolute(filepath.FromSlash(folder))
	if around := checkout.Around(dir); around != "" {
		if rel, ok := inside(around, dir); ok {
			return rel
		}
	}
	if leaves {
		return filepath.Base(dir)
	}
	return folder
}

// of says the environment of a resource and what told it.
func (e environments) of(r *model.Resource) (env, from string) {
	_, kind, from := e.config.EnvironmentOf(r.Tags.Known, e.workspace, e.project)
	if kind != config.Unknown && from != byDefault {
		return kind, from
	}
	found := ""
	for key, value := range r.Tags.Known {
		if saysEnvironment(key) && (found == "" || key < found) && word(value) != config.Unknown {
			found = key
		}
	}
	if found != "" {
		return word(r.Tags.Known[found]), "tag " + found
	}
	if env := word(e.workspace); env != config.Unknown {
		return env, "workspace " + e.workspace
	}
	for _, step := range slices.Backward(strings.Split(e.folder, "/")) {
		if env := word(step); env != config.Unknown {
			return env, "path " + step
		}
	}
	return kind, from
}

// byDefault is how the configuration says that it took its default, which
// stands behind what a tag, the workspace or the path say in plain words.
const byDefault = "default_environment"

func word(s string) string {
	switch s = strings.ToLower(s); {
	case slices.Contains(prodWords, s):
		return config.Prod
	case slices.Contains(nonprodWords, s):
		return config.Nonprod
	default:
		return config.Unknown
	}
}

// saysEnvironment compares a key with envTags without case and separators.
func saysEnvironment(key string) bool {
	return slices.ContainsFunc(envTags, func(want string) bool {
		for i := range len(key) {
			switch c := key[i]; {
			case c == '-' || c == '_' || c == ':' || c == ' ':
			case want == "" || c|0x20 != want[0]:
				return false
			default:
				want = want[1:]
			}
		}
		return want == ""
	})
}
