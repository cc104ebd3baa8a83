package upload

import (
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"fugai/internal/intake"
	"fugai/model"
)

// Bounds of a request besides its size.
const (
	mostFiles    = 50
	longestField = 1 << 10
	longestName  = 120
	// silence is how long a caller may send nothing, slowest how long an upload may take in all.
	silence = time.Minute
	slowest = time.Hour
)

// order is what somebody wants to have imported, and how.
type order struct {
	dryRun, correct bool
	asOf            model.Date
	source          string
	// dir holds the files, which are named by their numbers there.
	dir   string
	files []received
}

type received struct{ name, path string }

func (o *order) names() (names []string) {
	for _, f := range o.files {
		names = append(names, f.name)
	}
	return names
}

// open opens the files for the import.
func (o *order) open() (uploads []intake.Upload, files []*os.File, err error) {
	for _, f := range o.files {
		file, err := os.Open(f.path)
		if err != nil {
			return nil, files, err
		}
		files = append(files, file)
		info, err := file.Stat()
		if err != nil {
			return nil, files, err
		}
		uploads = append(uploads, intake.Upload{Name: f.name, Content: file, Size: info.Size()})
	}
	return uploads, files, nil
}

// receive streams the files of a request into a folder of their own; nothing of it is left where it fails.
func (h *Handler) receive(ctx context.Context, j *job, w http.ResponseWriter, r *http.Request) error {
	if r.ContentLength > h.o.Bytes {
		return h.tooLarge()
	}
	control := http.NewResponseController(w)
	body := &patientBody{ctx: ctx, control: control, now: h.o.Now, until: h.o.Now().Add(slowest)}
	body.ReadCloser, r.Body = http.MaxBytesReader(w, r.Body, h.o.Bytes), body
	parts, err := r.MultipartReader()
	if err != nil {
		return notMultipart()
	}
	dir, err := os.MkdirTemp(h.o.Dir, "fugai-upload-*")
	if err != nil {
		return err
	}
	in := &intakeOrder{order: order{dir: dir, asOf: h.o.Today()}}
	err = in.parts(parts)
	_ = control.SetWriteDeadline(h.o.Now().Add(silence)) // one that cannot be moved stays
	if err == nil {
		err = in.check()
	}
	if err != nil {
		return h.spoiled(err, os.RemoveAll(dir))
	}
	j.begin(in.order)
	return nil
}

func notMultipart() error {
	return &model.Error{Code: model.CodeBadRequest, Message: "send multipart/form-data with one part named file or more, " +
		"and dryRun, asOf, correct and source where wanted"}
}

func (h *Handler) tooLarge() error {
	return &limitError{&model.Error{Code: model.CodeLimit, Message: "the upload is larger than " + strconv.FormatInt(h.o.Bytes, 10) +
		" bytes; send the files one after the other, or import them at the command line"}, h.o.Bytes}
}

// spoiled tells what was wrong with a request that could not be read.
func (h *Handler) spoiled(err, removed error) error {
	var large *http.MaxBytesError
	var known *model.Error
	var many model.Errors
	switch {
	case errors.As(err, &large):
		err = h.tooLarge()
	case errors.As(err, &known), errors.As(err, &many):
	case errors.Is(err, context.Canceled):
		err = model.Conflict("", "the upload was cancelled")
	case !errors.Is(err, errDisk): // the caller's body or connection broke off
		err = &model.Error{Code: model.CodeBadRequest, Message: "the upload broke off or is no multipart/form-data; send it again"}
	}
	return errors.Join(err, removed)
}

// errDisk marks what went wrong on this side.
var errDisk = errors.New("an upload could not be stored")

// intakeOrder is an order while its parts come in.
type intakeOrder struct {
	order
	faults model.Errors
}

func (o *intakeOrder) parts(parts *multipart.Reader) error {
	for {
		p, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = o.part(p)
		}
		if err != nil {
			return err
		}
	}
}

