#!/usr/bin/env bash
# Builds the command, fetches what earlier nights have learned, and puts the target file and the stored session in their places.
set -euo pipefail
dotnet build src/Harness.Cli -c Release --nologo --verbosity quiet

if git fetch --depth 1 origin drift-baseline 2>/dev/null; then
  git checkout FETCH_HEAD -- contracts/baselines 2>/dev/null || true
fi

if [ "$DRIFT_KIND" = mock ]; then
  cp .github/drift/mock.yml drift-target.yml
else
  : "${DRIFT_TARGET_FILE:?Set the variable DRIFT_TARGET_FILE to the path of a committed target file}"
  cp "$DRIFT_TARGET_FILE" drift-target.yml
fi

# For 'credentials: { kind: stored }': the vault of a person who has signed in, as base64 of a tar archive. It stays outside the checkout.
if [ -n "${DRIFT_VAULT:-}" ]; then
  mkdir -p "$HOME/harness-data"
  base64 -d <<< "$DRIFT_VAULT" | tar -x -C "$HOME/harness-data"
fi
