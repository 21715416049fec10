package parser

import "github.com/iaclint/iaclint/jsonscan"

// masker lists the paths of what a decoder keeps back as secret, without
// making values.
type masker struct {
	secrets *secrets
	path    []byte // of the value it stands at
	room    []byte // for texts
	paths   []string
}

// walk moves over a value by the rules of decoder.value.
func (w *masker) walk(c *jsonscan.Cursor, unknown, secret *marks) error {
	b, err := c.Peek()
	switch {
	case err != nil:
		return err
	case b != 'n' && secret != nil && secret.all:
		w.note()
		return c.Skip()
	case unknown != nil && unknown.all, b == 't', b == 'f', b == 'n':
		return c.Skip()
	case b == '{':
		return w.object(c, unknown, secret)
	case b == '[':
		c.Pos++
		for i := 0; ; i++ {
			ok, err := c.Next(i == 0)
			if err != nil || !ok {
				return err
			}
			if err := w.walk(c, unknown.elem(i), secret.elem(i)); err != nil {
				return err
			}
		}
	case b == '"':
		raw, err := c.Raw("a text")
		w.text(raw)
		return err
	}
	from := c.Pos
	err = c.Skip()
	if err == nil {
		w.text(c.Buf[from:c.Pos])
	}
	return err
}

func (w *masker) object(c *jsonscan.Cursor, unknown, secret *marks) error {
	c.Pos++
	end := len(w.path)
	for first := true; ; first = false {
		key, ok, err := c.Key(first)
		if err != nil || !ok {
			w.path = w.path[:end]
			return err
		}
		w.path = jsonscan.Unquote(append(w.path[:end], '.'), key)
		var u, s *marks
		if unknown != nil || secret != nil {
			name := string(w.path[end+1:])
			u, s = unknown.field(name), secret.field(name)
		}
		if err := w.walk(c, u, s); err != nil {
			return err
		}
	}
}

// text notes the path of a text or number that is a secret.
func (w *masker) text(raw []byte) {
	if len(w.secrets.texts) == 0 || jsonscan.Plain(raw) && !w.secrets.long[min(len(raw), len(w.secrets.long)-1)] {
		return
	}
	w.room = jsonscan.Unquote(w.room[:0], raw)
	if _, ok := w.secrets.texts[string(w.room)]; ok {
		w.note()
	}
}

func (w *masker) note() { w.paths = append(w.paths, string(w.path)) }
