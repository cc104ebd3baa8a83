package indicator

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"fugai/model"
)

// ParsePolicy reads a policy file. All faults are reported at once, each with its place, its line and the mend.
func ParsePolicy(text string) (*Policy, error) {
	r, p := &reader{}, &Policy{}
	root := r.root(text)
	if root == nil {
		return nil, r.ordered()
	}
	fields := p.fields()
	seen := r.sections(root, fields)
	for _, f := range fields {
		n := seen[f.path]
		if n == nil {
			n = defaultNodes()[f.path]
		}
		if n == nil {
			r.at(f.path, 0, "is missing in the default policy")
			continue
		}
		f.read(r, f.path, n)
	}
	if n := seen["targets"]; n != nil {
		p.Targets = r.targets(n)
	}
	if len(r.faults) > 0 {
		return nil, r.ordered()
	}
	return p, nil
}

type fault struct {
	line int
	err  *model.Error
}

// reader walks the file and collects what is wrong with it.
type reader struct{ faults []fault }

// wrong notes a fault at a node.
func (r *reader) wrong(path string, n ast.Node, format string, args ...any) {
	r.at(path, n.GetToken().Position.Line, format, args...)
}

func (r *reader) at(path string, line int, format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	if line > 0 {
		message = fmt.Sprintf("line %d: %s", line, message)
	}
	r.faults = append(r.faults, fault{line, model.Invalid(path, "%s", message)})
}

// defaultNodes are the settings of the default policy: what a file leaves out is taken from there, so that a city writes down
// only what it changes, and a file of last year serves with this year's settings.
var defaultNodes = sync.OnceValue(func() map[string]ast.Node {
	r := &reader{}
	return r.sections(r.root(defaultPolicyText), (&Policy{}).fields())
})

// ordered is the faults in the order of the file's lines.
func (r *reader) ordered() model.Errors {
	slices.SortStableFunc(r.faults, func(a, b fault) int { return a.line - b.line })
	all := make(model.Errors, len(r.faults))
	for i, f := range r.faults {
		all[i] = f.err
	}
	return all
}

func (r *reader) root(text string) ast.Node {
	file, err := parser.ParseBytes([]byte(text), 0)
	var syntax *yaml.SyntaxError
	switch {
	case errors.As(err, &syntax):
		r.at("", syntax.Token.Position.Line, "this is not YAML: %s", syntax.Message)
	case err != nil:
		r.at("", 0, "this is not YAML: %s", err)
	case len(file.Docs) != 1 || file.Docs[0].Body == nil:
		r.at("", 0, "the file holds %d documents; it must hold one, with the settings", countBodies(file))
	default:
		return file.Docs[0].Body
	}
	return nil
}

func countBodies(file *ast.File) int {
	n := 0
	for _, d := range file.Docs {
		if d.Body != nil {
			n++
		}
	}
	return n
}

// sections finds the node of every setting; keys that no setting has are faults.
func (r *reader) sections(root ast.Node, fields []field) map[string]ast.Node {
	names := map[string][]string{}
	order := []string{}
	for _, f := range fields {
		section, name, _ := strings.Cut(f.path, ".")
		if names[section] == nil {
			order = append(order, section)
		}
		names[section] = append(names[section], name)
	}
	found := map[string]ast.Node{}
	for section, n := range r.mapping("", root, append(order, "targets")...) {
		if section == "targets" {
			found[section] = n
			continue
		}
		for name, value := range r.mapping(section, n, names[section]...) {
			found[section+"."+name] = value
		}
	}
	return found
}

// mapping is the values of a mapping by key. Unknown keys are faults that list the known ones.
func (r *reader) mapping(path string, n ast.Node, known ...string) map[string]ast.Node {
	m, ok := n.(*ast.MappingNode)
	if !ok {
		r.wrong(path, n, "must be a mapping with the keys %s", strings.Join(known, ", "))
		return nil
	}
	values := map[string]ast.Node{}
	for _, pair := range m.Values {
		key := pair.Key.GetToken().Value
		if !slices.Contains(known, key) {
			r.wrong(join(path, key), pair.Key, "there is no key %q here; use %s", key, strings.Join(known, ", "))
			continue
		}
		values[key] = pair.Value
	}
	return values
}

// require is mapping where the keys before "|" must all be there; those after it may be left out.
func (r *reader) require(path string, n ast.Node, keys string) map[string]ast.Node {
	must, may, _ := strings.Cut(keys, "|")
	needed := strings.Fields(must)
	values := r.mapping(path, n, append(needed, strings.Fields(may)...)...)
	if values == nil {
		return nil
	}
	for _, key := range needed {
		if values[key] == nil {
			r.wrong(path, n, "the key %q is missing; add it", key)
		}
	}
	return values
}

// list is the entries of a list.
func (r *reader) list(path string, n ast.Node) []ast.Node {
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		r.wrong(path, n, "must be a list; write [A, B]")
		return nil
	}
	return s.Values
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
