"""Checks what `leidraad policy show online-work --format json` promises: the fifteen recommendations of the source and beside them what was added,
and every control with words in both languages, basis, weight, addressee and examples."""
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    policy = json.load(file)
recommendations = policy["recommendations"]
controls = [control for recommendation in recommendations for control in recommendation["controls"]]
source = [one["id"] for one in recommendations if one["basis"] == "literal"]
added = [one["id"] for one in recommendations if one["basis"] == "derived"]
assert source == "A1 A2 A3 A4 A5 A6 A7 B1 B2 B3 B4 B5 C1 C2 C3".split(), source
assert added == ["DP"], added
assert policy["counts"]["recommendations"] == {"total": 16, "literal": 15, "derived": 1}
assert policy["counts"]["controls"]["total"] == len(controls) >= 145, len(controls)
assert policy["counts"]["controls"]["literal"] == len([one for one in controls if one["basis"] == "literal"])
assert policy["counts"]["rules"] == len(policy["rules"])
for control in controls:
    for text in ("title", "why", "how"):
        assert {"nl", "en"} <= {key for key, words in control[text].items() if words}, (control["id"], text)
    assert control["basis"] in ("literal", "derived") and control["addressee"] and control["check"], control["id"]
    assert control["weight"] and {"met"} <= {example["outcome"] for example in control["examples"]}, control["id"]
for rule in policy["rules"]:
    assert rule["examples"] and {"nl", "en"} <= set(rule["says"]), rule["id"]
print(f"{len(source)} recommendations of the source and {len(added)} beside them, all controls complete")
