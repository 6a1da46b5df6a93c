"""One peer over the files of a list, as its users would call it from Python: the rules compiled once, a loop over the files.

    peers.py TOOL RULES LIST [each]

Prints the number of failures; with `each`, a line `file<TAB>control` for every one instead."""
import json
import sys


def schema_rs(rules):
    import jsonschema_rs

    with open(rules, encoding="utf-8") as file:
        schema = json.load(file)
    titles, validator = [part["title"] for part in schema["allOf"]], jsonschema_rs.Draft202012Validator(schema)
    load = yaml_loader()

    def failures(text):
        # `allOf`, then the number of the control.
        return {titles[error.schema_path[1]] for error in validator.iter_errors(load(text))}

    return failures


def regorus(rules):
    import opa_eval

    engine, load = opa_eval.OpaEval(rules, query="data.bench.failures"), yaml_loader()
    return lambda text: set(engine.evaluate_parsed(json.dumps(load(text))))


def opa(rules):
    import opa_bindings

    engine = opa_bindings.OpaEngine()
    with open(rules, encoding="utf-8") as file:
        engine.add_policy("bench.rego", file.read())
    return lambda text: set(engine.eval_document("bench.failures", text))


def yaml_loader():
    """PyYAML over libyaml; a date stays a string, as JSON has none."""
    import yaml

    class Loader(yaml.CSafeLoader):
        yaml_implicit_resolvers = {
            first: [pair for pair in pairs if not pair[0].endswith(":timestamp")]
            for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
        }

    return lambda text: yaml.load(text, Loader=Loader)


if __name__ == "__main__":
    tool, rules, listed = sys.argv[1:4]
    failures = {"jsonschema-rs": schema_rs, "regorus": regorus, "opa": opa}[tool](rules)
    count = 0
    with open(listed, encoding="utf-8") as lines:
        for path in lines.read().splitlines():
            with open(path, encoding="utf-8") as file:
                found = failures(file.read())
            count += len(found)
            if sys.argv[4:] == ["each"]:
                print("".join(f"{path}\t{id}\n" for id in sorted(found)), end="")
    if sys.argv[4:] != ["each"]:
        print(count)
