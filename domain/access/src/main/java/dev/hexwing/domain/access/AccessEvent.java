package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.DomainEvent;

/** What can happen in this context: to an API key or to a family of refresh tokens. */
public sealed interface AccessEvent extends DomainEvent permits ApiKeyEvent, RefreshTokenEvent {

  /** Who calls. */
  PrincipalId principalId();
}
