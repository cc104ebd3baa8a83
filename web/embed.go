// Package web carries the built explorer inside the binary, so that one file is the whole product.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// FS returns the explorer as the build left it (index.html and assets/ with hashed names), and whether it is built: without
// npm the folder holds only a placeholder, and the server says so in place of a page.
func FS() (files fs.FS, built bool) {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return dist, false
	}
	_, err = fs.Stat(files, "index.html")
	return files, err == nil
}
