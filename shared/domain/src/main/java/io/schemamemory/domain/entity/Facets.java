package io.schemamemory.domain.entity;

import io.schemamemory.domain.ddl.Operation;
import io.schemamemory.domain.ddl.ReadStatement;
import io.schemamemory.domain.ddl.Repartitioning;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ClauseNotUnderstood;
import io.schemamemory.domain.ddl.SchemaChange.PartitioningChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.ddl.Understanding.Understood;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.observation.Sighting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The facets of observations, without people: only the memory knows their ids.
public final class Facets {
  private static final String NOT_UNDERSTOOD = "NOT UNDERSTOOD";

  private final Envelope envelope;

  private final StatementReader reader;

  private Facets(Envelope envelope, StatementReader reader) {
    this.envelope = envelope;
    this.reader = reader;
  }

  /// The facets of an observation, given its best sighting; each value once, as last spelled.
  public static Set<FacetValue> of(Sighting sighting, StatementReader reader) {
    Facets facets = new Facets(sighting.envelope(), reader);
    Map<List<Object>, FacetValue> found =
        Stream.concat(facets.around(sighting.kind()), facets.within(sighting.facts()))
            .collect(
                Collectors.toMap(
                    one -> List.of(one.facet(), one.value()), one -> one, (_, later) -> later));
    return Set.copyOf(found.values());
  }

  private Stream<FacetValue> around(String kind) {
    Stream<FacetValue> place =
        Stream.of(
            FacetValue.of(EntityName.organization(envelope)), FacetValue.ofWord(Facet.KIND, kind));
    return envelope.database().isEmpty()
        ? place
        : Stream.concat(place, Stream.of(FacetValue.of(EntityName.database(envelope))));
  }

  private Stream<FacetValue> within(Facts facts) {
    return switch (facts) {
      case DeployRequest request -> ofDeployRequest(request);
      case Facts.Branch branch -> branch(branch.name());
      case Facts.Storage storage ->
          Stream.concat(branch(storage.branch()), keyspace(storage.keyspace()));
      case Facts.Backup backup -> branch(backup.branch());
      case Facts.Recommendation recommendation ->
          Stream.concat(
              keyspace(recommendation.keyspace()),
              table(recommendation.keyspace(), recommendation.table()));
      case Facts.AuditEntry entry -> ofAuditEntry(entry);
      case Facts.AccessRequest _, Facts.WebhookTest _, Facts.Unknown _ -> Stream.empty();
    };
  }

  private Stream<FacetValue> ofDeployRequest(DeployRequest request) {
    Deployment run = request.deployment();
    List<DdlStatement> statements = run == null ? List.of() : run.statements();
    return Stream.of(
            Stream.of(FacetValue.of(EntityName.deployRequest(envelope, request.number()))),
            branch(request.branch()),
            branch(request.intoBranch()),
            reader.read(statements).stream().flatMap(this::ofStatement))
        .flatMap(facets -> facets);
  }

  /// Outside a database there is no path.
  private Stream<FacetValue> ofAuditEntry(Facts.AuditEntry entry) {
    if (envelope.database().isEmpty()) {
      return Stream.empty();
    }
    Long number = entry.number();
    return Stream.concat(
        branch(entry.branch()),
        number == null ? Stream.empty() : named(EntityName.deployRequest(envelope, number)));
  }

  private Stream<FacetValue> ofStatement(ReadStatement read) {
    DdlStatement statement = read.statement();
    return Stream.of(
            keyspace(statement.keyspace()),
            table(statement.keyspace(), statement.table()),
            operation(statement.operation()),
            dataLoss(read),
            switch (read.understanding()) {
              case Understood(List<SchemaChange> changes) -> ofChanges(changes);
              case NotUnderstood(Reason reason) -> notUnderstood(reason);
            })
        .flatMap(facets -> facets);
  }

  /// What PlanetScale does not warn of, and nobody here can read, may still lose data.
  private static Stream<FacetValue> dataLoss(ReadStatement read) {
    if (read.statement().canDropData()) {
      return Stream.of(FacetValue.ofWord(Facet.DATA_LOSS, "true"));
    }
    return read.isPartlyUnknown()
        ? Stream.of(FacetValue.ofWord(Facet.DATA_LOSS, "unknown"))
        : Stream.empty();
  }

  private Stream<FacetValue> ofChanges(List<SchemaChange> changes) {
    return Stream.concat(
        changes.stream().flatMap(this::ofChange),
        ChangedColumn.allOf(changes).stream().map(one -> FacetValue.of(one.named(envelope))));
  }

  private Stream<FacetValue> ofChange(SchemaChange change) {
    return Stream.of(
            change instanceof ClauseNotUnderstood(_, _, Reason reason)
                ? notUnderstood(reason)
                : operation(Operation.of(change)),
            tables(change).flatMap(one -> table(one.keyspace(), one.name())),
            ChangedColumn.of(change).map(one -> FacetValue.of(one.named(envelope))))
        .flatMap(facets -> facets);
  }

  private static Stream<TableName> tables(SchemaChange change) {
    return switch (change) {
      case TableRenamed(TableName table, TableName to) -> Stream.of(table, to);
      case PartitioningChanged(TableName table, Repartitioning.Exchanged exchanged) ->
          Stream.of(table, exchanged.with());
      default -> Stream.ofNullable(change.table());
    };
  }

  /// So that statements kept as text only can be listed.
  private static Stream<FacetValue> notUnderstood(Reason reason) {
    return Stream.concat(operation(NOT_UNDERSTOOD), operation(NOT_UNDERSTOOD + ": " + reason));
  }

  private Stream<FacetValue> branch(@Nullable String name) {
    return name == null ? Stream.empty() : named(EntityName.branch(envelope, name));
  }

  private Stream<FacetValue> keyspace(@Nullable String name) {
    return name == null ? Stream.empty() : named(EntityName.keyspace(envelope, name));
  }

  private Stream<FacetValue> table(@Nullable String keyspace, @Nullable String name) {
    return name == null ? Stream.empty() : named(EntityName.table(envelope, keyspace, name));
  }

  private static Stream<FacetValue> operation(@Nullable String verb) {
    return verb == null
        ? Stream.empty()
        : Stream.of(FacetValue.ofWord(Facet.OPERATION, verb.toUpperCase(Locale.ROOT)));
  }

  private static Stream<FacetValue> named(EntityName name) {
    return Stream.of(FacetValue.of(name));
  }
}
