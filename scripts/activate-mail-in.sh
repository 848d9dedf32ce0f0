#!/usr/bin/env bash
# Makes SES take mail in: activates our rule set where none is active, else puts our rule into the active one.
# Usage: scripts/activate-mail-in.sh [PREFIX]. Needs the AWS CLI and its credentials. Run again, it changes nothing.
set -euo pipefail
prefix="${1:-qf}"
# Version 1 of the AWS CLI reads only the other of the two.
[ -z "${AWS_REGION:-}" ] || export AWS_DEFAULT_REGION="$AWS_REGION"
ours="$prefix-inbound-rules"
rule="$prefix-quotes"

active="$(aws ses describe-active-receipt-rule-set --query Metadata.Name --output text)"
if [ "$active" = "$ours" ]; then
  echo "$ours is active already"
elif [ "$active" = None ] || [ -z "$active" ]; then
  aws ses set-active-receipt-rule-set --rule-set-name "$ours"
  echo "$ours is active now"
else
  # Others' mail goes on as before: their set stays the active one.
  definition="$(aws ses describe-receipt-rule --rule-set-name "$ours" --rule-name "$rule" --query Rule --output json)"
  if aws ses describe-receipt-rule --rule-set-name "$active" --rule-name "$rule" >/dev/null 2>&1; then
    aws ses update-receipt-rule --rule-set-name "$active" --rule "$definition"
  else
    aws ses create-receipt-rule --rule-set-name "$active" --rule "$definition"
  fi
  echo "$rule stands in $active, which was active before; deploy template.yaml with RuleSet=$active"
fi
