package seeds

import "math/rand/v2"

// The first and second syllables of the names of places. No combination occurs in the name of a real division.
var (
	firstSyllables  = []rune("云岚霁澜岫霭翊晗沁皓黛砚瑾璟菡漪筠琬钰珩弦霖")
	secondSyllables = []rune("岫屿浔汀涧壑圃畴陂棠榆槿蘅芷荻蓼棣苕湄沚渚峤垣陌畹畛霞霏穹簌璜珏")
)

// maxStems is how many different stems there are.
const maxStems = 22 * 32

// stem is the i-th invented name of a place, two characters, different for every i below maxStems: for one first syllable,
// the second goes round in steps that share no divisor with its number.
func stem(i int) string {
	n := len(firstSyllables)
	return string([]rune{firstSyllables[i%n], secondSyllables[(7*i+i/n)%len(secondSyllables)]})
}

var brandSyllables = []rune("华诚远达新立信和安德明康泰联创博天宇金海东升福民兴盛永恒宏利顺丰瑞祥嘉禾润林松柏云峰星辰启航")

// unitName is 演示, the place, three syllables of a brand and what the unit is, so that nobody takes it for a real one.
func unitName(rng *rand.Rand, place, tail string) string {
	name := make([]byte, 0, 64)
	name = append(append(name, "演示"...), place...)
	for range 3 {
		name = append(name, string(brandSyllables[rng.IntN(len(brandSyllables))])...)
	}
	return string(append(name, tail...))
}

// option is a value and how often it comes, in parts of the sum of its list.
type option[T any] struct {
	weight int
	value  T
}

// pick takes one of the options by weight.
func pick[T any](rng *rand.Rand, options []option[T]) T {
	total := 0
	for i := range options {
		total += options[i].weight
	}
	at := rng.IntN(total)
	for i := range options {
		if at -= options[i].weight; at < 0 {
			return options[i].value
		}
	}
	return options[len(options)-1].value
}
