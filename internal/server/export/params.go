package export

import (
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"fugai/model"
)

// params are the parameters of an address. What a question does not ask for is unknown, so that the list of known ones is
// always the true one.
type params struct {
	values url.Values
	known  []string
	faults model.Errors
}

// longestForm is how many bytes the form of a POST may have: room for some 400,000 credit codes.
const longestForm = 8 << 20

// parameters are those of the address and, of a POST, those of the form in its body, where there is room for a long choice of units.
func parameters(w http.ResponseWriter, r *http.Request) (string, *model.Error) {
	if r.Method != http.MethodPost {
		return r.URL.RawQuery, nil
	}
	const wanted = "application/x-www-form-urlencoded"
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != wanted {
		return "", &model.Error{Code: model.CodeBadRequest, Message: "a POST carries its parameters as a form; send the Content-Type " + wanted}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, longestForm))
	if err != nil {
		return "", &model.Error{Code: model.CodeLimit, Message: fmt.Sprintf("the form could not be read (%v); at most %d bytes are taken", err, longestForm)}
	}
	return strings.Trim(r.URL.RawQuery+"&"+string(body), "&"), nil
}

// mostTold is how many characters of a parameter a workbook tells; a cell holds 32,767 in all.
const mostTold = 400

// told is the question as a workbook tells it: of long lists how many values they have.
func (p *params) told() string {
	names := slices.Sorted(maps.Keys(p.values))
	for i, name := range names {
		value := strings.Join(p.values[name], ",")
		if len(value) > mostTold {
			value = fmt.Sprintf("(%d)", strings.Count(value, ",")+1)
		}
		names[i] = name + "=" + value
	}
	return strings.Join(names, "&")
}

func parseParams(query string) *params {
	values, err := url.ParseQuery(query)
	p := &params{values: values}
	if err != nil {
		p.wrong("", "the parameters cannot be read (%v); encode special characters, and join parameters with &", err)
	}
	return p
}

func (p *params) wrong(name, format string, args ...any) {
	p.faults = append(p.faults, model.Invalid(name, format, args...))
}

// texts are all values of a parameter, however often it stands; nil where it does not.
func (p *params) texts(name string) []string {
	p.known = append(p.known, name)
	values := p.values[name]
	if slices.Contains(values, "") {
		p.wrong(name, "is empty; leave it out to ask for all")
	}
	return values
}

// one is the value of a parameter that stands once.
func (p *params) one(name string) (string, bool) {
	values := p.texts(name)
	if len(values) > 1 {
		p.wrong(name, "stands %d times; give one value", len(values))
	}
	return strings.Join(values[:min(1, len(values))], ""), len(values) > 0 && values[0] != ""
}

// list reads a parameter with several values, joined by commas or given again and again; nil where it does not stand.
func list[T any](p *params, name string, parse func(string) (T, error)) (out []T) {
	texts := slices.DeleteFunc(slices.Clone(p.texts(name)), func(s string) bool { return s == "" }) // told already
	if len(texts) == 0 {
		return nil
	}
	for i, one := range strings.Split(strings.Join(texts, ","), ",") {
		v, err := parse(strings.TrimSpace(one))
		if err != nil {
			p.wrong(fmt.Sprintf("%s[%d]", name, i), "%v", err)
			continue
		}
		out = append(out, v)
	}
	return out
}

// single reads a parameter with one value; nil where it does not stand.
func single[T any](p *params, name string, parse func(string) (T, error)) *T {
	text, ok := p.one(name)
	if !ok {
		return nil
	}
	v, err := parse(text)
	if err != nil {
		p.wrong(name, "%v", err)
		return nil
	}
	return &v
}

// orElse reads a parameter with one value and a default.
func orElse[T any](p *params, name string, parse func(string) (T, error), other T) T {
	if v := single(p, name, parse); v != nil {
		return *v
	}
	return other
}

// finish tells parameters that nothing asked for.
func (p *params) finish() {
	var unknown []string
	for name := range p.values {
		if !slices.Contains(p.known, name) {
			unknown = append(unknown, name)
		}
	}
	slices.Sort(unknown)
	slices.Sort(p.known)
	for _, name := range unknown {
		p.wrong(name, "is no parameter of this export; the known ones are %s", strings.Join(slices.Compact(p.known), ", "))
	}
}

func parseWhole(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, fmt.Errorf("%q is no whole number", s)
	}
	return n, nil
}

func parseBool(s string) (bool, error) {
	switch s {
	case "true":
		return true, nil
	case "false":
		return false, nil
	}
	return false, fmt.Errorf("%q is neither true nor false", s)
}

func parseVersion(s string) (model.DataVersion, error) {
	n, err := parseWhole(s)
	return model.DataVersion(n), err
}

func parseText(s string) (string, error) { return s, nil }

func parseKey(s string) (model.IndicatorKey, error) { return model.IndicatorKey(s), nil }

// choice reads one of some words.
func choice(words ...string) func(string) (string, error) {
	return func(s string) (string, error) {
		if !slices.Contains(words, s) {
			return "", fmt.Errorf("%q is not known; use one of %s", s, strings.Join(words, ", "))
		}
		return s, nil
	}
}
