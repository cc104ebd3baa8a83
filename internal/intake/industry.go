package intake

import (
	"strconv"
	"strings"
)

// sections are the names of the sections A–T of GB/T 4754-2017, and the last division of each.
var sections = []struct {
	letter, name string
	last         int
}{
	{"A", "农、林、牧、渔业", 5}, {"B", "采矿业", 12}, {"C", "制造业", 43}, {"D", "电力、热力、燃气及水生产和供应业", 46},
	{"E", "建筑业", 50}, {"F", "批发和零售业", 52}, {"G", "交通运输、仓储和邮政业", 60}, {"H", "住宿和餐饮业", 62},
	{"I", "信息传输、软件和信息技术服务业", 65}, {"J", "金融业", 69}, {"K", "房地产业", 70}, {"L", "租赁和商务服务业", 72},
	{"M", "科学研究和技术服务业", 75}, {"N", "水利、环境和公共设施管理业", 79}, {"O", "居民服务、修理和其他服务业", 82}, {"P", "教育", 83},
	{"Q", "卫生和社会工作", 85}, {"R", "文化、体育和娱乐业", 90}, {"S", "公共管理、社会保障和社会组织", 96}, {"T", "国际组织", 97},
}

// industryOf reads C, C13, C1310, 1310 or the Chinese name of the section.
func industryOf(u *unit, cell string, _ *cellContext) *fault {
	if len(cell) == 1 && cell[0] >= 'A' && cell[0] <= 'T' {
		u.Industry = cell
		return nil
	}
	code, ok := industry(strings.ToUpper(narrow(cell)))
	if !ok {
		return faultf(CodeIndustry, "%q is no industry of GB/T 4754-2017; write the section A to T, alone or with 2 to 4 digits (C, C13, C1310), or its name", cell)
	}
	u.Industry = code
	return nil
}

func industry(s string) (string, bool) {
	for _, section := range sections {
		if s == narrow(section.name) || s == section.letter+narrow(section.name) {
			return section.letter, true
		}
	}
	number := strings.TrimLeft(s, "ABCDEFGHIJKLMNOPQRST")
	letter := s[:len(s)-len(number)]
	if len(number) == 0 && len(letter) == 1 {
		return letter, true
	}
	if len(letter) > 1 || len(number) < 2 || len(number) > 4 {
		return "", false
	}
	division, err := strconv.Atoi(number[:2])
	if err != nil || strings.Trim(number, "0123456789") != "" || division < 1 {
		return "", false
	}
	for _, section := range sections {
		if division <= section.last {
			return section.letter + number, letter == "" || letter == section.letter
		}
	}
	return "", false
}
