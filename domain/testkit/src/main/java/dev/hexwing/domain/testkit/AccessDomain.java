package dev.hexwing.domain.testkit;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.access.ApiKeyEvent;
import dev.hexwing.domain.access.ApiKeyId;
import dev.hexwing.domain.access.ApiKeySnapshot;
import dev.hexwing.domain.access.PrincipalId;
import dev.hexwing.domain.access.RefreshTokenEvent;
import dev.hexwing.domain.access.RefreshTokenFamily;
import dev.hexwing.domain.access.RefreshTokenFamilyId;
import dev.hexwing.domain.access.RefreshTokenFamilySnapshot;
import dev.hexwing.domain.access.Scope;
import dev.hexwing.domain.access.Scopes;
import dev.hexwing.domain.access.SecretHash;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.state.ActionChain;

/** Access, for {@code @Domain(AccessDomain.class)}. */
public final class AccessDomain extends ArbitraryContext {

  /** For jqwik, which makes one for each property. */
  public AccessDomain() {
    provide(ApiKeyId.class, AccessValues::apiKeyIds);
    provide(RefreshTokenFamilyId.class, AccessValues::familyIds);
    provide(PrincipalId.class, AccessValues::principalIds);
    provide(Scope.class, AccessValues::scopes);
    provide(Scopes.class, AccessValues::scopeSets);
    provide(SecretHash.class, AccessValues::secretHashes);
    provide(ApiKeyLives.Issue.class, ApiKeyLives::issues);
    provide(RefreshTokenLives.SignIn.class, RefreshTokenLives::signIns);
    provide(ApiKey.class, ApiKeyLives::apiKeys);
    provide(RefreshTokenFamily.class, RefreshTokenLives::families);
    provide(ApiKeySnapshot.class, () -> ApiKeyLives.apiKeys().map(ApiKey::snapshot));
    provide(
        RefreshTokenFamilySnapshot.class,
        () -> RefreshTokenLives.families().map(RefreshTokenFamily::snapshot));
    provide(ApiKeyCommand.class, ApiKeyLives::commands);
    provide(RefreshTokenCommand.class, RefreshTokenLives::commands);
    provideEach(
        ApiKeyEvent.class,
        () -> Events.anyOf(ApiKeyLives.histories()),
        kind -> Events.anyOf(ApiKeyLives.histories(), kind));
    provideEach(
        RefreshTokenEvent.class,
        () -> Events.anyOf(RefreshTokenLives.histories()),
        kind -> Events.anyOf(RefreshTokenLives.histories(), kind));
    provide(
        TypeUsage.of(
            ActionChain.class,
            TypeUsage.of(
                Life.class,
                TypeUsage.of(ApiKeyCommand.class),
                TypeUsage.of(ApiKeySnapshot.class),
                TypeUsage.of(ApiKeyEvent.class))),
        ApiKeyLives::lives);
    provide(
        TypeUsage.of(
            ActionChain.class,
            TypeUsage.of(
                Life.class,
                TypeUsage.of(RefreshTokenCommand.class),
                TypeUsage.of(RefreshTokenFamilySnapshot.class),
                TypeUsage.of(RefreshTokenEvent.class))),
        RefreshTokenLives::lives);
  }
}
