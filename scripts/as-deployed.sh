#!/usr/bin/env bash
# Brings back what was changed or deleted by hand since the stack was deployed: `sam deploy` alone changes nothing where
# the template did not change. Usage: scripts/as-deployed.sh [PREFIX]. Needs the AWS CLI and its credentials.
set -euo pipefail
prefix="${1:-qf}"
# Version 1 of the AWS CLI reads only the other of the two.
[ -z "${AWS_REGION:-}" ] || export AWS_DEFAULT_REGION="$AWS_REGION"

change="as-deployed-$(date -u +%Y%m%d%H%M%S)"
of_change() { aws cloudformation "$1" --stack-name "$prefix" --change-set-name "$change" "${@:2}"; }

parameters=()
for name in $(aws cloudformation describe-stacks --stack-name "$prefix" --query 'Stacks[0].Parameters[].ParameterKey' --output text); do
  parameters+=("ParameterKey=$name,UsePreviousValue=true")
done
of_change create-change-set --use-previous-template --deployment-mode REVERT_DRIFT \
  --capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND --parameters "${parameters[@]}" >/dev/null
if ! aws cloudformation wait change-set-create-complete --stack-name "$prefix" --change-set-name "$change" 2>/dev/null; then
  of_change describe-change-set --query StatusReason --output text >&2
  of_change delete-change-set
  exit 1
fi
of_change describe-change-set --query 'Changes[].ResourceChange.[Action, LogicalResourceId]' --output text
of_change execute-change-set
aws cloudformation wait stack-update-complete --stack-name "$prefix"
echo "$prefix is as it was deployed"
