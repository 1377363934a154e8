package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.testkit.StoreFixture;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.RequestFingerprint;
import io.vavr.control.Option;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which finished keys are told from memory; the table is emptied to see it. */
class FinishedKeysTest {

  private static final CorrelationId CORRELATION = new CorrelationId("tap-1");
  private static final KeyedRequest REQUEST =
      new KeyedRequest(
          new Principal("anna"),
          new IdempotencyKey("k-1"),
          RequestFingerprint.of("pay", "anna", "order"),
          CORRELATION);

  private final TestDatabase database = TestH2.inMemory();
  private final StoreFixture store = database.emptied();
  private final UnitOfWork unitOfWork = store.unitOfWork();

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  private void finish() {
    unitOfWork.execute(
        stores -> {
          stores.keys().claimFinished(REQUEST, receipt());
          return REQUEST;
        });
  }

  private static Receipt receipt() {
    return new Receipt.OfPayment(
        new PaymentId(UUID.randomUUID()),
        new OrderId(UUID.randomUUID()),
        Money.ofMinor(5000, "EUR"),
        PaymentStatus.CONFIRMED,
        Money.ofMinor(0, "EUR"),
        Option.none(),
        CORRELATION);
  }

  private Option<KeyRecord> asked() {
    return unitOfWork.read(stores -> stores.keys().find(REQUEST.scope(), REQUEST.key()));
  }

  @Test
  void who_asks_once_is_told_from_the_table_and_not_remembered() {
    finish();
    assertThat(asked()).isNotEmpty();
    database.sql("delete from idempotency_keys");
    assertThat(asked()).isEmpty();
  }

  @Test
  void who_asks_twice_is_told_from_memory_from_then_on() {
    finish();
    Option<KeyRecord> told = asked();
    assertThat(asked()).isEqualTo(told);
    database.sql("delete from idempotency_keys");
    assertThat(asked()).isNotEmpty().isEqualTo(told);
  }

  @Test
  void what_is_not_committed_is_never_remembered() {
    assertThatThrownBy(
            () ->
                unitOfWork.execute(
                    stores -> {
                      stores.keys().claimFinished(REQUEST, receipt());
                      for (int i = 0; i < 3; i++) {
                        assertThat(stores.keys().find(REQUEST.scope(), REQUEST.key())).isNotEmpty();
                      }
                      throw new GivenUp();
                    }))
        .isInstanceOf(GivenUp.class);
    assertThat(asked()).isEmpty();
  }

  private static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
