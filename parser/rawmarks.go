package parser

import (
	"strconv"
	"strings"

	"github.com/iaclint/iaclint/jsonscan"
)

// secretNames adds to the marks the attributes whose name says that they are
// secret: a raw state marks what the configuration made sensitive, and not
// what the provider's schema says.
func secretNames(c *jsonscan.Cursor, m *marks) (*marks, error) {
	if len(c.Buf) == 0 {
		return m, nil
	}
	err := fields(c, "attributes", func(key []byte) (bool, error) {
		if name := jsonscan.Text(key); soundsSecret(name) {
			m = m.at([]any{name})
		}
		return false, nil
	})
	return m, err
}

// soundsSecret goes by the last words of a name: "master_password" yes,
// "password_policy" and "secret_arn" no.
func soundsSecret(name string) bool {
	for _, word := range []string{"password", "passwd", "passphrase", "secret", "secret_string", "secret_key", "private_key", "private_key_pem",
		"token", "access_key", "account_key", "connection_string", "sas", "credentials", "secret_data", "kube_config_raw"} {
		if name == word || strings.HasSuffix(name, "_"+word) {
			return true
		}
	}
	return false
}

// readPaths reads sensitive_attributes: a list of paths, each a list of steps
// with a type and a value.
func readPaths(c *jsonscan.Cursor) (*marks, error) {
	if null, err := c.Null(); null || err != nil {
		return nil, err
	}
	if err := c.Open('[', "sensitive_attributes"); err != nil {
		return nil, err
	}
	var m *marks
	for first := true; ; first = false {
		ok, err := c.Next(first)
		if err != nil || !ok {
			return m, err
		}
		if b, _ := c.Peek(); b != '[' { // some tools write plain names
			raw, err := c.Raw("a path of sensitive_attributes")
			if err != nil {
				return nil, err
			}
			m = m.at([]any{jsonscan.Text(raw)})
			continue
		}
		c.Pos++
		var path []any
		for first := true; ; first = false {
			ok, err := c.Next(first)
			if err != nil {
				return nil, err
			}
			if !ok {
				break
			}
			step, err := readStep(c)
			if err != nil {
				return nil, err
			}
			if step == nil {
				// An element of a set: there is no way to say which.
				path = append(path, allBelow{})
				continue
			}
			path = append(path, step)
		}
		for i, step := range path {
			if _, ok := step.(allBelow); ok {
				path = path[:i]
				break
			}
		}
		m = m.at(path)
	}
}

// allBelow ends a path at a step that cannot be told from its neighbours.
type allBelow struct{}

// readStep reads {"type": "get_attr", "value": "name"} or {"type": "index",
// "value": {"value": 0, "type": "number"}}; nil for a step it cannot name.
func readStep(c *jsonscan.Cursor) (any, error) {
	var step any
	err := fields(c, "a step of a path", func(key []byte) (bool, error) {
		if string(key) != "value" {
			return false, nil
		}
		b, err := c.Peek()
		if err != nil {
			return true, err
		}
		if b == '{' {
			return true, fields(c, "a step of a path", func(key []byte) (bool, error) {
				if string(key) != "value" {
					return false, nil
				}
				step, err = scalarStep(c)
				return true, err
			})
		}
		step, err = scalarStep(c)
		return true, err
	})
	return step, err
}

func scalarStep(c *jsonscan.Cursor) (any, error) {
	b, err := c.Peek()
	if err != nil {
		return nil, err
	}
	if b == '"' {
		raw, err := c.Raw("a step")
		return jsonscan.Text(raw), err
	}
	from := c.Pos
	if err := c.Skip(); err != nil {
		return nil, err
	}
	if n, err := strconv.Atoi(string(c.Buf[from:c.Pos])); err == nil && n >= 0 && n < 10_000 {
		return n, nil
	}
	return nil, nil
}
