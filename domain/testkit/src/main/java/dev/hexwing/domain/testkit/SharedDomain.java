package dev.hexwing.domain.testkit;

import dev.hexwing.domain.payments.PaymentRecords;
import dev.hexwing.domain.shared.BasisPoints;
import dev.hexwing.domain.shared.CausationId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.RequestFingerprint;
import dev.hexwing.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;

/** The shared kernel, for {@code @Domain(SharedDomain.class)}. */
public final class SharedDomain extends ArbitraryContext {

  /** For jqwik, which makes one for each property. */
  public SharedDomain() {
    provide(Money.class, SharedValues::money);
    provide(Calculation.class, SharedValues::calculations);
    provide(Currency.class, SharedValues::currencies);
    provide(BasisPoints.class, SharedValues::basisPoints);
    provide(IdempotencyKey.class, SharedValues::idempotencyKeys);
    provide(RequestFingerprint.class, SharedValues::requestFingerprints);
    provide(CorrelationId.class, SharedValues::correlationIds);
    provide(CausationId.class, SharedValues::causationIds);
    provide(EventId.class, SharedValues::eventIds);
    provide(EventMetadata.class, SharedValues::eventMetadata);
    provide(EventRecord.class, () -> PaymentLives.events().map(PaymentRecords::toRecord));
    provide(Occasion.class, SharedValues::occasions);
    provide(Version.class, SharedValues::versions);
    provide(Instant.class, SharedValues::instants);
    provide(Duration.class, SharedValues::durations);
  }
}
