"""Writes the calls that wrk makes: 200 different GETs with their sessions, and what becomes of them without credentials or on paths that nobody has."""
import json
import sys
import urllib.parse
import urllib.request

MOST = 200


def ask(port, path, body=None):
    data = json.dumps(body).encode() if body else None
    request = urllib.request.Request(f"http://127.0.0.1:{port}/__harness/{path}", data, {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request))


def call(port, operation):
    example = operation["example"]
    target = {"method": "GET", "host": example["host"], "path": example["path"]}
    session = ask(port, "sessions", {"family": operation["family"], "for": target})
    headers = dict(session["headers"])
    if session["cookies"]:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in session["cookies"].items())
    query = urllib.parse.urlencode({**example["query"], **session["query"]})
    return f"/{example['host']}{example['path']}" + (f"?{query}" if query else ""), headers


def calls(port, family=None):
    operations = ask(port, "operations?method=GET" + (f"&family={family}" if family else ""))["operations"]
    return [call(port, o) for o in operations[:: max(1, len(operations) // MOST)][:MOST]]


def write(folder, name, port, made):
    with open(f"{folder}/{name}.lua", "w", encoding="utf-8") as script:
        script.write("local r = {}\n")
        for path, headers in made:
            # Without a Host header the server rightly answers 400: wrk sends only what it is told.
            fields = {"Host": f"127.0.0.1:{port}", **headers}
            table = ", ".join(f"[{json.dumps(k)}] = {json.dumps(v)}" for k, v in fields.items())
            script.write(f"r[#r + 1] = wrk.format('GET', {json.dumps(path)}, {{{table}}})\n")
        script.write("local i = 0\nfunction request() i = i % #r + 1; return r[i] end\n")


folder, every, few, family = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
found = calls(every)
write(folder, "found", every, found)
write(folder, "one", every, found[:1])
write(folder, "refused", every, [(path, {}) for path, _ in found])
write(folder, "missing", every, [(path.split("?")[0] + "/nobody-has-this", headers) for path, headers in found])
write(folder, "few", few, calls(few))
write(folder, "few-all", every, calls(every, family))
