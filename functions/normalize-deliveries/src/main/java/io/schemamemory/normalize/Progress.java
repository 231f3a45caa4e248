package io.schemamemory.normalize;

import io.schemamemory.data.Replay;
import java.util.List;

/// How far the replays requested last are, the newest first.
public record Progress(List<Replay> replays) implements Answer {}
