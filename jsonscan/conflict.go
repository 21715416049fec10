package jsonscan

import "bytes"

// Conflict looks in a value, which a Cursor has passed over before, for an
// object that holds a key twice with different values: of two readers one would
// take the first and one the last. The same value twice does no harm.
func (c *Cursor) Conflict() error {
	b, err := c.Peek()
	if err != nil {
		return err
	}
	switch b {
	case '{':
		c.Pos++
		values := map[string][]byte{}
		for first := true; ; first = false {
			raw, ok, err := c.Key(first)
			if err != nil || !ok {
				return err
			}
			if _, err := c.Peek(); err != nil {
				return err
			}
			from := c.Pos
			if err := c.Conflict(); err != nil {
				return err
			}
			key, value := Text(raw), c.Buf[from:c.Pos]
			if old, again := values[key]; again && !bytes.Equal(old, value) {
				return c.fail(Repeated, from, "an object holds the key %q twice, with different values", key[:min(len(key), 60)])
			}
			values[key] = value
		}
	case '[':
		c.Pos++
		for first := true; ; first = false {
			ok, err := c.Next(first)
			if err != nil || !ok {
				return err
			}
			if err := c.Conflict(); err != nil {
				return err
			}
		}
	}
	return c.Skip()
}
