#!/usr/bin/env bash
# Requests a second of the mock server against a bare Kestrel, as ratios measured side by side in one run.
# Needs wrk, curl and python3. Usage: load.sh [SPECS_FOLDER] [SECONDS_PER_RUN]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
specs=${1:-$root/../shared/specs/nodoc}
seconds=${2:-5}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT

rid=$(dotnet --info | awk '/RID:/ { print $2; exit }')
case "$rid" in debian*|ubuntu*) rid=linux-x64 ;; esac
dotnet publish "$root/src/Harness.Cli" -c Release -r "$rid" -o "$work/cli" -v q --nologo
dotnet publish "$root/tests/Harness.Benchmarks" -c Release -o "$work/bench" -v q --nologo

"$work/bench/Harness.Benchmarks" bare 5190 &
start() { # name port arguments...
  local name=$1 port=$2; shift 2
  "$work/cli/harness" serve --port "$port" --https-port off --data "$work/data" --ready-file "$work/$name.json" "$@" >"$work/$name.log" 2>&1 &
  for _ in $(seq 200); do [ -s "$work/$name.json" ] && return; sleep 0.1; done
  cat "$work/$name.log"; exit 1
}
start cold 5191 --contracts "$specs"; cold=$(python3 -c "import json;print(json.load(open('$work/cold.json'))['startupMs'])"); kill %2; wait %2 2>/dev/null || true
start all 5191 --contracts "$specs"
start few 5192 --family entra-b2c

# 200 GETs with their sessions for wrk, and the same without credentials and with paths that nobody has.
python3 - "$work" <<'PY'
import json, sys, urllib.parse, urllib.request
work = sys.argv[1]
def ask(port, path, body=None):
    request = urllib.request.Request(f"http://127.0.0.1:{port}/__harness/{path}", json.dumps(body).encode() if body else None, {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request))
def lua(name, port, calls):
    with open(f"{work}/{name}.lua", "w") as f:
        f.write("local r = {}\n")
        for path, headers in calls:
            headers = {"Host": f"127.0.0.1:{port}", **headers}
            table = ", ".join(f"[{json.dumps(k)}] = {json.dumps(v)}" for k, v in headers.items())
            f.write(f"r[#r + 1] = wrk.format('GET', {json.dumps(path)}, {{{table}}})\n")
        f.write("local i = 0\nfunction request() i = i % #r + 1; return r[i] end\n")
def calls(port, most):
    found = []
    operations = [o for o in ask(port, "operations?method=GET")["operations"]]
    for o in operations[:: max(1, len(operations) // most)][:most]:
        e = o["example"]
        s = ask(port, "sessions", {"family": o["family"], "for": {"method": "GET", "host": e["host"], "path": e["path"]}})
        headers = dict(s["headers"])
        if s["cookies"]: headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in s["cookies"].items())
        query = urllib.parse.urlencode({**e["query"], **s["query"]})
        found.append((f"/{e['host']}{e['path']}" + (f"?{query}" if query else ""), headers))
    return found
every = calls(5191, 200)
lua("found", 5191, every)
lua("refused", 5191, [(p, {}) for p, _ in every])
lua("missing", 5191, [(p.split("?")[0] + "/nobody-has-this", h) for p, h in every])
lua("few", 5192, calls(5192, 10))
PY

rate() { # port script
  for _ in 1 2 3; do
    wrk -t1 -c16 -d"${seconds}s" ${2:+-s "$work/$2.lua"} "http://127.0.0.1:$1/" | awk '/Requests\/sec/ { print $2 }'
  done | sort -n | sed -n 2p
}
for script in found refused missing; do wrk -t1 -c16 -d2s -s "$work/$script.lua" http://127.0.0.1:5191/ >/dev/null; done
bare=$(rate 5190 ""); found=$(rate 5191 found); refused=$(rate 5191 refused); missing=$(rate 5191 missing); few=$(rate 5192 few); again=$(rate 5190 "")
memory=$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$(python3 -c "import json;print(json.load(open('$work/all.json'))['pid'])")/status")
for n in 1 2 3; do
  rm -f "$work/warm.json"; start warm 5193 --contracts "$specs"
  python3 -c "import json;d=json.load(open('$work/warm.json'));print(d['startupMs'],d['pid'])" >>"$work/starts"
  pid=$(tail -1 "$work/starts" | cut -d' ' -f2); idle=$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status"); kill "$pid"; sleep 1
done
warm=$(cut -d' ' -f1 "$work/starts" | sort -n | sed -n 2p)

python3 - <<PY
bare = (float("$bare") + float("$again")) / 2
print(f"bare Kestrel     {bare:10.0f} requests/s")
for name, value in (("found", $found), ("refused", $refused), ("not found", $missing), ("found, 6 ops", $few)):
    print(f"{name:16} {value:10.0f} requests/s   ratio {value / bare:.2f}")
print("ready: $warm ms from the compiled cache, $cold ms without; memory: $idle MB after start, $memory MB after load")
PY
