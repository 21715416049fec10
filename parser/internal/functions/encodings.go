package functions

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/url"
	"unicode/utf8"

	yaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/ianaindex"
)

func encodings() map[string]function.Function {
	return map[string]function.Function{
		"base64decode": ofText(func(s string) (string, error) { return decode(s, "UTF-8") }),
		"base64encode": ofText(func(s string) (string, error) { return base64.StdEncoding.EncodeToString([]byte(s)), nil }),
		"base64gunzip": ofText(gunzip),
		"base64gzip":   ofText(zip),
		"csvdecode":    stdlib.CSVDecodeFunc,
		"jsondecode":   stdlib.JSONDecodeFunc,
		"jsonencode":   stdlib.JSONEncodeFunc,
		"textdecodebase64": from(cty.String, func(args []string) (cty.Value, error) {
			s, err := decode(args[0], args[1])
			return cty.StringVal(s), err
		}, "source", "encoding"),
		"textencodebase64": from(cty.String, func(args []string) (cty.Value, error) {
			s, err := encode(args[0], args[1])
			return cty.StringVal(s), err
		}, "string", "encoding"),
		"urldecode":  ofText(url.QueryUnescape),
		"urlencode":  ofText(func(s string) (string, error) { return url.QueryEscape(s), nil }),
		"yamldecode": yaml.YAMLDecodeFunc,
		"yamlencode": yaml.YAMLEncodeFunc,
	}
}

// named is a character encoding by its IANA name.
func named(name string) (encoding.Encoding, error) {
	if enc, err := ianaindex.IANA.Encoding(name); err == nil && enc != nil {
		return enc, nil
	}
	return nil, function.NewArgErrorf(1, "%q is not the IANA name or alias of an encoding that can be used here", name)
}

// decode is the text that base64 of some encoding stands for.
func decode(source, name string) (string, error) {
	raw, err := unbase64(source)
	if err != nil {
		return "", err
	}
	if name == "UTF-8" {
		if !utf8.Valid(raw) {
			return "", function.NewArgErrorf(0, "what the base64 stands for is not valid UTF-8")
		}
		return string(raw), nil
	}
	enc, err := named(name)
	if err != nil {
		return "", err
	}
	text, err := enc.NewDecoder().Bytes(raw)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return "", function.NewArgErrorf(0, "the bytes are not valid in the encoding %s", name)
	}
	return string(text), nil
}

func encode(text, name string) (string, error) {
	enc, err := named(name)
	if err != nil {
		return "", err
	}
	raw, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		return "", function.NewArgErrorf(0, "some characters do not exist in the encoding %s", name)
	}
	return base64.StdEncoding.EncodeToString(raw), nil
}

func unbase64(s string) ([]byte, error) {
	raw, err := base64.StdEncoding.DecodeString(s)
	var at base64.CorruptInputError
	if errors.As(err, &at) {
		return nil, function.NewArgErrorf(0, "this is not base64: unexpected symbol at offset %d", int64(at))
	}
	return raw, err
}

func zip(s string) (string, error) {
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	if _, err := io.WriteString(w, s); err != nil {
		return "", err
	}
	if err := w.Flush(); err != nil { // as Terraform does: it shows in the bytes
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(buf.Bytes()), nil
}

// gunzip stops at the limit: a megabyte of gzip may stand for a gigabyte.
func gunzip(s string) (string, error) {
	raw, err := unbase64(s)
	if err != nil {
		return "", err
	}
	r, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return "", fmt.Errorf("this is not gzip: %w", err)
	}
	text, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("the gzip cannot be read to its end: %w", err)
	case len(text) > maxBytes:
		return "", TooLarge{"the text that was compressed"}
	case !utf8.Valid(text):
		return "", errors.New("the text that was compressed is not valid UTF-8")
	}
	return string(text), nil
}
