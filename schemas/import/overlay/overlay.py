"""Reads what the azure-mgmt wheels know and the npm packages have lost.

The npm packages flatten a resource's `properties` and drop which of them must be given; nothing in them says what
can only be set at creation. The models of the TypeSpec generation of wheels say both. They are parsed, never
imported.

    overlay.py --wheels DIR --out overlay.json

The file written has `requests`, from the key of a request's path to the package and the class of its body, and
`packages`, from a package to its classes. A class maps the names of its members on the wire to facts:
`required`, `mutability` (as `x-ms-mutability`), `integer`, and `class` or `enumeration`, the type of the member or of
its elements. A package's `enumerations` have their values.
"""

import argparse
import ast
import json
import re
import zipfile
from pathlib import Path

VERBS = ("create", "read", "update")


class Wheel:
    """The models and the PUT requests of one wheel."""

    def __init__(self, path):
        self.name = re.match(r"azure_mgmt_(\w+)-", path.name).group(1)
        self.models = {}
        self.enumerations = {}
        self.requests = {}
        with zipfile.ZipFile(path) as archive:
            for member in sorted(archive.namelist()):
                if "/aio/" in member:
                    continue
                if member.endswith("models/_models.py"):
                    self._read_models(ast.parse(archive.read(member)))
                elif member.endswith("models/_enums.py"):
                    self.enumerations.update(enumerations(ast.parse(archive.read(member))))
                elif re.search(r"operations/_(\w+_)?operations\.py$", member):
                    self.requests.update(put_requests(ast.parse(archive.read(member))))

    def _read_models(self, module):
        for node in module.body:
            if isinstance(node, ast.ClassDef):
                self.models[node.name] = Model(node)

    def classes(self):
        """The facts of every class that a request's body leads to."""
        classes = {}
        pending = sorted(set(self.requests.values()))
        while pending:
            name = pending.pop()
            if name in classes or name not in self.models:
                continue
            members = self.members(name)
            classes[name] = {"members": members}
            variants = self.variants(name)
            if variants:
                classes[name]["variants"] = variants
            pending += [member["class"] for member in members.values() if "class" in member]
            pending += variants.values()
        return dict(sorted(classes.items()))

    def members(self, name):
        """The members of a class and of those it is derived from."""
        members = {}
        for base in self.models[name].bases:
            if base in self.models:
                members.update(self.members(base))
        for wire, fact in self.models[name].members.items():
            fact = dict(fact)
            name_of_type = fact.pop("type", None)
            if name_of_type in self.models:
                fact["class"] = name_of_type
            elif name_of_type in self.enumerations:
                fact["enumeration"] = name_of_type
            members[wire] = fact
        return dict(sorted(members.items()))

    def variants(self, name):
        """The classes derived from a class, by the value of the discriminator that means them."""
        variants = {}
        for derived, model in self.models.items():
            if name in model.bases:
                if model.discriminator is not None:
                    variants[model.discriminator] = derived
                variants.update(self.variants(derived))
        return dict(sorted(variants.items()))


class Model:
    """One class of a `_models.py`."""

    def __init__(self, node):
        self.bases = [last_name(base) for base in node.bases]
        self.discriminator = None
        for keyword in node.keywords:
            if keyword.arg == "discriminator" and isinstance(keyword.value, ast.Constant):
                self.discriminator = keyword.value.value
        self.members = {}
        for statement in node.body:
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.value, ast.Call):
                if last_name(statement.value.func) in ("rest_field", "rest_discriminator"):
                    wire, fact = member_facts(statement)
                    self.members[wire] = fact


