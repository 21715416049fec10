package publish

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// The modes: what becomes of the comment that is there.
const (
	Update       = "update"         // it is changed in place
	New          = "new"            // it stays, and another is written
	DeleteAndNew = "delete-and-new" // another takes its place at the end
	HideAndNew   = "hide-and-new"   // another is written, and it is folded away
)

// Modes are all modes, the default first.
func Modes() []string { return []string{Update, New, DeleteAndNew, HideAndNew} }

// Post is what is to be said.
type Post struct {
	Key  string
	SHA  string // commit it speaks of; "" for the head as it is
	Run  int64
	Text string // markdown, without a marker
	// Same is what has to be equal for two texts to say the same: the text
	// without what differs from run to run.
	Same string
	Mode string
	// First says that a comment is wanted where there is none.
	First bool
}

// Outcome is what came of a post, as a sentence without its full stop.
type Outcome string

// Engine is what upserts need beside the forge.
type Engine struct {
	Sleep func(context.Context, time.Duration) error
}

// Upsert brings the comments of one key on a pull request to what they should
// be, whatever others do meanwhile. A result of a commit that is not the head
// any more, or of a run older than the one that spoke, is not published.
func (e Engine) Upsert(ctx context.Context, f Forge, p Post) (Outcome, error) {
	p.Key = plain(p.Key)
	for try := 1; ; try++ {
		out, err := e.once(ctx, f, p)
		if err == nil || try == tries || !again(err) {
			return out, err
		}
		if err := e.Sleep(ctx, pause(try)); err != nil {
			return "", err
		}
	}
}

// tries is how often anything is tried.
const tries = 5

// again reports whether looking once more may help: somebody else was at the
// same comment, or nobody knows whether a write took.
func again(err error) bool {
	var f *failure
	return errors.As(err, &f) && f.unsure
}

// raced is the error of a change to a comment that somebody else changed or
// took away since it was looked at.
func raced(err error) error {
	var f *failure
	if errors.As(err, &f) && (f.status == 404 || f.status == 409 || f.status == 410) {
		f.unsure = true
	}
	return err
}

func (e Engine) once(ctx context.Context, f Forge, p Post) (Outcome, error) {
	list, err := f.List(ctx)
	if err != nil {
		return "", err
	}
	// Asked for last, so that as little as can be happens between knowing that
	// this is the newest and saying so.
	pull, err := f.Pull(ctx)
	if err != nil {
		return "", err
	}
	if p.SHA == "" {
		p.SHA = pull.Head
	}
	if !SameCommit(p.SHA, pull.Head) {
		return Outcome(fmt.Sprintf("not published: the result is of commit %.12s, and the pull request is at %.12s", p.SHA, pull.Head)), nil
	}
	marker := Marker{Key: p.Key, Run: p.Run, SHA: plain(p.SHA), Hash: Hash(p.Same)}
	mine := ours(list, p.Key)
	best := newest(mine, pull.Head, p.Mode)
	switch {
	case best == nil && !p.First:
		return "not published: there is nothing to say, and no comment to say it in", nil
	case best != nil && SameCommit(best.marker.SHA, marker.SHA) && best.marker.Run > p.Run:
		return "not published: a newer run has spoken already", tidy(ctx, f, mine, pull.Head, p.Mode)
	case best != nil && best.marker.Hash == marker.Hash:
		return "unchanged: the comment says so already", tidy(ctx, f, mine, pull.Head, p.Mode)
	}
	body := marker.line(f.Limits().NoHTML) + p.Text
	if best != nil && p.Mode == Update {
		if err := f.Update(ctx, best.Comment, body); err != nil {
			return "", raced(err)
		}
		best.marker = marker
		return "updated the comment", tidy(ctx, f, mine, pull.Head, p.Mode)
	}
	if _, err := f.Create(ctx, body); err != nil {
		return "", err
	}
	// Somebody may have written one meanwhile, perhaps of a newer commit.
	if list, err = f.List(ctx); err != nil {
		return "", err
	}
	if pull, err = f.Pull(ctx); err != nil {
		return "", err
	}
	return "wrote a comment", tidy(ctx, f, ours(list, p.Key), pull.Head, p.Mode)
}

// own is a comment of ours.
type own struct {
	Comment
	marker Marker
}

// ours are the comments that this account wrote under a key and that still
// count. Anybody can paste a marker; nobody can be somebody else.
func ours(list []Comment, key string) []*own {
	var out []*own
	for _, c := range list {
		if m, ok := parseMarker(c.Body); ok && c.Mine && m.Key == key && !m.Old {
			out = append(out, &own{c, m})
		}
	}
	return out
}

// newest is the comment that others give way to; nil for none. All who look at
// the same comments of a pull request agree on it, or they would take away each
// other's.
func newest(list []*own, head, mode string) *own {
	var best *own
	for _, c := range list {
		if best == nil || before(best, c, head, mode) {
			best = c
		}
	}
	return best
}

// before reports whether b goes before a: of the newer commit, of the newer run,
// and of equals the first, or the last where a new one takes the place of the
// old.
func before(a, b *own, head, mode string) bool {
	if x, y := SameCommit(a.marker.SHA, head), SameCommit(b.marker.SHA, head); x != y {
		return y
	}
	if a.marker.Run != b.marker.Run {
		return a.marker.Run < b.marker.Run
	}
	return (b.ID < a.ID) == (mode == Update)
}

// tidy leaves one comment, by the mode.
func tidy(ctx context.Context, f Forge, mine []*own, head, mode string) error {
	best := newest(mine, head, mode)
	for _, c := range mine {
		switch {
		case c == best:
		case mode == New:
			if c.marker == best.marker { // written twice, as the first try seemed to fail
				if err := f.Delete(ctx, c.Comment); err != nil {
					return err
				}
			}
		case mode == HideAndNew:
			old := c.marker
			old.Old = true
			_, text, _ := strings.Cut(c.Body, "\n")
			if err := f.Hide(ctx, c.Comment); err != nil {
				return err
			}
			if err := f.Update(ctx, c.Comment, old.line(f.Limits().NoHTML)+strings.TrimLeft(text, "\r\n")); err != nil {
				return err
			}
		default:
			if err := f.Delete(ctx, c.Comment); err != nil {
				return err
			}
		}
	}
	return nil
}

// pause is how long to wait before trying again what others may have disturbed.
func pause(try int) time.Duration { return time.Duration(try) * time.Second }
