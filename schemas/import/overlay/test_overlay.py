"""Tests of overlay.py: `python3 -m unittest discover overlay`."""

import tempfile
import unittest
import zipfile
from pathlib import Path

import overlay

MODELS = '''
class Base(_Model):
    kind: str = rest_discriminator(name="kind")
    id: Optional[str] = rest_field(visibility=["read"])

class Leaf(Base, discriminator="leaf"):
    sizes: list[int] = rest_field(visibility=["read", "create", "update", "delete", "query"])

class Root(Base):
    """Prose."""
    state: str = rest_field(name="provisioningState", visibility=["read"])
    secret: Optional[str] = rest_field(visibility=["create"])
    mode: Optional[Union[str, "_models.Mode"]] = rest_field(visibility=["create", "read"])
    by_name: dict[str, "_models.Inner"] = rest_field(name="byName")
    anything: Optional[Any] = rest_field()

class Inner(_Model):
    weight: Optional[float] = rest_field()

class Unused(_Model):
    a: str = rest_field()
'''

ENUMS = '''
class Mode(str, Enum, metaclass=CaseInsensitiveEnumMeta):
    FAST = "Fast"
    """Prose."""
    SLOW = "Slow"
'''

OPERATIONS = '''
def build_things_create_request(name, **kwargs):
    _url = "/Things/{thingName}"
    return HttpRequest(method="PUT", url=_url, **kwargs)

def build_things_get_request(name, **kwargs):
    _url = "/Things/{thingName}"
    return HttpRequest(method="GET", url=_url, **kwargs)

class ThingsOperations:
    def _create_initial(self, name, parameters: Union[_models.Root, _types.Root, IO[bytes]], **kwargs):
        _request = build_things_create_request(name=name)

    def get(self, name):
        _request = build_things_get_request(name=name)
'''


class OverlayTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "azure_mgmt_things-1.2.3-py3-none-any.whl"
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("azure/mgmt/things/models/_models.py", MODELS)
                archive.writestr("azure/mgmt/things/models/_enums.py", ENUMS)
                archive.writestr("azure/mgmt/things/operations/_operations.py", OPERATIONS)
                archive.writestr("azure/mgmt/things/aio/operations/_operations.py", "syntax error")
            cls.overlay = overlay.overlay([overlay.Wheel(path)])
        cls.package = cls.overlay["packages"]["azure-mgmt-things"]
        cls.root = cls.package["classes"]["Root"]["members"]

    def test_requests_are_found_by_the_key_of_their_path(self):
        request = {"package": "azure-mgmt-things", "class": "Root"}
        self.assertEqual(self.overlay["requests"], {"/things/{}": request})

    def test_a_member_is_required_unless_it_is_optional_or_only_shown(self):
        required = [name for name, member in self.root.items() if member.get("required")]
        self.assertEqual(required, ["byName", "kind"])

    def test_visibility_is_mutability_and_what_hides_nothing_is_left_out(self):
        mutability = {name: member["mutability"] for name, member in self.root.items() if "mutability" in member}
        self.assertEqual(
            mutability,
            {"id": ["read"], "mode": ["create", "read"], "provisioningState": ["read"], "secret": ["create"]},
        )
        leaf = overlay.Model(overlay.ast.parse(MODELS).body[1])
        self.assertNotIn("mutability", leaf.members["sizes"])

    def test_types_are_seen_through_lists_maps_and_unions(self):
        self.assertEqual(self.root["byName"]["class"], "Inner")
        self.assertEqual(self.root["mode"]["enumeration"], "Mode")
        self.assertEqual(self.package["enumerations"], {"Mode": ["Fast", "Slow"]})
        leaf = overlay.Model(overlay.ast.parse(MODELS).body[1])
        self.assertTrue(leaf.members["sizes"]["integer"])
        self.assertEqual(self.root["anything"], {})

    def test_only_classes_that_a_body_leads_to_are_written(self):
        self.assertEqual(list(self.package["classes"]), ["Inner", "Root"])

    def test_variants_are_named_by_their_discriminator(self):
        wheel = overlay.Wheel.__new__(overlay.Wheel)
        wheel.models, wheel.enumerations, wheel.requests = {}, {}, {"/x": "Base"}
        wheel._read_models(overlay.ast.parse(MODELS))
        self.assertEqual(wheel.classes()["Base"]["variants"], {"leaf": "Leaf"})
        self.assertIn("Leaf", wheel.classes())


if __name__ == "__main__":
    unittest.main()
