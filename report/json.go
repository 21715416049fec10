package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// WriteJSON writes r by the output contract: keys in the order of the structs,
// two spaces of indentation, a newline at the end. It holds one flush of
// output in memory, whatever the size of r.
func WriteJSON(w io.Writer, r *Report) error { return EncodeJSON(w, r) }

// EncodeJSON writes any document of this package (Report, RuleList,
// CatalogueStatus, …) the way WriteJSON does.
func EncodeJSON(w io.Writer, doc any) error {
	e := encoder{w: w}
	e.value(doc)
	e.buf = append(e.buf, '\n')
	e.flush()
	if e.err != nil {
		return fmt.Errorf("writing JSON: %w", e.err)
	}
	return nil
}

// ReadJSON reads what WriteJSON wrote, by this version or any other of the
// same schema_version; fields it does not know are passed over.
func ReadJSON(in io.Reader) (*Report, error) {
	data, err := io.ReadAll(bufio.NewReader(io.LimitReader(in, largestReport+1)))
	if err != nil {
		return nil, fmt.Errorf("reading a saved report: %w", err)
	}
	if len(data) > largestReport {
		return nil, fmt.Errorf("the saved report is larger than %d MiB", largestReport>>20)
	}
	// Decoding is most of the time that printing a large report takes: it is gone
	// through twice only where there is something to say against it.
	var r struct {
		Report
		Plan json.RawMessage `json:"format_version"`
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber() // what a rule adds to its findings keeps every digit
	err = decoder.Decode(&r)
	if _, more := decoder.Token(); err == nil && r.SchemaVersion == SchemaVersion && r.Plan == nil && more == io.EOF {
		return &r.Report, nil
	}
	if other := otherDocument(data); other != nil {
		return nil, other
	}
	if err != nil {
		return nil, notReport(data, err)
	}
	return &r.Report, nil
}

// otherDocument says what data is instead of a report of this version; nil when
// it is one.
func otherDocument(data []byte) error {
	var head struct {
		Version *string         `json:"schema_version"`
		Tool    Tool            `json:"tool"`
		Plan    json.RawMessage `json:"format_version"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return notReport(data, err)
	}
	switch {
	case head.Version == nil && head.Plan != nil:
		return errors.New("this is a plan or state, not a saved report: run iaclint check on it")
	case head.Version == nil:
		return errors.New("this is not a saved report: it has no schema_version. Make one with iaclint check --format json")
	case *head.Version != SchemaVersion:
		return fmt.Errorf("the saved report has schema_version %.20q and this iaclint reads %q: use the version that wrote it (%.40q) or run check again",
			*head.Version, SchemaVersion, head.Tool.Version)
	}
	return nil
}

const largestReport = 1 << 30

// notReport says what is wrong with the JSON in words that name the field.
func notReport(data []byte, err error) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return errors.New("the saved report is empty")
	}
	var typed *json.UnmarshalTypeError
	if errors.As(err, &typed) && typed.Field != "" {
		return fmt.Errorf("the saved report does not follow the schema: %s cannot be a JSON %s", typed.Field, typed.Value)
	}
	return fmt.Errorf("the saved report cannot be read: %w", err)
}
