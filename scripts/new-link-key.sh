#!/usr/bin/env bash
# Prints the link key of a new install, as its secret holds it. Needs openssl. Rotation keeps refKey: docs/deploy.md.
set -euo pipefail
printf '{"refKey":"%s","linkKeys":[{"kid":"k1","secret":"%s"}]}\n' "$(openssl rand -base64 32)" "$(openssl rand -base64 32)"
