package seeds

import "fugai/model"

const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// creditBodies is the number of different bodies of 8 characters.
const creditBodies = 31 * 31 * 31 * 31 * 31 * 31 * 31 * 31

// creditCode is a credit code with both check characters right (GB 11714 and GB 32100). head is the registering department,
// the category and the 6 digits of the division; serials below creditBodies give different codes that look scattered.
func creditCode(head string, serial uint64) model.CreditCode {
	var code [17]byte
	copy(code[:8], head)
	n := (serial*7_368_787_123 + 104_729) % creditBodies
	for i := 8; i < 16; i++ {
		code[i] = creditAlphabet[n%31]
		n /= 31
	}
	code[16] = organisationCheck(code[8:16])
	return model.WithCheckCharacter(string(code[:]))
}

// organisationCheck is the check character of GB 11714, in which letters count from A = 10 without gaps.
func organisationCheck(body []byte) byte {
	sum := 0
	for i, weight := range [8]int{3, 7, 9, 10, 5, 8, 4, 2} {
		value := int(body[i] - '0')
		if body[i] >= 'A' {
			value = int(body[i]-'A') + 10
		}
		sum += value * weight
	}
	return "0X987654321"[sum%11]
}
