package dev.hexwing.application.testkit;

import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.domain.payments.PaymentId;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the suites about idempotency keys share: words to claim them and to take them over. */
abstract class KeyedStoreContract extends StoreContract {

  static final Duration LEASE = Duration.ofMinutes(10);
  static final Duration LONGER = LEASE.plusSeconds(1);
  static final String HEARD = "time-out after 8 s";

  final KeyedRequest request = given.request("key-1");
  final PaymentId paymentId = given.paymentId();
  final Receipt.OfPayment receipt = given.receipt(paymentId);

  final Option<KeyRecord> find(KeyedRequest asked) {
    return read(stores -> stores.keys().find(asked.scope(), asked.key()));
  }

  final KeyRecord found() {
    return find(request).get();
  }

  final KeyRecord claimed(KeyedRequest asked) {
    run(stores -> stores.keys().claim(asked, new Intent.Charge(given.paymentId()), LEASE));
    return find(asked).get();
  }

  final KeyRecord claimed() {
    run(stores -> stores.keys().claim(request, new Intent.Charge(paymentId), LEASE));
    return found();
  }

  final Option<KeyRecord> takeOver(KeyedRequest asked) {
    return execute(stores -> stores.keys().takeOver(asked.scope(), asked.key(), LEASE));
  }

  final List<KeyRecord> takeOverDue(int limit) {
    return execute(stores -> stores.keys().takeOverDue(limit, LEASE));
  }

  final KeyRecord leftOpen(KeyedRequest asked, Duration delay) {
    KeyRecord record = claimed(asked);
    run(stores -> stores.keys().leaveOpen(record, receipt, HEARD, delay));
    return find(asked).get();
  }

  static Set<String> keysOf(List<KeyRecord> records) {
    return records.stream()
        .map(record -> record.request().key().value())
        .collect(Collectors.toSet());
  }
}
