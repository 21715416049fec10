package parser

import "github.com/iaclint/iaclint/jsonscan"

// outputSecrets takes the texts of sensitive outputs. Only
// plain texts: an output that is a whole resource is mostly not secret.
func (d *document) outputSecrets(at span) error {
	r := jsonscan.NewReader(d.in.src, at.off, at.off+at.n)
	return optional(r, "outputs", func(r *jsonscan.Reader, _ string) error {
		return r.Do(func() error { return d.outputSecret(&r.Cursor) })
	})
}

func (d *document) outputSecret(c *jsonscan.Cursor) error {
	var secret bool
	var value span
	err := fields(c, "an output", func(key []byte) (known bool, err error) {
		switch string(key) {
		case "sensitive":
			secret, err = c.Bool("sensitive")
			return true, err
		case "value":
			return true, place(c, &value)
		}
		return false, nil
	})
	if err != nil || !secret || value.n == 0 {
		return err
	}
	raw := c.Buf[value.off-c.Base:][:value.n]
	if raw[0] != '"' {
		return nil
	}
	return d.source.secrets.mark(jsonscan.New(raw, 0), &marks{all: true})
}
