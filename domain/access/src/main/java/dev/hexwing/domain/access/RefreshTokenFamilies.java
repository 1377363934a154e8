package dev.hexwing.domain.access;

import io.vavr.control.Option;
import java.util.List;
import org.jmolecules.ddd.annotation.Repository;

/**
 * Where families of refresh tokens are kept, within one transaction.
 *
 * <p>A family that was found is the finder's own: changes to it are kept only by {@link #save}.
 * Beside the family, the store keeps the hash of <em>every</em> token that the family ever handed
 * out, for as long as the family lives: that is how a used token is recognised. No hash belongs to
 * two families.
 */
@Repository
public interface RefreshTokenFamilies {

  /** The family as it is now; none if there never was one of that name. */
  Option<RefreshTokenFamily> find(RefreshTokenFamilyId familyId);

  /**
   * The family that a token is or was of, be it the current token or a used one; none if no family
   * ever handed it out. Void and revoked families are found as well: the family itself says no.
   */
  Option<RefreshTokenFamily> findByToken(SecretHash token);

  /**
   * The families of a caller that are neither void nor revoked, the youngest first.
   *
   * @param limit the most to hand back, 1 to 1,000
   */
  List<RefreshTokenFamily> ofPrincipal(PrincipalId principalId, int limit);

  /**
   * Keeps the family and the hash of its current token, and sends off its events, together or not
   * at all.
   *
   * <p>Written only if the store still holds it at the {@link RefreshTokenFamily#storedVersion()
   * version it was read at}, and only if no other family has its token; otherwise the transaction
   * fails as a write conflict, at once or at commit, and nothing of it is kept. So of two callers
   * that show one token at once, one rotates it; the other reads again and finds it used. Drains
   * the family's events. One that has not changed is left alone.
   */
  void save(RefreshTokenFamily family);
}
