// Package ci holds the files that bring iaclint into a repository and its CI:
// what people copy from here is what `iaclint init` writes.
package ci

import "embed"

//go:embed github/*.yml gitlab/*.yml gitea/*.yml azure/*.yml bitbucket/*.yml jenkins/Jenkinsfile atlantis/*.yaml config
var files embed.FS

// Release is the release that the files name.
const Release = "0.1.0"

// Read is a file by its path below this folder, as in "github/iaclint.yml".
func Read(name string) ([]byte, error) { return files.ReadFile(name) }
