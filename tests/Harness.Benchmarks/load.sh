#!/usr/bin/env bash
# How fast the mock server is, as ratios to a bare Kestrel that are measured side by side in one run: both are called in turn, round after
# round, and each figure is the median of the rounds. Needs wrk, curl and python3. Usage: load.sh [SPECS_FOLDER] [ROUNDS] [SECONDS_PER_ROUND]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/tests/Harness.Benchmarks/Load
specs=${1:-$root/../shared/specs/nodoc}
rounds=${2:-7}
seconds=${3:-2}
few=entra-b2c
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT

case "$(uname -m)" in x86_64) arch=x64 ;; aarch64 | arm64) arch=arm64 ;; *) arch=$(uname -m) ;; esac
case "$(uname -s)" in Darwin) rid=osx-$arch ;; *) rid=linux-$arch ;; esac
cli=${HARNESS_CLI:-$work/cli}
bench=${HARNESS_BENCH:-$work/bench}
[ -x "$cli/harness" ] || dotnet publish "$root/src/Harness.Cli" -c Release -r "$rid" -o "$cli" -v q --nologo
[ -x "$bench/Harness.Benchmarks" ] || dotnet publish "$root/tests/Harness.Benchmarks" -c Release -o "$bench" -v q --nologo

# A server of its own cache and data folder; says what its ready file says, and leaves its process id in $pid.
start() { # name port arguments...
  local name=$1 port=$2
  shift 2
  rm -f "$work/$name.json"
  XDG_CACHE_HOME="$work/cache" "$cli/harness" serve --port "$port" --https-port off --data "$work/data" --ready-file "$work/$name.json" "$@" >"$work/$name.log" 2>&1 &
  pid=$!
  pids+=("$pid")
  for _ in $(seq 600); do
    [ -s "$work/$name.json" ] && return
    sleep 0.05
  done
  cat "$work/$name.log"
  exit 1
}
ready() { python3 -c "import json, sys; print(json.load(open(sys.argv[1]))['startupMs'])" "$work/$1.json"; }
resident() { awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$1/status"; }
stop() { kill "$1" && wait "$1" 2>/dev/null || true; }

for _ in 1 2 3; do
  rm -rf "$work/cache"
  start cold 5191 --contracts "$specs"
  ready cold >>"$work/cold"
  stop "$pid"
done
for _ in $(seq 7); do
  start warm 5191 --contracts "$specs"
  ready warm >>"$work/warm"
  # Once it has nothing to do it gives back what reading left behind.
  sleep 1
  resident "$pid" >>"$work/idle"
  stop "$pid"
done

"$bench/Harness.Benchmarks" bare 5190 >/dev/null &
bare=$!
pids+=("$bare")
start all 5191 --contracts "$specs"
all=$pid
start few 5192 --family "$few"
python3 "$here/calls.py" "$work" 5191 5192 "$few"
python3 "$here/rates.py" "$rounds" "$seconds" \
  "bare Kestrel=5190:" "the same calls=5190:$work/found.lua" \
  "found=5191:$work/found.lua" "one operation=5191:$work/one.lua" "refused=5191:$work/refused.lua" "not found=5191:$work/missing.lua" \
  "few, of all=5191:$work/few-all.lua" "few, of few=5192:$work/few.lua"

middle() { sort -n "$work/$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
least() { sort -n "$work/$1" | head -1; }
echo "ready from the compiled cache: $(middle warm) ms (best $(least warm)); without it: $(middle cold) ms (best $(least cold))"
echo "memory: $(middle idle) MB after start with everything imported, $(resident "$all") MB after this load"