// part takes one part of the request. Its error ends the upload; a wrong option is told together with the others.
func (o *intakeOrder) part(p *multipart.Part) error {
	if p.FormName() == "file" && p.FileName() != "" {
		return o.file(p)
	}
	text, err := io.ReadAll(io.LimitReader(p, longestField+1))
	if err != nil {
		return err
	}
	if len(text) > longestField {
		return model.Invalid(fileName(p.FormName()), "is longer than %d bytes; a file belongs into a part named file, with its name", longestField)
	}
	if fault := o.field(p.FormName(), strings.TrimSpace(string(text))); fault != nil {
		o.faults = append(o.faults, fault)
	}
	return nil
}

func (o *intakeOrder) field(name, text string) (fault *model.Error) {
	switch name {
	case "dryRun":
		o.dryRun, fault = truth(name, text)
	case "correct":
		o.correct, fault = truth(name, text)
	case "source":
		o.source = text
	case "asOf":
		if text == "" {
			return nil
		}
		day, err := model.ParseDate(text)
		if err != nil {
			return model.Invalid(name, "%q is no date; write YYYY-MM-DD", text)
		}
		o.asOf = day
	case "file":
		return model.Invalid(name, "no file was chosen; send one with its name")
	default:
		return model.Invalid(fileName(name), "is not known; there are file, dryRun, asOf, correct and source")
	}
	return fault
}

func truth(name, text string) (bool, *model.Error) {
	switch text {
	case "true", "1", "on":
		return true, nil
	case "false", "0", "":
		return false, nil
	}
	return false, model.Invalid(name, "%q is neither true nor false", text)
}

// file stores a file on disk, never in memory.
func (o *intakeOrder) file(p *multipart.Part) error {
	name := fileName(p.FileName())
	if len(o.files) == mostFiles {
		return model.Invalid("file", "there are more than %d files; send them in several imports", mostFiles)
	}
	if slices.Contains(o.names(), name) {
		o.faults = append(o.faults, model.Invalid("file", "two files are named %q, and problems could not be told apart; rename one", name))
	}
	path := filepath.Join(o.dir, strconv.Itoa(len(o.files)))
	o.files = append(o.files, received{name, path})
	to, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return errors.Join(errDisk, err)
	}
	_, err = io.Copy(diskWriter{to}, p)
	if closed := to.Close(); err == nil && closed != nil {
		err = errors.Join(errDisk, closed)
	}
	return err
}

// diskWriter tells faults of the disk from those of the connection.
type diskWriter struct{ io.Writer }

func (w diskWriter) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	if err != nil {
		err = errors.Join(errDisk, err)
	}
	return n, err
}

// fileName is the last part of a name that a browser sent, as it can be shown and stored.
func fileName(given string) string {
	given = strings.ToValidUTF8(given[strings.LastIndexAny(given, `/\`)+1:], "_")
	given = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '_'
	}, given)
	if runes := []rune(given); len(runes) > longestName { // the ending tells the format
		given = string(runes[:longestName/2]) + "…" + string(runes[len(runes)-longestName/2:])
	}
	return given
}

// check tells all faults of an order at once.
func (o *intakeOrder) check() error {
	if len(o.files) == 0 && !slices.ContainsFunc(o.faults, func(f *model.Error) bool { return f.Path == "file" }) {
		o.faults = append(o.faults, model.Invalid("file", "is missing; send at least one CSV or XLSX file"))
	}
	return o.faults.OrNil()
}

// patientBody gives a caller time for a large file as long as it keeps sending, and ends with the job.
type patientBody struct {
	io.ReadCloser
	ctx     context.Context
	control *http.ResponseController
	now     func() time.Time
	until   time.Time
}

func (b *patientBody) Read(p []byte) (int, error) {
	if err := b.ctx.Err(); err != nil {
		return 0, err
	}
	deadline := b.now().Add(silence)
	if deadline.After(b.until) {
		deadline = b.until
	}
	_ = b.control.SetReadDeadline(deadline) // one that cannot be moved stays
	return b.ReadCloser.Read(p)
}
