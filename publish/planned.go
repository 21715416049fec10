package publish

import (
	"context"
	"fmt"
)

// Planned is a forge that is read and never written to: it tells what would be
// done.
type Planned struct {
	Forge
	Tell func(string)
	made []Comment
}

func (p *Planned) Create(_ context.Context, body string) (Comment, error) {
	p.Tell(fmt.Sprintf("would write a comment of %d characters", characters(body)))
	c := Comment{ID: 1<<62 + int64(len(p.made)), Body: body, Mine: true}
	p.made = append(p.made, c)
	return c, nil
}

// List is what there would be.
func (p *Planned) List(ctx context.Context) ([]Comment, error) {
	list, err := p.Forge.List(ctx)
	return append(list, p.made...), err
}

func (p *Planned) Update(_ context.Context, c Comment, body string) error {
	p.Tell(fmt.Sprintf("would change comment %d to one of %d characters", c.ID, characters(body)))
	return nil
}

func (p *Planned) Delete(_ context.Context, c Comment) error {
	p.Tell(fmt.Sprintf("would delete comment %d", c.ID))
	return nil
}

func (p *Planned) Hide(_ context.Context, c Comment) error {
	p.Tell(fmt.Sprintf("would hide comment %d", c.ID))
	return nil
}

func (p *Planned) Review(_ context.Context, _ Pull, list []Remark) error {
	for _, r := range list {
		p.Tell(fmt.Sprintf("would remark on %s:%d", said(r.File), r.Line))
	}
	return nil
}

func (p *Planned) Status(_ context.Context, pull Pull, s Status) error {
	p.Tell(fmt.Sprintf("would set the status %q of commit %.12s: %s", s.Name, pull.Head, s.Title))
	return nil
}
