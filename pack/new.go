package pack

import (
	"fmt"
	"strings"

	"github.com/iaclint/iaclint/pack/archive"
	"github.com/iaclint/iaclint/rules"
)

// firstRule is the rule that a new pack begins with.
const firstRule = "cost/no-large-volume"

// Scaffold is a pack to start from: files by path, which pass their tests as they
// are.
func Scaffold(name string) (archive.Files, error) {
	if !packName(name) {
		return nil, fmt.Errorf("%.80q is no name for a pack: write OWNER/NAME in lower-case letters, digits and hyphens, as in acme/cloud", name)
	}
	owner, _, _ := strings.Cut(name, "/")
	ns := namespaceOf(owner)
	if !goodNamespace(ns) || ns == coreNamespace {
		ns = "pack_" + ns
	}
	out := archive.Files{
		ManifestName: []byte(fmt.Sprintf(firstManifest, name, ns)),
		"README.md":  []byte(fmt.Sprintf("# %s\n\nRules for [iaclint](https://github.com/iaclint/iaclint). `iaclint pack test .` tests them.\n", name)),
	}
	files, err := rules.Scaffold(rules.Source{Name: name, Namespace: ns, FS: archive.Files{}.FS()}, firstRule)
	if err != nil {
		return nil, err
	}
	for file, text := range files {
		out[firstRule+"/"+file] = []byte(text)
	}
	return out, nil
}

const firstManifest = `name        = %q
version     = "0.1.0"
namespace   = %q # every file lies under package iacpack.<namespace>
description = "Say in a sentence what the pack is for"
license     = "Apache-2.0"
`
