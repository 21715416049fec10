package publish

import "github.com/iaclint/iaclint/publish/internal/shape"

// Shape makes a JSON Schema ready to hold documents of strangers against.
func Shape(schema []byte) (func([]byte) error, error) {
	s, err := shape.Compile(schema)
	if err != nil {
		return nil, err
	}
	return s.Check, nil
}
