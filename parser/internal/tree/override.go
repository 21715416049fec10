package tree

func merged(primary, override []*source) *part { return decode(nil) }
