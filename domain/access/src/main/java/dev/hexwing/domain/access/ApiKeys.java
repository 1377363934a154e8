package dev.hexwing.domain.access;

import io.vavr.control.Option;
import java.util.List;
import org.jmolecules.ddd.annotation.Repository;

/**
 * Where API keys are kept, within one transaction; no two with one hash.
 *
 * <p>A key that was found is the finder's own: changes to it are kept only by {@link #save}. Once
 * the transaction of a revocation has ended, every reader on every node finds the key revoked: a
 * cache that may be older must not answer.
 */
@Repository
public interface ApiKeys {

  /** The key as it is now; none if there never was one of that name. */
  Option<ApiKey> find(ApiKeyId apiKeyId);

  /**
   * The key of a secret; none if no key has it. Void and revoked keys are found as well: the key
   * itself says no.
   */
  Option<ApiKey> findByHash(SecretHash hash);

  /**
   * The keys of a caller, the youngest first, void and revoked ones among them.
   *
   * @param limit the most to hand back, 1 to 1,000
   */
  List<ApiKey> ofPrincipal(PrincipalId principalId, int limit);

  /**
   * Keeps the key and sends off its events, together or not at all.
   *
   * <p>Written only if the store still holds it at the {@link ApiKey#storedVersion() version it was
   * read at}, and a new one only if no key has its hash; otherwise the transaction fails as a write
   * conflict, at once or at commit, and nothing of it is kept. Drains the key's events. One that
   * has not changed is left alone.
   */
  void save(ApiKey apiKey);
}
