#!/usr/bin/env bash
# Prints the ARN of the role with which CloudFormation works on an install's stacks (template-deploy-role.yaml).
# Usage: scripts/execution-role.sh [PREFIX]. Needs the AWS CLI and its credentials.
set -euo pipefail
prefix="${1:-qf}"
# Version 1 of the AWS CLI reads only the other of the two.
[ -z "${AWS_REGION:-}" ] || export AWS_DEFAULT_REGION="$AWS_REGION"
account="$(aws sts get-caller-identity --query Account --output text)"
printf 'arn:aws:iam::%s:role/%s-cloudformation\n' "$account" "$prefix"
