package upload

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"fugai/internal/intake"
	"fugai/model"
)

// templateForm is a form in which templates are given.
type templateForm struct {
	media string
	write func(to io.Writer, table string, language intake.Language) error
}

var templateForms = map[string]templateForm{
	"csv":  {"text/csv; charset=utf-8", intake.WriteTemplateCSV},
	"xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", intake.WriteTemplateXLSX},
}

// templateJSON is a kind of table with where its templates are.
type templateJSON struct {
	Kind    string       `json:"kind"`
	Title   string       `json:"title"`
	CSV     string       `json:"csv"`
	XLSX    string       `json:"xlsx"`
	Columns []columnJSON `json:"columns"`
}

type columnJSON struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	Required bool   `json:"required"`
	ForNew   bool   `json:"requiredForNew"`
	Example  string `json:"example,omitempty"`
	Values   string `json:"values,omitempty"`
	Note     string `json:"note,omitempty"`
}

// templates lists the kinds of table in the order of import.
func (h *Handler) templates(w http.ResponseWriter, _ *http.Request) error {
	list := []templateJSON{}
	for _, t := range intake.Tables() {
		at := "/import/templates/" + t.Name
		one := templateJSON{Kind: t.Name, Title: t.Title, CSV: at + ".csv", XLSX: at + ".xlsx"}
		for _, c := range t.Columns {
			one.Columns = append(one.Columns, columnJSON{c.Name, c.Title, c.Required, c.ForNew, c.Example, c.Values, c.Note})
		}
		list = append(list, one)
	}
	reply(w, http.StatusOK, map[string]any{"templates": list})
	return nil
}

// template sends one template.
func (h *Handler) template(w http.ResponseWriter, r *http.Request) error {
	kind, ending, _ := strings.Cut(r.PathValue("file"), ".")
	form, known := templateForms[ending]
	table := tableNamed(kind)
	if !known || table == nil {
		return model.NotFound("", "there is no template %q; GET /import/templates lists them, each as .csv and .xlsx", r.PathValue("file"))
	}
	language, err := languageOf(r.URL.Query().Get("lang"))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := form.write(&out, table.Name, language); err != nil {
		return err
	}
	title := table.Title
	if language == intake.English {
		title = table.Name
	}
	w.Header().Set("Content-Type", form.media)
	w.Header().Set("Content-Disposition", fmt.Sprintf(`attachment; filename="%s.%s"; filename*=UTF-8''%s.%s`, table.Name, ending, url.PathEscape(title), ending))
	_, _ = out.WriteTo(w) // a caller who has gone cannot be told
	return nil
}

func tableNamed(kind string) *intake.Table {
	for _, t := range intake.Tables() {
		if t.Name == kind {
			return t
		}
	}
	return nil
}

func languageOf(text string) (intake.Language, error) {
	switch text {
	case "", "zh":
		return intake.Chinese, nil
	case "en":
		return intake.English, nil
	}
	return 0, model.Invalid("lang", "%q is no language of the templates; write zh or en", text)
}
