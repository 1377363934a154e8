package dev.hexwing.application.idempotency;

import io.vavr.control.Option;
import java.time.Duration;

/**
 * What the store holds behind a key, as it was when it was read.
 *
 * @param request who asked for what, first
 * @param state how far it has come
 * @param token the fencing token: whoever changes the record must name it
 * @param leaseExpired whether the lease had run out by the store's clock
 * @param attempts how often it was left open
 * @param sinceAsked how long ago the processor was last asked, by the store's clock
 * @param sinceClaimed how long ago the intent was recorded, by the store's clock
 * @param intent what is asked of the processor, if anything
 * @param receipt what is answered, once there is something to answer and until it is deleted
 */
public record KeyRecord(
    KeyedRequest request,
    KeyState state,
    long token,
    boolean leaseExpired,
    int attempts,
    Duration sinceAsked,
    Duration sinceClaimed,
    Option<Intent> intent,
    Option<Receipt> receipt) {}
