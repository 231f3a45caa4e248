package io.schemamemory.normalizedeliveries.answer;

import io.schemamemory.data.inbox.DeliveryReplay;
import java.util.List;

/// How far the latest replays are, the newest first.
public record ReplayProgress(List<DeliveryReplay> replays) {}
