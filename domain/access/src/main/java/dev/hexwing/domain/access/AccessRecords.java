package dev.hexwing.domain.access;

import dev.hexwing.domain.access.ApiKeyEvent.ApiKeyIssued;
import dev.hexwing.domain.access.ApiKeyEvent.ApiKeyRevoked;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenFamilyRevoked;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenFamilyStarted;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenReplayed;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenRotated;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import dev.hexwing.domain.shared.internal.Facts;
import dev.hexwing.domain.shared.internal.RecordReader;
import dev.hexwing.domain.shared.internal.Upcasts;
import java.util.Objects;
import java.util.Set;

/**
 * API key and refresh token events as records, and back, without loss.
 *
 * <p>Stateless, and safe for use by any number of threads.
 */
public final class AccessRecords {

  /** What the names of this context's types begin with. */
  public static final String PREFIX = "dev.hexwing.access.";

  private static final String ISSUED = PREFIX + "api-key-issued.v1";
  private static final String REVOKED = PREFIX + "api-key-revoked.v1";
  private static final String STARTED = PREFIX + "refresh-token-family-started.v1";
  private static final String ROTATED = PREFIX + "refresh-token-rotated.v1";
  private static final String REPLAYED = PREFIX + "refresh-token-replayed.v1";
  private static final String FAMILY_REVOKED = PREFIX + "refresh-token-family-revoked.v1";

  /** The stable names of all types of this context. */
  public static final Set<String> TYPES =
      Set.of(ISSUED, REVOKED, STARTED, ROTATED, REPLAYED, FAMILY_REVOKED);

  private static final RecordReader<AccessEvent> READER =
      new RecordReader<>(Upcasts.none(), AccessRecords::read);

  private AccessRecords() {}

  /** The record of an event. */
  public static EventRecord toRecord(AccessEvent event) {
    Objects.requireNonNull(event, "event");
    return new EventRecord(type(event), facts(event).asMap(), event.metadata());
  }

  /**
   * The event of a record, of whatever version it is.
   *
   * @throws UnreadableEvent if its type is unknown to this release or a fact is missing or wrong
   */
  public static AccessEvent toEvent(EventRecord record) {
    return READER.read(record);
  }

  /** The stable name of an event's type, such as {@code dev.hexwing.access.api-key-revoked.v1}. */
  public static String type(AccessEvent event) {
    Objects.requireNonNull(event, "event");
    return switch (event) {
      case ApiKeyIssued issued -> ISSUED;
      case ApiKeyRevoked revoked -> REVOKED;
      case RefreshTokenFamilyStarted started -> STARTED;
      case RefreshTokenRotated rotated -> ROTATED;
      case RefreshTokenReplayed replayed -> REPLAYED;
      case RefreshTokenFamilyRevoked revoked -> FAMILY_REVOKED;
    };
  }

  private static Facts facts(AccessEvent event) {
    Facts facts = Facts.none().with("principal", event.principalId().value());
    return switch (event) {
      case ApiKeyIssued issued ->
          facts
              .with("apiKeyId", issued.apiKeyId().value())
              .with("scopes", issued.scopes().sorted().stream().map(Scope::value).toList())
              .with("expiresAt", issued.expiresAt());
      case ApiKeyRevoked revoked -> facts.with("apiKeyId", revoked.apiKeyId().value());
      case RefreshTokenFamilyStarted started ->
          facts.with("familyId", started.familyId().value()).with("expiresAt", started.expiresAt());
      case RefreshTokenRotated rotated ->
          facts.with("familyId", rotated.familyId().value()).with("rotation", rotated.rotation());
      case RefreshTokenReplayed replayed -> facts.with("familyId", replayed.familyId().value());
      case RefreshTokenFamilyRevoked revoked -> facts.with("familyId", revoked.familyId().value());
    };
  }

  private static AccessEvent read(String type, EventMetadata metadata, Facts facts) {
    return switch (type) {
      case ISSUED ->
          new ApiKeyIssued(
              metadata,
              key(facts),
              principal(facts),
              Scopes.of(facts.texts("scopes").toArray(String[]::new)),
              facts.moment("expiresAt"));
      case REVOKED -> new ApiKeyRevoked(metadata, key(facts), principal(facts));
      case STARTED ->
          new RefreshTokenFamilyStarted(
              metadata, family(facts), principal(facts), facts.moment("expiresAt"));
      case ROTATED ->
          new RefreshTokenRotated(
              metadata, family(facts), principal(facts), facts.whole("rotation"));
      case REPLAYED -> new RefreshTokenReplayed(metadata, family(facts), principal(facts));
      case FAMILY_REVOKED ->
          new RefreshTokenFamilyRevoked(metadata, family(facts), principal(facts));
      default -> throw UnreadableEvent.ofType(type);
    };
  }

  private static ApiKeyId key(Facts facts) {
    return new ApiKeyId(facts.uuid("apiKeyId"));
  }

  private static RefreshTokenFamilyId family(Facts facts) {
    return new RefreshTokenFamilyId(facts.uuid("familyId"));
  }

  private static PrincipalId principal(Facts facts) {
    return new PrincipalId(facts.text("principal"));
  }
}
