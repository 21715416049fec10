package parser

import (
	"bytes"
	"strconv"

	"github.com/iaclint/iaclint/jsonscan"
)

// members walks over an object that may be longer than the window. f moves
// over the value of each key.
func members(r *jsonscan.Reader, what string, f func(r *jsonscan.Reader, key string) error) error {
	if err := r.Do(func() error { return r.Open('{', what) }); err != nil {
		return err
	}
	for first := true; ; first = false {
		var key string
		var ok bool
		err := r.Do(func() error {
			raw, more, err := r.Key(first)
			key, ok = jsonscan.Text(raw), more
			return err
		})
		if err != nil || !ok {
			return err
		}
		if err := f(r, key); err != nil {
			return err
		}
	}
}

// elements walks over a list that may be longer than the window. null counts
// as an empty list, as Go writes it.
func elements(r *jsonscan.Reader, what string, f func(i int) error) error {
	var none bool
	err := r.Do(func() (err error) {
		if none, err = r.Null(); none || err != nil {
			return err
		}
		return r.Open('[', what)
	})
	if err != nil || none {
		return err
	}
	for i := 0; ; i++ {
		var ok bool
		if err := r.Do(func() (err error) { ok, err = r.Next(i == 0); return err }); err != nil || !ok {
			return err
		}
		if err := f(i); err != nil {
			return err
		}
	}
}

// fields walks over an object that is in the Cursor's bytes. null counts as an
// empty object. f says whether it knew the key and moved over its value;
// otherwise the value is passed over. A key that f knows may not come twice.
func fields(c *jsonscan.Cursor, what string, f func(key []byte) (known bool, err error)) error {
	if null, err := c.Null(); null || err != nil {
		return err
	}
	if err := c.Open('{', what); err != nil {
		return err
	}
	var seen [24][]byte
	n := 0
	for first := true; ; first = false {
		key, ok, err := c.Key(first)
		if err != nil || !ok {
			return err
		}
		at := c.Offset()
		known, err := f(key)
		if err != nil {
			return err
		}
		if !known {
			if err := c.Skip(); err != nil {
				return err
			}
			continue
		}
		for _, s := range seen[:n] {
			if bytes.Equal(s, key) {
				return &jsonscan.Error{Kind: jsonscan.Repeated, Offset: at, Message: what + " holds the key " + quoteKey(string(key)) + " twice"}
			}
		}
		if n < len(seen) {
			seen[n] = key
			n++
		}
	}
}

// text reads a string member; null counts as "".
func text(r *jsonscan.Reader, what string, into *string) error {
	return r.Do(func() error { return textField(&r.Cursor, what, into) })
}

func textField(c *jsonscan.Cursor, what string, into *string) error {
	if null, err := c.Null(); null || err != nil {
		return err
	}
	raw, err := c.Raw(what)
	*into = jsonscan.Text(raw)
	return err
}

// flag reads true or false; null counts as false.
func flag(r *jsonscan.Reader, what string, into *bool) error {
	return r.Do(func() (err error) {
		if null, err := r.Null(); null || err != nil {
			return err
		}
		*into, err = r.Bool(what)
		return err
	})
}

// quoteKey shows a name from the input in a message: cut, and inert.
func quoteKey(s string) string {
	if len(s) > 60 {
		s = s[:60]
	}
	return strconv.QuoteToASCII(s)
}
