# How SAM builds a function: one Maven build for all of them, then each function's own jars.
# bin/try does not use it; `sam build --build-in-source` does.

build-ReceiveWebhook: module = receive-webhook
build-NormalizeDeliveries: module = normalize-deliveries
build-PollAuditLog: module = poll-audit-log
build-ApplyRetention: module = apply-retention
build-MigrateSchema: module = migrate-schema

functions = build-ReceiveWebhook build-NormalizeDeliveries build-PollAuditLog build-ApplyRetention build-MigrateSchema
empty =
space = $(empty) $(empty)
comma = ,
# Directories too: they change when a file goes.
sources = $(shell find pom.xml migrations shared functions -name target -prune -o -print)
folders = $(patsubst %/pom.xml,%,$(wildcard functions/*/pom.xml))
modules = $(subst $(space),$(comma),$(folders))

$(functions): target/functions-built
	mkdir -p "$(ARTIFACTS_DIR)/lib"
	cp functions/$(module)/target/lambda/lib/*.jar "$(ARTIFACTS_DIR)/lib/"

# SAM calls make once a function: the first call builds, the others find it done.
target/functions-built: $(sources)
	bin/with-jdk25 mvn -q -B -pl $(modules) -am -DskipTests -Dspotless.check.skip package
	mkdir -p target
	touch $@

# Also where a function's jars were deleted.
ifneq ($(words $(folders)),$(words $(wildcard functions/*/target/lambda/lib)))
.PHONY: target/functions-built
endif

.PHONY: $(functions)
