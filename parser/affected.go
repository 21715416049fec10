package parser

import (
	"path"
	"slices"
	"strings"
)

// Affected are the roots that changed files touch, in the order of roots. The
// files are slash paths below the folder that was searched, whether they still
// exist or not. A file touches the roots that it lies in or that call the
// folder it lies in; a folder without source belongs to the next one above
// that has some. A file of variables touches the roots that name it, where
// there are such, and .iaclint.hcl every root below it.
func Affected(roots []Root, files []string) []Root {
	byDir := map[string][]int{} // folder to the roots it is part of
	byFile := map[string][]int{}
	for i, r := range roots {
		for _, dir := range append([]string{r.Dir}, r.Calls...) {
			byDir[dir] = append(byDir[dir], i)
		}
		for _, file := range r.VarFiles {
			byFile[file] = append(byFile[file], i)
		}
	}
	hit := make([]bool, len(roots))
	touch := func(list []int) {
		for _, i := range list {
			hit[i] = true
		}
	}
	for _, file := range files {
		file = path.Clean(file)
		dir := path.Dir(file)
		if path.Base(file) == ".iaclint.hcl" {
			for i, r := range roots {
				hit[i] = hit[i] || dir == "." || r.Dir == dir || strings.HasPrefix(r.Dir, dir+"/")
			}
			continue
		}
		if named := byFile[file]; len(named) > 0 {
			touch(named)
			continue
		}
		for byDir[dir] == nil && dir != "." && dir != "/" && path.Base(dir) != ".." {
			dir = path.Dir(dir)
		}
		touch(byDir[dir])
	}
	var out []Root
	for i, r := range roots {
		if hit[i] {
			out = append(out, r)
		}
	}
	return slices.Clip(out)
}
