package functions

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"hash"

	"github.com/google/uuid"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func hashes() map[string]function.Function {
	table := map[string]function.Function{"rsadecrypt": rsaDecrypt(), "uuidv5": uuidV5()}
	for name, d := range digests() {
		table[name] = ofText(func(s string) (string, error) { return d.of([]byte(s)), nil })
	}
	return table
}

// digest is a hash and the way it is written.
type digest struct {
	hash  func() hash.Hash
	write func([]byte) string
}

func (d digest) of(data []byte) string {
	h := d.hash()
	h.Write(data)
	return d.write(h.Sum(nil))
}

// digests are the hashes of strings. Those of files have "file" before.
func digests() map[string]digest {
	return map[string]digest{
		"base64sha256": {sha256.New, base64.StdEncoding.EncodeToString},
		"base64sha512": {sha512.New, base64.StdEncoding.EncodeToString},
		"md5":          {md5.New, hex.EncodeToString},
		"sha1":         {sha1.New, hex.EncodeToString},
		"sha256":       {sha256.New, hex.EncodeToString},
		"sha512":       {sha512.New, hex.EncodeToString},
	}
}

// uuidV5 takes the four namespaces by name, all others as a UUID.
func uuidV5() function.Function {
	return from(cty.String, func(args []string) (cty.Value, error) {
		var space uuid.UUID
		switch args[0] {
		case "dns":
			space = uuid.NameSpaceDNS
		case "url":
			space = uuid.NameSpaceURL
		case "oid":
			space = uuid.NameSpaceOID
		case "x500":
			space = uuid.NameSpaceX500
		default:
			var err error
			if space, err = uuid.Parse(args[0]); err != nil {
				return cty.NilVal, function.NewArgErrorf(0, "a namespace is dns, url, oid, x500 or a UUID: %w", err)
			}
		}
		return cty.StringVal(uuid.NewSHA1(space, []byte(args[1])).String()), nil
	}, "namespace", "name")
}
