"""Checks what `leidraad policy show online-work --format json` promises: every control with words in both languages, basis, weight and examples."""
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    policy = json.load(file)
recommendations = policy["recommendations"]
controls = [control for recommendation in recommendations for control in recommendation["controls"]]
assert len([r for r in recommendations if r["id"] != "DP"]) == 15, len(recommendations)
assert len(controls) >= 145, len(controls)
for control in controls:
    for text in ("title", "why", "how"):
        assert {"nl", "en"} <= set(control[text]), (control["id"], text)
    assert control["basis"] in ("literal", "derived") and control["addressee"] and control["check"], control["id"]
    assert control["weight"] and {"met"} <= {example["outcome"] for example in control["examples"]}, control["id"]
for rule in policy["rules"]:
    assert rule["examples"] and {"nl", "en"} <= set(rule["says"]), rule["id"]
print(f"{len(recommendations)} recommendations, all controls complete")
