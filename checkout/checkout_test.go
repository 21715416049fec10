package checkout

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAround(t *testing.T) {
	top := t.TempDir()
	for _, dir := range []string{"repo/.git", "repo/envs/prod", "repo/worktree/envs", "beside"} {
		if err := os.MkdirAll(filepath.Join(top, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(top, "repo/worktree/.git"), []byte("gitdir: elsewhere\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]string{
		"repo":               "repo",
		"repo/envs/prod":     "repo",
		"repo/worktree/envs": "repo/worktree",
		"repo/envs/nowhere":  "repo", // what is not there (yet) lies somewhere, too
	} {
		if got := Around(filepath.Join(top, dir)); got != filepath.Join(top, want) {
			t.Errorf("Around(%s) = %s, want %s", dir, got, want)
		}
	}
	if got := Around(filepath.Join(top, "beside")); got != Around(top) {
		t.Errorf("a folder in no checkout lies in %s", got)
	}
}
