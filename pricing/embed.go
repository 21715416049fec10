package pricing

import (
	"embed"
	"io/fs"
)

//go:embed cards
var cardFiles embed.FS

// embeddedCards are the cards inside the binary: <provider>/<type>.hcl.
func embeddedCards() fs.FS {
	sub, err := fs.Sub(cardFiles, "cards")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}
