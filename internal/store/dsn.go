package store

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-sql-driver/mysql"
)

const dsnMend = "write sqlite:FILE, for example sqlite:fugai.db, or mysql://user:password@host:port/database"

// waitForWriter is for how many seconds a writer waits for another, a long dry run for example.
const waitForWriter = "300"

// source is a parsed DSN: exactly one of file and server is set.
type source struct {
	file   string
	server *mysql.Config
}

// parseDSN reads sqlite:FILE or mysql://user:password@host:port/database.
func parseDSN(dsn string) (source, error) {
	scheme, rest, found := strings.Cut(dsn, ":")
	switch {
	case !found:
		return source{}, fmt.Errorf("the database %q has no kind; %s", dsn, dsnMend)
	case scheme == "sqlite":
		return parseFile(rest)
	case scheme == "mysql":
		return parseServer(dsn)
	}
	return source{}, fmt.Errorf("the database kind %q is not known; %s", scheme, dsnMend)
}

func parseFile(file string) (source, error) {
	file = strings.TrimPrefix(file, "//")
	if file == "" || strings.ContainsAny(file, "?#") {
		return source{}, fmt.Errorf("sqlite:%s names no plain file; %s", file, dsnMend)
	}
	if file == ":memory:" {
		return source{}, fmt.Errorf("sqlite::memory: is not served, because every connection would see a database of its own; name a file")
	}
	dir := filepath.Dir(file)
	if at, err := os.Stat(dir); err != nil || !at.IsDir() {
		return source{}, fmt.Errorf("the folder %s of the database file does not exist; create it first", dir)
	}
	return source{file: file}, nil
}

func parseServer(dsn string) (source, error) {
	u, err := url.Parse(dsn)
	if err != nil {
		// The error of url.Parse repeats the DSN with its password, so it is not passed on.
		return source{}, fmt.Errorf("the mysql database address does not parse; %s (encode special characters of the password as %%XX)", dsnMend)
	}
	name := strings.Trim(u.Path, "/")
	if u.Host == "" || name == "" || strings.ContainsAny(name, "/`") || u.RawQuery != "" {
		return source{}, fmt.Errorf("mysql://%s%s does not name host and database; %s", u.Host, u.Path, dsnMend)
	}
	return source{server: serverConfig(u, name)}, nil
}

// serverConfig keeps parseTime off, because the model's own types read dates and moments, and lets the driver fill in the
// arguments itself, which saves a round trip a statement.
func serverConfig(u *url.URL, database string) *mysql.Config {
	c := mysql.NewConfig()
	c.Net, c.Addr, c.DBName = "tcp", u.Host, database
	if u.Port() == "" {
		c.Addr = u.Hostname() + ":3306"
	}
	c.User = u.User.Username()
	c.Passwd, _ = u.User.Password()
	c.DialFunc = dial
	c.InterpolateParams = true
	c.Collation = "utf8mb4_bin"
	c.Params = map[string]string{"sql_mode": "'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'", "time_zone": "'+00:00'", "innodb_lock_wait_timeout": waitForWriter}
	return c
}
