"""
Reads citations with programs that are not ours: bibtexparser and pybtex (BibTeX), rispy (RIS), citeproc-py (CSL-JSON, as a reference list in a
style), cffconvert (CITATION.cff against its schema). In, as JSON: { bibtex, csl, ris, cff } texts. Out, as JSON: what each found, by program.
"""

import io
import json
import sys
import warnings


def with_bibtexparser(text):
    import bibtexparser

    entries = bibtexparser.loads(text, bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)).entries
    return {one["ID"]: {"title": one["title"], "author": one["author"], "url": one.get("url"), "date": one.get("date")} for one in entries}


def with_pybtex(text):
    from pybtex.database import parse_string
    from pybtex.richtext import Text

    def read(latex):
        # As a reader of a paper sees it.
        return Text.from_latex(latex).render_as("text")

    entries = parse_string(text, "bibtex").entries
    return {key: {"title": read(one.fields["title"]), "author": read(str(one.persons["author"][0]))} for key, one in entries.items()}


def with_rispy(text):
    import rispy

    return {one["id"]: {"title": one["title"], "author": one["authors"][0], "url": (one.get("urls") or [None])[0], "year": one.get("year")} for one in rispy.loads(text)}


def with_citeproc(text):
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():
        # It warns of fields and types that it does not know.
        warnings.simplefilter("error")
        source = CiteProcJSON(json.loads(text))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for key in source:
        bibliography.register(Citation([CitationItem(key)]))
    return {key: str(line) for key, line in zip(bibliography.keys, bibliography.bibliography())}


def with_cffconvert(text):
    from cffconvert import Citation

    citation = Citation(text)
    citation.validate()
    return json.loads(citation.as_zenodo())


readers = {
    "bibtexparser": ("bibtex", with_bibtexparser),
    "pybtex": ("bibtex", with_pybtex),
    "rispy": ("ris", with_rispy),
    "citeproc-py": ("csl", with_citeproc),
    "cffconvert": ("cff", with_cffconvert),
}
request = json.load(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8"))
json.dump({name: read(request[kind]) for name, (kind, read) in readers.items() if request.get(kind)}, sys.stdout)
