package functions

import (
	"regexp"
)

func findAll(re *regexp.Regexp, pattern, text string) ([][]int, error) {
	list := re.FindAllStringSubmatchIndex(text, maxElements+1)
	if len(list) > maxElements {
		return nil, TooLarge{"the matches of the pattern"}
	}
	return list, nil
}
