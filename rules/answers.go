package rules

import "github.com/open-policy-agent/opa/v1/ast"

// answers remembers what was said of a document: fleets repeat themselves, and
// two resources that are the same in all that the rules read get the same
// findings. It belongs to one goroutine.
type answers struct {
	said map[answerKey][]answer
	n    int
}

type answerKey struct {
	ask  *ask
	hash int
}

type answer struct {
	input *ast.Term
	sets  []*ast.Term
}

// maxAnswers bounds what is remembered; then everything is forgotten.
const maxAnswers = 2048

func (a *answers) get(q *ask, input *ast.Term) []*ast.Term {
	for _, it := range a.said[answerKey{q, input.Hash()}] {
		if it.input.Equal(input) {
			return it.sets
		}
	}
	return nil
}

func (a *answers) put(q *ask, input *ast.Term, sets []*ast.Term) {
	if a.said == nil || a.n >= maxAnswers {
		a.said, a.n = map[answerKey][]answer{}, 0
	}
	key := answerKey{q, input.Hash()}
	a.said[key] = append(a.said[key], answer{input, sets})
	a.n++
}
