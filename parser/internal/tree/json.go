package tree

import (
	"github.com/hashicorp/hcl/v2"
)

func (s *source) parseJSON(src []byte) {}

func (s *source) jsonBlocks() ([]*Block, hcl.Diagnostics) { return nil, nil }
