"""
Opens an archive as whoever downloads it does: unzips it (Python's zipfile), checks the sums with sha256sum, reads the RO-Crate with the rocrate
package, the CITATION.cff with cffconvert and the graph line by line. In, as JSON: { archive, folder }. Out, as JSON: what was found.
"""

import hashlib
import json
import pathlib
import subprocess
import sys
import zipfile

from cffconvert import Citation
from rocrate.rocrate import ROCrate

request = json.load(sys.stdin)
with zipfile.ZipFile(request["archive"]) as archive:
    assert archive.testzip() is None
    names = archive.namelist()
    archive.extractall(request["folder"])
top = pathlib.Path(request["folder"]) / names[0].split("/")[0]

sums = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=top, capture_output=True, text=True)
crate = ROCrate(str(top))
described = {entity.id: entity for entity in crate.data_entities if entity.type == "File"}
citation = Citation((top / "CITATION.cff").read_text(encoding="utf-8"))
citation.validate()

version = hashlib.sha256()
counts = {}
for part in ["entities", "relations", "claims", "sources"]:
    content = (top / "graph" / f"{part}.ndjson").read_bytes()
    version.update(content)
    counts[part] = len([json.loads(line) for line in content.splitlines()])

files = sorted(str(path.relative_to(top)) for path in top.rglob("*") if path.is_file())
json.dump(
    {
        "folder": top.name,
        "checked": {"status": sums.returncode, "ok": sums.stdout.count(": OK"), "said": sums.stderr},
        "files": files,
        "crate": {
            "name": crate.root_dataset["name"],
            "licence": crate.root_dataset["license"].id,
            "files": sorted(described),
            "digests": all(hashlib.sha256((top / i).read_bytes()).hexdigest() == one["sha256"] for i, one in described.items()),
        },
        "citation": json.loads(citation.as_zenodo()),
        "zenodo": json.loads((top / ".zenodo.json").read_text(encoding="utf-8")),
        "version": version.hexdigest(),
        "counts": counts,
    },
    sys.stdout,
)
