package dev.hexwing.domain.testkit;

import dev.hexwing.domain.access.ApiKeyId;
import dev.hexwing.domain.access.PrincipalId;
import dev.hexwing.domain.access.RefreshTokenFamilyId;
import dev.hexwing.domain.access.Scope;
import dev.hexwing.domain.access.Scopes;
import dev.hexwing.domain.access.SecretHash;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Arbitrary values of access, valid by construction. */
public final class AccessValues {

  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
  private static final String VISIBLE = Texts.PRINTABLE.substring(1);

  private AccessValues() {}

  /** Names of API keys. */
  public static Arbitrary<ApiKeyId> apiKeyIds() {
    return SharedValues.uuids(ApiKeyId::new);
  }

  /** Names of families of refresh tokens. */
  public static Arbitrary<RefreshTokenFamilyId> familyIds() {
    return SharedValues.uuids(RefreshTokenFamilyId::new);
  }

  /** Names of callers. */
  public static Arbitrary<PrincipalId> principalIds() {
    return Texts.words(100).map(PrincipalId::new);
  }

  /** Scopes: well-known ones, so that they meet, and any others. */
  public static Arbitrary<Scope> scopes() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of("orders:read", "orders:write", "payments:write")),
            Tuple.of(1, Texts.of(SMALL, SMALL + "0123456789.:-", 64)))
        .map(Scope::new);
  }

  /** 1 to 50 scopes; few come often. */
  public static Arbitrary<Scopes> scopeSets() {
    Arbitrary<Set<Scope>> any =
        Arbitraries.frequencyOf(
            Tuple.of(4, scopes().set().ofMinSize(1).ofMaxSize(3)),
            Tuple.of(
                1,
                Texts.of(SMALL, SMALL, 64)
                    .map(Scope::new)
                    .set()
                    .ofMinSize(1)
                    .ofMaxSize(Scopes.MOST)));
    return any.map(Scopes::new);
  }

  /** Secrets in the clear: 22 to 512 visible characters. */
  public static Arbitrary<String> secrets() {
    return Texts.between(VISIBLE, VISIBLE, SecretHash.SHORTEST_SECRET, SecretHash.LONGEST_SECRET);
  }

  /** Hashes of secrets. */
  public static Arbitrary<SecretHash> secretHashes() {
    return secrets().map(secret -> SecretHash.of(secret).get());
  }
}
