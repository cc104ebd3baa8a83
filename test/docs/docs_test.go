// Package docs holds the documents against the code: what they list is complete, and what they point at exists.
package docs

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const root = "../.."

func TestEveryCodeOfAnErrorIsDocumented(t *testing.T) {
	text := read(t, "docs/errors.md")
	codes := codesOf(t, "model", "internal", "resolvers")
	if !slices.Contains(codes, "NOT_FOUND") {
		t.Fatalf("the codes of model were not found among %q", codes)
	}
	for _, code := range codes {
		if !strings.Contains(text, "| `"+code+"` |") {
			t.Errorf("docs/errors.md does not list the code %s; add a line that says what it means", code)
		}
	}
}

// codesOf are the values of all string constants whose name begins with Code, in the Go files below the folders.
func codesOf(t *testing.T, folders ...string) (codes []string) {
	t.Helper()
	for _, folder := range folders {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, _ os.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if spec, ok := n.(*ast.ValueSpec); ok {
					codes = append(codes, codesIn(spec)...)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return codes
}

func codesIn(spec *ast.ValueSpec) (codes []string) {
	for i, name := range spec.Names {
		if !strings.HasPrefix(name.Name, "Code") || i >= len(spec.Values) {
			continue
		}
		if literal, ok := spec.Values[i].(*ast.BasicLit); ok && literal.Kind == token.STRING {
			if code, err := strconv.Unquote(literal.Value); err == nil {
				codes = append(codes, code)
			}
		}
	}
	return codes
}

var link = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

func TestLinksOfTheDocumentsLeadSomewhere(t *testing.T) {
	for _, document := range documents(t) {
		for _, found := range link.FindAllStringSubmatch(read(t, document), -1) {
			if _, err := os.Stat(filepath.Join(root, filepath.Dir(document), found[1])); err != nil {
				t.Errorf("%s points at %s: %v", document, found[1], err)
			}
		}
	}
}

var folder = regexp.MustCompile("(?m)^\\| `([a-z/]+/)` \\|")

func TestTheMapOfFoldersIsTrueInBothLanguages(t *testing.T) {
	english, chinese := folders(t, "README.md"), folders(t, "README.zh-CN.md")
	if len(english) == 0 || !slices.Equal(english, chinese) {
		t.Errorf("README.md maps %q, README.zh-CN.md %q", english, chinese)
	}
	for _, path := range english {
		if _, err := os.Stat(filepath.Join(root, path)); err != nil {
			t.Errorf("the map of folders names %s: %v", path, err)
		}
	}
}

func folders(t *testing.T, document string) (paths []string) {
	t.Helper()
	for _, found := range folder.FindAllStringSubmatch(read(t, document), -1) {
		paths = append(paths, found[1])
	}
	return paths
}

func documents(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	all := []string{"README.md", "README.zh-CN.md", "CHANGELOG.md"}
	for _, path := range found {
		all = append(all, filepath.Join("docs", filepath.Base(path)))
	}
	return all
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
