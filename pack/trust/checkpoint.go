package trust

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
)

// checkpoint is a state of a log: how many entries it has, and their hash.
type checkpoint struct {
	size uint64
	root []byte
}

// readCheckpoint reads a state of the log and checks that the log has signed
// it. It is a signed note (https://c2sp.org/signed-note, https://c2sp.org/tlog-checkpoint);
// a log of the second version signs with the name of its host, those of the
// first version with whatever they are called.
func readCheckpoint(text string, l *log, second bool) (*checkpoint, error) {
	bad := errors.New("the state of the log that it rests on cannot be read")
	at := strings.LastIndex(text, "\n\n")
	if at < 0 {
		return nil, bad
	}
	body, signatures := text[:at+1], text[at+2:]
	lines := strings.Split(body, "\n")
	if len(lines) < 4 || lines[0] == "" {
		return nil, bad
	}
	size, err := strconv.ParseUint(lines[1], 10, 63)
	if err != nil || lines[1] != strconv.FormatUint(size, 10) {
		return nil, bad
	}
	root, err := base64.StdEncoding.Strict().DecodeString(lines[2])
	if err != nil || len(root) != sha256.Size {
		return nil, bad
	}
	if second && lines[0] != l.name {
		return nil, errors.New("the state of the log that it rests on is of another log")
	}
	for line := range strings.Lines(signatures) {
		name, encoded, ok := strings.Cut(strings.TrimPrefix(strings.TrimSuffix(line, "\n"), "— "), " ")
		if !ok || !strings.HasPrefix(line, "— ") || second && name != l.name {
			continue
		}
		raw, err := base64.StdEncoding.DecodeString(encoded)
		if err != nil || len(raw) < 5 || !bytes.Equal(raw[:4], keyHash(name, l.key)) {
			continue
		}
		if l.key.verify([]byte(body), raw[4:]) == nil {
			return &checkpoint{size, root}, nil
		}
	}
	return nil, errors.New("the state of the log that it rests on is not signed by the log")
}

// keyHash is what a signature on a note names its key by.
func keyHash(name string, k *Key) []byte {
	var sum [32]byte
	if public, ok := k.public.(ed25519.PublicKey); ok {
		sum = sha256.Sum256(append([]byte(name+"\n\x01"), public...))
	} else if pkix, err := x509.MarshalPKIXPublicKey(k.public); err == nil {
		sum = sha256.Sum256(pkix)
	}
	return binary.BigEndian.AppendUint32(nil, binary.BigEndian.Uint32(sum[:]))
}
