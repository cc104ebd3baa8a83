package seeds

import (
	_ "embed"
	"strings"
)

//go:embed industries.csv
var industriesText string

// Industry is a section (A–T) or a division (01–97) of GB/T 4754-2017.
type Industry struct {
	// Code is the section's letter, or the section's letter and the division's two digits: C, C13.
	Code string
	Name string // 中文名称
}

// Section is the letter of the section that the industry belongs to.
func (i Industry) Section() byte { return i.Code[0] }

// Industries are all sections and divisions, each section before its divisions.
func Industries() []Industry {
	var all []Industry
	section := ""
	for line := range strings.Lines(industriesText) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), ",")
		if len(code) == 1 {
			section, code = code, ""
		}
		all = append(all, Industry{section + code, name})
	}
	return all
}
