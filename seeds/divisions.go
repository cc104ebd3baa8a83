package seeds

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strings"

	"fugai/model"
)

//go:embed divisions.csv.gz
var divisionsGzip []byte

// Divisions is a regions.csv (code,name,level,parent) with the real provinces, cities, counties and townships of China,
// parents before children. Source and licence stand in the README of this folder.
func Divisions() io.Reader {
	var out bytes.Buffer
	out.WriteString("code,name,level,parent\n")
	known := map[string]bool{}
	for line := range divisionLines() {
		short, name, _ := strings.Cut(line, ",")
		known[short] = true
		writeDivision(&out, short, name, parentOf(short, known))
	}
	return &out
}

// divisionLines yields the embedded lines "code,name". The file is part of the program, so that a damaged one is a fault of
// the build and panics.
func divisionLines() func(yield func(string) bool) {
	return func(yield func(string) bool) {
		unpacked, err := gzip.NewReader(bytes.NewReader(divisionsGzip))
		if err != nil {
			panic("seeds: the embedded divisions do not unpack: " + err.Error())
		}
		lines := bufio.NewScanner(unpacked)
		for lines.Scan() {
			if !yield(lines.Text()) {
				return
			}
		}
		if lines.Err() != nil {
			panic("seeds: the embedded divisions do not unpack: " + lines.Err().Error())
		}
	}
}

// parentOf is the longest shorter code that exists: townships of a city without counties hang on the city. Sorted lines put
// every prefix before the codes that begin with it.
func parentOf(short string, known map[string]bool) string {
	for _, length := range []int{6, 4, 2} {
		if length < len(short) && known[short[:length]] {
			return short[:length]
		}
	}
	return ""
}

func writeDivision(out *bytes.Buffer, short, name, parent string) {
	level := map[int]model.RegionLevel{
		2: model.RegionLevelProvince, 4: model.RegionLevelCity, 6: model.RegionLevelCounty, 9: model.RegionLevelTownship,
	}[len(short)]
	out.WriteString(pad(short) + "," + name + "," + level.String() + ",")
	if parent != "" {
		out.WriteString(pad(parent))
	}
	out.WriteByte('\n')
}

// pad writes a short code with 12 digits.
func pad(short string) string { return short + "000000000000"[len(short):] }
