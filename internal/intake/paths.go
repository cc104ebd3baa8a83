package intake

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fugai/model"
)

// collect finds the files to import: named files as they are, of folders those that look like tables. Each file is taken
// once, however often it is named.
func collect(paths []string) (files []file, ignored []string, err error) {
	c := collector{seen: map[string]bool{}}
	for _, path := range paths {
		if err := c.path(path); err != nil {
			return nil, nil, err
		}
	}
	if len(c.files) == 0 {
		return nil, nil, model.Invalid("PATH",
			"no table was found in %s; name files with the ending .csv or .xlsx, or folders that hold them", strings.Join(paths, ", "))
	}
	return c.files, c.ignored, nil
}

type collector struct {
	files   []file
	ignored []string
	seen    map[string]bool
}

func (c *collector) path(path string) error {
	info, err := os.Stat(path) //nolint:gosec // The operator names it.
	if err != nil {
		return model.Invalid("PATH", "%s cannot be opened: %s", path, plainError(err))
	}
	if !info.IsDir() {
		c.file(path)
		return nil
	}
	return filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error { //nolint:gosec // The operator names it.
		switch {
		case err != nil:
			return model.Invalid("PATH", "%s cannot be read: %s", at, plainError(err))
		case at != path && hidden(d.Name()) && d.IsDir():
			return fs.SkipDir
		case d.IsDir() || hidden(d.Name()):
		case looksLikeTable(d.Name()):
			c.file(at)
		default:
			c.ignored = append(c.ignored, at)
		}
		return nil
	})
}

// hidden files are none of the user's: the lock files of spreadsheet programs among them.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") }

func looksLikeTable(name string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".et", ".ods", ".xlsb"}, strings.ToLower(filepath.Ext(name)))
}

func (c *collector) file(path string) {
	key, err := filepath.Abs(path)
	if err != nil {
		key = path
	}
	if target, err := filepath.EvalSymlinks(key); err == nil {
		key = target
	}
	if !c.seen[key] {
		c.seen[key] = true
		c.files = append(c.files, fileAt(path, path))
	}
}
