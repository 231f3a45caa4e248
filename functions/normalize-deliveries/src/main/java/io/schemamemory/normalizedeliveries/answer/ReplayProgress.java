package io.schemamemory.normalizedeliveries.answer;

import io.schemamemory.data.inbox.DeliveryReplay;
import java.util.List;

/// How far the replays requested last are, the newest first.
public record ReplayProgress(List<DeliveryReplay> replays) implements NormalizeAnswer {}
