package dev.hexwing.persistence;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.IdempotencyKeys;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.idempotency.Unsettled;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.IdempotencyKey;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Idempotency keys in their table; those that are finished also from memory. */
final class JdbcKeys implements IdempotencyKeys {

  private static final Lookup<KeyRow> FIND = new Lookup<>(KeyStatements.FIND, KeyRow::read);

  private static final int LONGEST_ANSWER = 500;
  private static final int MOST_OF_ONE = 100;

  private final JdbcTransaction transaction;
  private final FinishedKeys finishedKeys;

  JdbcKeys(JdbcTransaction transaction, FinishedKeys finishedKeys) {
    this.transaction = transaction;
    this.finishedKeys = finishedKeys;
  }

  @Override
  public Option<KeyRecord> find(Principal scope, IdempotencyKey key) {
    return finishedKeys.find(scope, key).orElse(() -> findStored(scope, key));
  }

  private Option<KeyRecord> findStored(Principal scope, IdempotencyKey key) {
    boolean committed = transaction.seesOnlyCommitted();
    Option<FinishedKeyRow> found =
        transaction.find(finishedKeys.stored(), scope.name(), key.value());
    Option<KeyRecord> finished = found.flatMap(row -> row.toDomain(scope, key));
    if (finished.isDefined()) {
      if (committed) {
        finishedKeys.remember(finished.get());
      }
      return finished;
    }
    return found.flatMap(
        unfinished -> transaction.find(FIND, scope.name(), key.value()).map(KeyRow::toDomain));
  }

  @Override
  public Option<KeyRecord> findByPayment(PaymentId paymentId) {
    return transaction
        .read(
            handle ->
                one(query(handle, KeyStatements.FIND_BY_PAYMENT).bind("paymentId", paymentId)))
        .map(KeyRow::toDomain);
  }

  @Override
  public void claim(KeyedRequest request, Intent intent, Duration lease) {
    transaction.write(
        inserting(KeyStatements.CLAIM, request)
            .duration(lease)
            .text(KeyRow.name(intent))
            .uuid(intent.paymentId().value())
            .uuid(KeyRow.refundId(intent)));
  }

  @Override
  public void claimFinished(KeyedRequest request, Receipt receipt) {
    transaction.write(inserting(KeyStatements.CLAIM_FINISHED, request).text(json(receipt)));
  }

  private static Write inserting(String statement, KeyedRequest request) {
    return Write.inserting(statement, Subject.KEY, which(request))
        .text(request.scope().name())
        .text(request.key().value())
        .text(request.fingerprint().value())
        .text(request.correlationId().value());
  }

  @Override
  public void finish(KeyRecord record, Receipt receipt) {
    transaction.write(held(changing(KeyStatements.FINISH, record).text(json(receipt)), record));
  }

  @Override
  public void leaveOpen(KeyRecord record, Receipt receipt, String lastAnswer, Duration delay) {
    transaction.write(
        held(
            changing(KeyStatements.LEAVE_OPEN, record)
                .text(json(receipt))
                .text(cut(lastAnswer))
                .duration(delay),
            record));
  }

  @Override
  public void needAttention(KeyRecord record, Receipt receipt, String lastAnswer) {
    transaction.write(
        held(
            changing(KeyStatements.NEED_ATTENTION, record)
                .text(json(receipt))
                .text(cut(lastAnswer)),
            record));
  }

  private static String cut(String answer) {
    return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
  }

  @Override
  public void withdraw(KeyRecord record) {
    transaction.write(held(changing(KeyStatements.WITHDRAW, record), record));
  }

  @Override
  public KeyRecord askAgain(KeyRecord record, Duration lease) {
    transaction.write(held(changing(KeyStatements.ASK_AGAIN, record).duration(lease), record));
    return new KeyRecord(
        record.request(),
        record.state(),
        record.token(),
        false,
        record.attempts(),
        Duration.ZERO,
        record.sinceClaimed(),
        record.intent(),
        record.receipt());
  }

  @Override
  public void hurry(KeyRecord record) {
    boolean open =
        find(record.request().scope(), record.request().key())
            .exists(known -> known.state() == KeyState.OPEN);
    if (open) {
      transaction.write(held(changing(KeyStatements.HURRY, record), record));
    }
  }

  @Override
  public Option<KeyRecord> takeOver(Principal scope, IdempotencyKey key, Duration lease) {
    return transaction
        .lock(handle -> one(named(handle, KeyStatements.LOCK_DUE, scope, key)))
        .map(row -> takeOver(row, lease));
  }

  @Override
  public List<KeyRecord> takeOverDue(int limit, Duration lease) {
    return transaction.lockFirst(KeyStatements.LONGEST_DUE, query -> query, limit).stream()
        .map(row -> takeOver(row, lease))
        .toList();
  }

  private KeyRecord takeOver(KeyRow row, Duration lease) {
    KeyRecord record = row.toDomain();
    transaction.write(held(changing(KeyStatements.TAKE_OVER, record).duration(lease), record));
    return row.toTakenOver();
  }

  @Override
  public long countNeedingAttention() {
    return transaction.read(
        handle -> query(handle, KeyStatements.COUNT_NEEDING_ATTENTION).mapTo(Long.class).one());
  }

  @Override
  public List<Unsettled> unsettled(Option<UUID> after, int limit) {
    return after.isDefined()
        ? unsettled(KeyStatements.UNSETTLED_AFTER, query -> query.bind("after", after.get()), limit)
        : unsettled(KeyStatements.UNSETTLED_FIRST, query -> query, limit);
  }

  @Override
  public List<Unsettled> unsettledOf(PaymentId paymentId) {
    return unsettled(
        KeyStatements.UNSETTLED_OF, query -> query.bind("paymentId", paymentId), MOST_OF_ONE);
  }

  private List<Unsettled> unsettled(String template, UnaryOperator<Query> values, int limit) {
    return transaction.read(
        handle ->
            values
                .apply(query(handle, template))
                .bind("limit", limit)
                .map((row, context) -> UnsettledRow.read(row))
                .map(UnsettledRow::toDomain)
                .list());
  }

  /** What a cache tells of them for a while longer is what they were finished with. */
  @Override
  public long expire(Duration lifetime, int limit) {
    return transaction.changeEldest(KeyStatements.FINISHED_LONG_AGO, lifetime, limit);
  }

  private static Write changing(String statement, KeyRecord record) {
    return Write.changingOne(statement, Subject.KEY, which(record.request()));
  }

  private static Write held(Write write, KeyRecord record) {
    return write
        .text(record.request().scope().name())
        .text(record.request().key().value())
        .number(record.token());
  }

  private Query named(Handle handle, String template, Principal scope, IdempotencyKey key) {
    return query(handle, template).bind("scope", scope.name()).bind("key", key.value());
  }

  private Query query(Handle handle, String template) {
    return handle.createQuery(transaction.sql(template));
  }

  private static Option<KeyRow> one(Query query) {
    return Option.ofOptional(query.mapTo(KeyRow.class).findOne());
  }

  private static String json(Receipt receipt) {
    return Json.write(ReceiptRow.from(receipt));
  }

  private static String which(KeyedRequest request) {
    return request.key() + " of " + request.scope().name();
  }
}
