package dev.hexwing.application.idempotency;

import dev.hexwing.application.Principal;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.IdempotencyKey;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;

/**
 * Every intent that came with a key: whose it is, how far it has come, and what was answered.
 *
 * <p>Leases, ages and delays are judged by the store's clock alone. Every change of a record names
 * the fencing token under which it is made; if the record has another token by then, or is
 * finished, the transaction fails as a write conflict on the key, at once or at commit.
 */
public interface IdempotencyKeys {

  /** The record of a key within a caller's scope; none if it is new. */
  Option<KeyRecord> find(Principal scope, IdempotencyKey key);

  /** The record of the intent to charge a payment; none if there is none. */
  Option<KeyRecord> findByPayment(PaymentId paymentId);

  /**
   * Records a new intent with token 1, held for the lease, asked now.
   *
   * <p>If the key is known already, the transaction fails as a write conflict on the key.
   */
  void claim(KeyedRequest request, Intent intent, Duration lease);

  /** Records an intent that is finished with this same transaction; conflicts as a claim does. */
  void claimFinished(KeyedRequest request, Receipt receipt);

  /** Ends an intent for good, with what is answered from now on. */
  void finish(KeyRecord record, Receipt receipt);

  /**
   * Leaves an intent open, with what is answered in the meantime, to be looked into again after a
   * delay; counts one attempt more.
   */
  void leaveOpen(KeyRecord record, Receipt receipt, Duration delay);

  /** Hands an open intent to a person: nothing looks into it any more by itself. */
  void needAttention(KeyRecord record, Receipt receipt);

  /** Forgets an intent that certainly had no effect, so that the key may be used again. */
  void withdraw(KeyRecord record);

  /** Notes that the processor is being asked again now, and holds the record for the lease. */
  KeyRecord askAgain(KeyRecord record, Duration lease);

  /** Has an open intent looked into at once rather than after its delay; nothing if not open. */
  void hurry(KeyRecord record);

  /**
   * Takes over one record whose lease has run out, under a new token; none if it has not, or if it
   * is finished.
   */
  Option<KeyRecord> takeOver(Principal scope, IdempotencyKey key, Duration lease);

  /**
   * Takes over records whose lease or delay has run out, the longest overdue first, passing over
   * those that another transaction is about to change.
   *
   * @param limit the most to take over, 1 to 1,000
   */
  List<KeyRecord> takeOverDue(int limit, Duration lease);

  /** How many intents wait for a person. */
  long countNeedingAttention();
}
