"""Runs a notebook, and prints what each cell shows as text: a JSON list of lists."""
import json
import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, kernel_name=sys.argv[2], timeout=120).execute()
shown = []
for cell in notebook.cells:
    if cell.cell_type == "code":
        outputs = []
        for output in cell.outputs:
            data = output.get("data", {})
            outputs.append({"type": output.output_type, "text": output.get("text") or data.get("text/plain"), "kinds": sorted(data)})
        shown.append(outputs)
print(json.dumps(shown))
