# How SAM builds a function: one Maven build, then the function's own jars.
# bin/test and bin/try do not use it; `sam build --build-in-source` does.

build-ReceiveWebhook: module = receive-webhook
build-NormalizeDeliveries: module = normalize-deliveries
build-PollAuditLog: module = poll-audit-log
build-ApplyRetention: module = apply-retention
build-MigrateSchema: module = migrate-schema

build-ReceiveWebhook build-NormalizeDeliveries build-PollAuditLog build-ApplyRetention build-MigrateSchema:
	mvn -q -B -pl functions/$(module) -am -DskipTests package
	mkdir -p "$(ARTIFACTS_DIR)/lib"
	cp functions/$(module)/target/lambda/lib/*.jar "$(ARTIFACTS_DIR)/lib/"

.PHONY: build-ReceiveWebhook build-NormalizeDeliveries build-PollAuditLog build-ApplyRetention build-MigrateSchema
