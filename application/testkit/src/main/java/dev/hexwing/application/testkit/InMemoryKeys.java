package dev.hexwing.application.testkit;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.IdempotencyKeys;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.idempotency.Unsettled;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.application.testkit.Tables.KeyName;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.IdempotencyKey;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Idempotency keys in memory. */
final class InMemoryKeys implements IdempotencyKeys {

  private static final int MOST_OF_ONE = 100;

  private final InMemoryTransaction transaction;

  InMemoryKeys(InMemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<KeyRecord> find(Principal scope, IdempotencyKey key) {
    return transaction.view().keys.get(name(scope, key)).map(row -> row.asOf(transaction.now()));
  }

  @Override
  public Option<KeyRecord> findByPayment(PaymentId paymentId) {
    Intent charge = new Intent.Charge(paymentId);
    return transaction
        .view()
        .keys
        .values()
        .find(row -> row.intent().contains(charge))
        .map(row -> row.asOf(transaction.now()));
  }

  @Override
  public void claim(KeyedRequest request, Intent intent, Duration lease) {
    insert(
        now ->
            new KeyRow(
                request,
                KeyState.RUNNING,
                1,
                now.plus(lease),
                0,
                now,
                Option.some(intent),
                Option.none(),
                now,
                Option.none()),
        request);
  }

  @Override
  public void claimFinished(KeyedRequest request, Receipt receipt) {
    insert(
        now ->
            new KeyRow(
                request,
                KeyState.FINISHED,
                1,
                now,
                0,
                now,
                Option.none(),
                Option.some(kept(receipt)),
                now,
                Option.none()),
        request);
  }

  private void insert(Function<Instant, KeyRow> row, KeyedRequest request) {
    KeyName name = name(request.scope(), request.key());
    transaction.write(
        tables -> {
          Tables.require(!tables.keys.containsKey(name), Subject.KEY, name);
          tables.keys = tables.keys.put(name, row.apply(transaction.now()));
        });
  }

  @Override
  public void finish(KeyRecord record, Receipt receipt) {
    change(
        record,
        row -> row.answered(KeyState.FINISHED, kept(receipt), transaction.now(), row.attempts()));
  }

  @Override
  public void leaveOpen(KeyRecord record, Receipt receipt, String lastAnswer, Duration delay) {
    change(
        record,
        row ->
            row.heard(lastAnswer)
                .answered(
                    KeyState.OPEN,
                    kept(receipt),
                    transaction.now().plus(delay),
                    row.attempts() + 1));
  }

  @Override
  public void needAttention(KeyRecord record, Receipt receipt, String lastAnswer) {
    change(
        record,
        row ->
            row.heard(lastAnswer)
                .answered(
                    KeyState.NEEDS_ATTENTION, kept(receipt), transaction.now(), row.attempts()));
  }

  @Override
  public void withdraw(KeyRecord record) {
    KeyName name = name(record);
    transaction.write(
        tables -> {
          held(tables, record);
          tables.keys = tables.keys.remove(name);
        });
  }

  @Override
  public KeyRecord askAgain(KeyRecord record, Duration lease) {
    change(record, row -> row.asked(transaction.now()).heldUntil(transaction.now().plus(lease)));
    return held(transaction.view(), record).asOf(transaction.now());
  }

  @Override
  public void hurry(KeyRecord record) {
    if (find(record.request().scope(), record.request().key())
        .exists(known -> known.state() == KeyState.OPEN)) {
      change(record, row -> row.heldUntil(transaction.now()));
    }
  }

  @Override
  public Option<KeyRecord> takeOver(Principal scope, IdempotencyKey key, Duration lease) {
    return transaction
        .view()
        .keys
        .get(name(scope, key))
        .filter(row -> !row.isFinished() && row.isDue(transaction.now()))
        .filter(this::lock)
        .map(row -> takeOver(row, lease));
  }

  @Override
  public List<KeyRecord> takeOverDue(int limit, Duration lease) {
    Instant now = transaction.now();
    return transaction
        .view()
        .keys
        .values()
        .filter(row -> row.isLookedInto() && row.isDue(now))
        .sorted(Comparator.comparing(KeyRow::leaseUntil))
        .toJavaStream()
        .filter(this::lock)
        .limit(limit)
        .map(row -> takeOver(row, lease))
        .toList();
  }

  /** Takes the row in hand, if nobody else has it or has changed it meanwhile. */
  private boolean lock(KeyRow row) {
    KeyName name = name(row.request().scope(), row.request().key());
    return transaction.lock(name) && transaction.view().keys.get(name).contains(row);
  }

  private KeyRecord takeOver(KeyRow row, Duration lease) {
    KeyRecord found = row.asOf(transaction.now());
    change(found, known -> known.takenOver(transaction.now().plus(lease)));
    return row.takenOver(transaction.now().plus(lease)).asOf(transaction.now());
  }

  @Override
  public long countNeedingAttention() {
    return transaction.view().keys.values().count(row -> row.state() == KeyState.NEEDS_ATTENTION);
  }

  @Override
  public List<Unsettled> unsettled(Option<UUID> after, int limit) {
    return listed(row -> after.forAll(name -> row.name().compareTo(name) > 0), limit);
  }

  @Override
  public List<Unsettled> unsettledOf(PaymentId paymentId) {
    return listed(row -> row.intent().paymentId().equals(paymentId), MOST_OF_ONE);
  }

  private List<Unsettled> listed(Predicate<Unsettled> wanted, int limit) {
    Instant now = transaction.now();
    return transaction
        .view()
        .keys
        .values()
        .filter(row -> row.isUnsettled(now))
        .map(row -> row.unsettled(now))
        .filter(wanted)
        .sorted(Comparator.comparing(Unsettled::name))
        .take(limit)
        .toJavaList();
  }

  @Override
  public long expire(Duration lifetime, int limit) {
    Instant before = transaction.now().minus(lifetime);
    List<KeyRow> over =
        transaction
            .view()
            .keys
            .values()
            .filter(row -> row.state() == KeyState.FINISHED && !row.leaseUntil().isAfter(before))
            .sorted(Comparator.comparing(KeyRow::leaseUntil))
            .toJavaStream()
            .filter(this::lock)
            .limit(limit)
            .toList();
    for (KeyRow row : over) {
      KeyName name = name(row.request().scope(), row.request().key());
      transaction.write(tables -> tables.keys = tables.keys.put(name, row.expired()));
    }
    return over.size();
  }

  private void change(KeyRecord record, UnaryOperator<KeyRow> change) {
    transaction.write(
        tables -> tables.keys = tables.keys.put(name(record), change.apply(held(tables, record))));
  }

  /** The row, if it is still as its holder believes. */
  private static KeyRow held(Tables tables, KeyRecord record) {
    Option<KeyRow> row =
        tables
            .keys
            .get(name(record))
            .filter(known -> known.token() == record.token() && !known.isFinished());
    Tables.require(row.isDefined(), Subject.KEY, name(record));
    return row.get();
  }

  private static Receipt kept(Receipt receipt) {
    return switch (receipt) {
      case Receipt.OfPayment payment -> payment;
      case Receipt.OfRefund refund -> refund;
      case Receipt.OfOrder order -> {
        OrderSnapshot told = InMemoryOrders.kept(order.order());
        yield new Receipt.OfOrder(told, order.total(), order.correlationId());
      }
    };
  }

  private static KeyName name(KeyRecord record) {
    return name(record.request().scope(), record.request().key());
  }

  private static KeyName name(Principal scope, IdempotencyKey key) {
    return new KeyName(scope.name(), key.value());
  }
}
