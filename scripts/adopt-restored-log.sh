#!/usr/bin/env bash
# Gives a restored log what a restore leaves out: protection, backups, the insert-only policy, its stream, and the two
# functions that follow the stream. Usage: scripts/adopt-restored-log.sh [PREFIX]. Needs the AWS CLI and its credentials.
# Run again, it does what is left. A test holds policy and feeds against template.yaml.
set -euo pipefail
prefix="${1:-qf}"
# Version 1 of the AWS CLI reads only the other of the two.
[ -z "${AWS_REGION:-}" ] || export AWS_DEFAULT_REGION="$AWS_REGION"
table="$prefix-audit"
of_table() { aws dynamodb describe-table --table-name "$table" --query "Table.$1" --output text; }
settled() { aws dynamodb wait table-exists --table-name "$table"; }

settled
arn="$(of_table TableArn)"
aws dynamodb update-table --table-name "$table" --deletion-protection-enabled >/dev/null
settled
aws dynamodb update-continuous-backups --table-name "$table" \
  --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true >/dev/null
aws dynamodb put-resource-policy --resource-arn "$arn" --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Sid": "InsertOnly", "Effect": "Deny", "Principal": "*", "Resource": "'"$arn"'",
    "Action": ["dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem",
      "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete"]
  }]
}' >/dev/null
echo "$table is protected, backed up and insert only"

if [ "$(of_table StreamSpecification.StreamEnabled)" != True ]; then
  aws dynamodb update-table --table-name "$table" \
    --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES >/dev/null
  settled
fi
stream="$(of_table LatestStreamArn)"

# arn:aws:dynamodb:region:account:table/name
IFS=: read -r _ partition _ region account _ <<<"$arn"
queue="arn:$partition:sqs:$region:$account:$prefix-dead-letters"
for function in "$prefix-projector" "$prefix-publisher"; do
  role="$(aws lambda get-function-configuration --function-name "$function" --query Role --output text)"
  aws iam put-role-policy --role-name "${role##*/}" --policy-name stream-of-the-restored-log --policy-document '{
    "Version": "2012-10-17",
    "Statement": [{
      "Effect": "Allow", "Resource": "'"$stream"'",
      "Action": ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"]
    }]
  }'
  feeds() { aws lambda list-event-source-mappings --function-name "$function" --query "EventSourceMappings[?EventSourceArn$1'$stream'].UUID" --output text; }
  for old in $(feeds '!='); do
    aws lambda delete-event-source-mapping --uuid "$old" >/dev/null
  done
  if [ -z "$(feeds '==')" ]; then
    # A role's new right is known everywhere only after some seconds.
    for try in 1 2 3 4 5 6; do
      aws lambda create-event-source-mapping --function-name "$function" --event-source-arn "$stream" \
        --starting-position TRIM_HORIZON --batch-size 100 --bisect-batch-on-function-error --maximum-retry-attempts 12 \
        --maximum-record-age-in-seconds 21600 --function-response-types ReportBatchItemFailures \
        --destination-config "OnFailure={Destination=$queue}" >/dev/null && break
      [ "$try" -lt 6 ] && sleep 10 || exit 1
    done
  fi
  echo "$function follows $stream"
done
