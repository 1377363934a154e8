package dev.hexwing.application.idempotency;

import dev.hexwing.application.Principal;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.RequestFingerprint;

/**
 * A request under a key.
 *
 * @param scope whose key it is
 * @param key the key
 * @param fingerprint what was asked
 * @param correlationId the customer intent that it belongs to
 */
public record KeyedRequest(
    Principal scope,
    IdempotencyKey key,
    RequestFingerprint fingerprint,
    CorrelationId correlationId) {}
