#!/usr/bin/env bash
# Runs one part. Drift and inconclusive parts are judged together by the merge; anything else that fails is red here.
set -uo pipefail
export HARNESS_DATA="$HOME/harness-data"
mkdir -p "$HARNESS_DATA"
harness() { dotnet run --project src/Harness.Cli -c Release --no-build -- "$@"; }

rate=(--rate 5/s)
if [ "$DRIFT_TARGET_NAME" = mock ]; then
  rate=(--rate off)
  harness serve --port 5080 --https-port off --ready-file "$RUNNER_TEMP/ready.json" > "$RUNNER_TEMP/serve.log" 2>&1 &
  server=$!
  trap 'kill "$server" 2>/dev/null' EXIT
  for _ in $(seq 120); do [ -s "$RUNNER_TEMP/ready.json" ] && break; sleep 1; done
fi

harness drift run --target drift-target.yml --i-confirm "$DRIFT_TARGET_NAME" --shard "$1" --out drift-out "${rate[@]}"
status=$?
case $status in
  0 | 1 | 3 | 5) exit 0 ;;
  *) exit "$status" ;;
esac
