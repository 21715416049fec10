package rules

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/iaclint/iaclint/rules/internal/astbin"
)

// words and lists are what a Rule says of itself, in the order of an image.
func (r *Rule) words() []*string {
	return []*string{
		&r.Code, &r.Title, &r.Description, &r.Remediation, &r.Severity, (*string)(&r.Scope), &r.Env, &r.Docs,
		&r.Saving, &r.MustSave, &r.Since, &r.Idea, &r.WhenNot,
	}
}

func (r *Rule) lists() []*[]string {
	return []*[]string{&r.Aliases, &r.Types, &r.Links, &r.Reads, &r.Refs}
}

// writeRule writes the description of a rule without what the pack says.
func writeRule(w *astbin.Writer, r *Rule, params *ast.Term) {
	for _, word := range r.words() {
		w.Word(*word)
	}
	for _, list := range r.lists() {
		w.Words(*list)
	}
	safe := 0
	if r.SafeFix {
		safe = 1
	}
	w.Int(safe)
	w.Term(params)
}

// describe reads it. Numbers among the parameters are json.Number.
func (i *image) describe(f *ruleFile) (Rule, error) {
	r := i.Reader().At(i.rules[f.id].described)
	out := Rule{ID: f.id, Family: f.family, File: f.path, Pack: f.pack.source.ID(), Enabled: true}
	for _, word := range out.words() {
		*word = r.Word()
	}
	for _, list := range out.lists() {
		*list = r.Words()
	}
	out.SafeFix = r.Int() == 1
	if t := r.Term(); t != nil {
		params, err := ast.JSON(t.Value)
		if err != nil {
			return out, err
		}
		out.Params, _ = params.(map[string]any)
	}
	return out, nil
}
