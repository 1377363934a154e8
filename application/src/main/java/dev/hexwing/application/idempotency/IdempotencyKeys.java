package dev.hexwing.application.idempotency;

import dev.hexwing.application.Principal;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.IdempotencyKey;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

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
   *
   * @param lastAnswer what was heard last, for a person; cut after 500 characters
   */
  void leaveOpen(KeyRecord record, Receipt receipt, String lastAnswer, Duration delay);

  /**
   * Hands an open intent to a person: nothing looks into it any more by itself.
   *
   * @param lastAnswer what was heard last, for a person; cut after 500 characters
   */
  void needAttention(KeyRecord record, Receipt receipt, String lastAnswer);

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

  /**
   * Intents whose outcome is not known and that nobody has in hand: open ones, those whose owner
   * died, and those that wait for a person.
   *
   * @param after only those whose {@link Unsettled#name} comes after this one, if given; it need
   *     not exist
   * @param limit the most to hand back, 1 to 101
   * @return in the order of their names, which is about the order in which they were recorded
   */
  List<Unsettled> unsettled(Option<UUID> after, int limit);

  /** The charge of a payment and its refunds, as far as they are unsettled; 100 at most. */
  List<Unsettled> unsettledOf(PaymentId paymentId);

  /**
   * Deletes what was answered to intents that were finished longer ago than their lifetime, the
   * longest first, passing over those that another transaction has in hand.
   *
   * <p>A tombstone stays for good, so that no key is ever run twice: it is found as {@link
   * KeyState#EXPIRED}, with its fingerprint and its intent, and a claim of it conflicts. What is
   * not finished is never deleted. A store that keeps what it has read in memory may go on telling
   * it for ten minutes.
   *
   * @param limit the most at a time, 1 to 10,000
   * @return how many
   */
  long expire(Duration lifetime, int limit);
}
