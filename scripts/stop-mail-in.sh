#!/usr/bin/env bash
# Takes an install out of mail in, before its mail stack is deleted: SES deletes no rule set that is active.
# Usage: scripts/stop-mail-in.sh [PREFIX]. Needs the AWS CLI and its credentials. Run again, it changes nothing.
set -euo pipefail
prefix="${1:-qf}"
# Version 1 of the AWS CLI reads only the other of the two.
[ -z "${AWS_REGION:-}" ] || export AWS_DEFAULT_REGION="$AWS_REGION"
ours="$prefix-inbound-rules"
rule="$prefix-quotes"

active="$(aws ses describe-active-receipt-rule-set --query Metadata.Name --output text)"
if [ "$active" = "$ours" ]; then
  others="$(aws ses describe-receipt-rule-set --rule-set-name "$ours" --query "Rules[?Name!='$rule'].Name" --output text)"
  if [ -n "$others" ] && [ "$others" != None ]; then
    echo "$ours holds rules of others too: $others. Move them into another set and make that one the active one, then run this again" >&2
    exit 1
  fi
  # Without a name none is active.
  aws ses set-active-receipt-rule-set
  echo "no rule set is active now"
elif aws ses describe-receipt-rule --rule-set-name "$active" --rule-name "$rule" >/dev/null 2>&1; then
  aws ses delete-receipt-rule --rule-set-name "$active" --rule-name "$rule"
  echo "$rule is gone from $active, which stays active"
else
  echo "$rule takes no mail in"
fi