def member_facts(statement):
    """The name on the wire, and what a `rest_field` says."""
    keywords = {keyword.arg: keyword.value for keyword in statement.value.keywords}
    wire = keywords["name"].value if "name" in keywords else statement.target.id
    visibility = keywords.get("visibility")
    verbs = [verb.value for verb in visibility.elts] if visibility is not None else list(VERBS)
    mutability = [verb for verb in VERBS if verb in verbs]
    fact = {}
    if not is_optional(statement.annotation) and mutability != ["read"]:
        fact["required"] = True
    if mutability and mutability != list(VERBS):
        fact["mutability"] = mutability
    element = element_type(statement.annotation)
    if element == "int":
        fact["integer"] = True
    elif element and element not in ("str", "bool", "float", "Any"):
        fact["type"] = element
    return wire, fact


def is_optional(annotation):
    return isinstance(annotation, ast.Subscript) and last_name(annotation.value) == "Optional"


def element_type(annotation):
    """The name of the type that an annotation leads to through `Optional`, lists and maps."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return element_type(ast.parse(annotation.value, mode="eval").body)
    if isinstance(annotation, ast.Subscript):
        outer = last_name(annotation.value)
        inner = annotation.slice
        if outer in ("dict", "Dict") and isinstance(inner, ast.Tuple):
            return element_type(inner.elts[1])
        if outer == "Union" and isinstance(inner, ast.Tuple) and last_name(inner.elts[0]) == "str":
            return element_type(inner.elts[1])
        return element_type(inner) if outer in ("Optional", "list", "List") else None
    return last_name(annotation)


def enumerations(module):
    """The values of every enumeration in an `_enums.py`."""
    return {
        node.name: [
            statement.value.value
            for statement in node.body
            if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
        ]
        for node in module.body
        if isinstance(node, ast.ClassDef)
    }


def last_name(node):
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else None


def put_requests(module):
    """The class of the body of every PUT request in an operations module, by the key of its path."""
    paths = {}
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("build_"):
            path = put_path(node)
            if path:
                paths[node.name] = path_key(path)
    requests = {}
    for client in module.body:
        for method in client.body if isinstance(client, ast.ClassDef) else []:
            if not isinstance(method, ast.FunctionDef):
                continue
            called = {last_name(node.func) for node in ast.walk(method) if isinstance(node, ast.Call)}
            for builder in sorted(name for name in called if name in paths):
                body = body_class(method)
                if body:
                    requests[paths[builder]] = body
    return requests


def put_path(builder):
    """The path of the request that a builder builds, if its verb is PUT."""
    path = verb = None
    for node in ast.walk(builder):
        if isinstance(node, ast.Assign) and last_name(node.targets[0]) == "_url":
            path = getattr(node.value, "value", None)
        elif isinstance(node, ast.keyword) and node.arg == "method":
            verb = getattr(node.value, "value", None)
    return path if verb == "PUT" and isinstance(path, str) else None


def body_class(method):
    """The class of the argument that may also be given as bytes."""
    for argument in method.args.args + method.args.kwonlyargs:
        annotation = argument.annotation
        if annotation is None or "IO[bytes]" not in ast.unparse(annotation):
            continue
        for node in ast.walk(annotation):
            if isinstance(node, ast.Attribute) and last_name(node.value) == "_models":
                return node.attr
    return None


def path_key(path):
    """Paths are the same if they differ only in letter case and in the names of their parameters."""
    key = re.sub(r"\{[^}]*\}", "{}", path.lower()).rstrip("/")
    return key if key.startswith("/") else f"/{key}"


def overlay(wheels):
    """The whole overlay, from the wheels of one folder."""
    requests = {}
    packages = {}
    for wheel in wheels:
        name = f"azure-mgmt-{wheel.name}"
        classes = wheel.classes()
        packages[name] = {"classes": classes, "enumerations": dict(sorted(wheel.enumerations.items()))}
        for key, body in wheel.requests.items():
            if body in classes:
                requests[key] = {"package": name, "class": body}
    return {"requests": dict(sorted(requests.items())), "packages": dict(sorted(packages.items()))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wheels", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    wheels = [Wheel(path) for path in sorted(arguments.wheels.glob("azure_mgmt_*.whl"))]
    arguments.out.write_text(json.dumps(overlay(wheels), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
