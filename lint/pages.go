package lint

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// RulePages is what there is to say of every rule of the packs, by id: what its
// METADATA says, and what its examples show. Nothing is evaluated: TestExamples
// and `iaclint rules test` hold the examples true.
func RulePages(opt Options) ([]report.RulePage, error) {
	list, err := rulesOf(opt)
	if err != nil {
		return nil, err
	}
	packs := map[string]rules.Source{}
	for _, p := range opt.Packs {
		packs[p.ID()] = p
	}
	out := make([]report.RulePage, 0, len(list))
	for i := range list {
		r := &list[i]
		page := report.RulePage{Rule: inReport(r), Saving: r.Saving}
		dir := path.Dir(r.File)
		src, err := besideRule(packs[r.Pack], path.Join(dir, ExampleFile))
		if err != nil {
			return nil, err
		}
		if src != nil {
			if page.Examples, err = shown(src); err != nil {
				return nil, fmt.Errorf("rule %s: %w", r.ID, err)
			}
		}
		own, err := besideRule(packs[r.Pack], path.Join(dir, "_plan", config.FileName))
		if err != nil {
			return nil, err
		}
		page.Config = string(own)
		out = append(out, page)
	}
	return out, nil
}

// besideRule reads a file of a rule's folder; nil where it has none.
func besideRule(pack rules.Source, name string) ([]byte, error) {
	src, err := fs.ReadFile(pack.FS, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return src, err
}

// shown takes out of examples the first block that the rule speaks about with
// what it says there, and one that it leaves alone. Where it speaks about the
// whole, the whole is shown.
func shown(src []byte) (*report.RuleExamples, error) {
	file, diags := hclsyntax.ParseConfig(src, ExampleFile, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, diags
	}
	wants := slices.DeleteFunc(wantsOf(src), func(w *want) bool { return w.verdict != report.Fail })
	blocks := file.Body.(*hclsyntax.Body).Blocks
	out := &report.RuleExamples{}
	if len(wants) == 0 {
		return out, nil
	}
	var bad *hclsyntax.Block
	for _, b := range blocks {
		if says := within(wants, b); len(says) > 0 {
			bad, out.Says = b, says
			break
		}
	}
	if bad == nil {
		out.Bad, out.Whole = unwanted(src, 1, 1<<30), true
		for _, w := range wants {
			out.Says = appendNew(out.Says, said(w))
		}
		return out, nil
	}
	out.Bad = unwanted(src, bad.TypeRange.Start.Line, bad.CloseBraceRange.End.Line)
	if good := twin(bad, blocks, wantsOf(src)); good != nil {
		out.Good = unwanted(src, good.TypeRange.Start.Line, good.CloseBraceRange.End.Line)
	}
	return out, nil
}

// within is what a rule says in a block.
func within(wants []*want, b *hclsyntax.Block) []string {
	var out []string
	for _, w := range wants {
		if w.line >= b.TypeRange.Start.Line && w.line <= b.CloseBraceRange.End.Line {
			out = appendNew(out, said(w))
		}
	}
	return out
}

// twin is the block that does right what another does wrong: of its type and
// named for it, else of its type, else named for it. Nothing is wanted in it.
func twin(bad *hclsyntax.Block, blocks hclsyntax.Blocks, wants []*want) *hclsyntax.Block {
	var best *hclsyntax.Block
	rank := 0
	for _, b := range blocks {
		if len(b.Labels) == 0 || b.Type == "variable" || b.Type != bad.Type || len(within(wants, b)) > 0 {
			continue
		}
		n := 0
		if b.Labels[0] == bad.Labels[0] && len(b.Labels) > 1 {
			n++
		}
		if strings.HasPrefix(b.Labels[len(b.Labels)-1], "good") {
			n += 2
		}
		if n > rank {
			best, rank = b, n
		}
	}
	return best
}

// said is the message that is wanted, less what leads to an amount that the want
// leaves open.
func said(w *want) string { return strings.TrimRight(w.message, " :$(") }

func appendNew(list []string, text string) []string {
	if slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// unwanted are lines of an example without its wants, laid out as terraform fmt
// would.
func unwanted(src []byte, first, last int) string {
	var b strings.Builder
	for n, line := range strings.Split(string(src), "\n") {
		if n+1 < first || n+1 > last {
			continue
		}
		code, _, wanted := strings.Cut(line, "# want")
		if code = strings.TrimRight(code, " \t"); wanted && code == "" {
			continue
		}
		b.WriteString(code + "\n")
	}
	return strings.TrimSpace(string(hclwrite.Format([]byte(b.String())))) + "\n"
}
