package main

import (
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strings"
)

// row is one line of a collected table, read by column name.
type row struct {
	table   string
	columns map[string]int
	fields  []string
}

func (r row) get(column string) string {
	i, ok := r.columns[column]
	if !ok {
		panic(r.table + " has no column " + column)
	}
	return r.fields[i]
}

// eachRow reads a table, gzipped or plain by its name.
func eachRow(path string, visit func(row) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	lines := csv.NewReader(in)
	lines.ReuseRecord = true
	head, err := lines.Read()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	r := row{table: path, columns: map[string]int{}}
	for i, name := range head {
		r.columns[strings.Clone(name)] = i
	}
	for {
		r.fields, err = lines.Read()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = visit(r)
		}
		if err != nil {
			line, _ := lines.FieldPos(0)
			return fmt.Errorf("%s:%d: %w", path, line, err)
		}
	}
}
