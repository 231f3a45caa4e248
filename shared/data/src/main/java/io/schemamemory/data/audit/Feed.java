package io.schemamemory.data.audit;

/// One organization's audit log, and the workspace it belongs to.
public record Feed(long id, long workspaceId, String organization) {}
