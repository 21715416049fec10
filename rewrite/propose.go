package rewrite

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
)

// Edit is what lines of a file become. Lines count from 1.
type Edit struct {
	First, Last int
	Text        string // without the end of its last line
}

// Source is one file that edits are proposed for; it is never changed.
type Source struct {
	src  []byte
	body *hclsyntax.Body
}

// ReadSource reads a file that is known to parse.
func ReadSource(src []byte) (*Source, error) {
	file, diags := hclsyntax.ParseConfig(src, "", hcl.InitialPos)
	if diags.HasErrors() {
		return nil, errors.New("it does not parse")
	}
	return &Source{src, file.Body.(*hclsyntax.Body)}, nil
}

// Propose says which lines setting arguments of the resource block at a line
// comes to. An edit holds the lines of these arguments and of the bracket that
// opens their block, and no other: what else stands there is nobody's business.
func (s *Source) Propose(line int, kind, name string, values []Value) (Edit, error) {
	i := slices.IndexFunc(s.body.Blocks, func(b *hclsyntax.Block) bool {
		return b.Type == "resource" && slices.Equal(b.Labels, []string{kind, name}) && b.TypeRange.Start.Line == line
	})
	if i < 0 {
		return Edit{}, errors.New("its block is not there")
	}
	b := s.body.Blocks[i]
	block := s.src[b.TypeRange.Start.Byte:b.CloseBraceRange.End.Byte]
	if bytes.ContainsRune(block, '\r') {
		return Edit{}, errors.New("its lines end as on Windows")
	}
	edit, err := propose(block, kind, name, values, "")
	if errors.Is(err, errMoves) {
		// An empty line keeps arguments from being lined up with what follows.
		edit, err = propose(block, kind, name, values, "\n")
	}
	edit.First += line - 1
	edit.Last += line - 1
	return edit, err
}

var errMoves = errors.New("other lines would move")

func propose(block []byte, kind, name string, values []Value, gap string) (Edit, error) {
	var rows []string
	for _, row := range lines(block) {
		rows = append(rows, strings.TrimSuffix(row, "\n"))
	}
	was := slices.Clone(rows)
	own := map[int]int{} // row to how many rows it becomes
	body := parse(block)
	for _, v := range values {
		if v.Value.IsNull() || !v.Value.Type().IsPrimitiveType() || body == nil {
			return Edit{}, fmt.Errorf("%s would not be a plain value", v.Path)
		}
		at, attr, err := walk(body, kind, name, v.Path)
		if err != nil {
			return Edit{}, err
		}
		text := string(hclwrite.TokensForValue(v.Value).Bytes())
		x := at.Attributes[attr]
		if x == nil {
			row := at.SrcRange.Start.Line - 1
			if at.SrcRange.Start.Line == at.EndRange.End.Line || own[row] > 0 || block[at.SrcRange.Start.Byte+1] != '\n' {
				return Edit{}, fmt.Errorf("there is no room for %s", v.Path)
			}
			rows[row] += "\n" + strings.Repeat(" ", at.EndRange.Start.Column+1) + attr + " = " + text + gap
			own[row] = 2 + len(gap)
			continue
		}
		r := x.Expr.Range()
		row := r.Start.Line - 1
		if !literal(x.Expr) || own[row] > 0 || x.Range().Start.Line != r.End.Line || strings.TrimSpace(string(prefix(block, x.Range().Start.Byte))) != "" {
			return Edit{}, fmt.Errorf("%s is not a plain value on a line of its own", v.Path)
		}
		rows[row] = string(prefix(block, r.Start.Byte)) + text + was[row][len(prefix(block, r.End.Byte)):]
		own[row] = 1
	}
	return cutOut(was, rows, own, bytes.Equal(hclwrite.Format(block), block))
}

// prefix is the line before a place.
func prefix(src []byte, at int) []byte { return src[bytes.LastIndexByte(src[:at], '\n')+1 : at] }

// cutOut is the change as one edit, if it is one and nothing else moves.
func cutOut(was, rows []string, own map[int]int, tidy bool) (Edit, error) {
	text := strings.Join(rows, "\n")
	if tidy {
		text = string(hclwrite.Format([]byte(text)))
	}
	now := strings.Split(text, "\n")
	e := Edit{First: -1}
	var kept []string
	at := 0
	for i, row := range was {
		n := max(1, own[i])
		if at+n > len(now) {
			return Edit{}, errMoves
		}
		switch {
		case own[i] == 0 && now[at] != row:
			return Edit{}, errMoves
		case own[i] > 0 && e.First >= 0 && e.Last != i:
			return Edit{}, errors.New("the changes stand apart")
		case own[i] > 0:
			if e.First < 0 {
				e.First = i + 1
			}
			e.Last = i + 1
			kept = append(kept, now[at:at+n]...)
		}
		at += n
	}
	e.Text = strings.Join(kept, "\n")
	return e, nil
}
