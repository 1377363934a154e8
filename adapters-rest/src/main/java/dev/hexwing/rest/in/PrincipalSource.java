package dev.hexwing.rest.in;

import dev.hexwing.application.Principal;
import io.helidon.webserver.http.ServerRequest;

/** Tells who sent a request: the one place that authentication has to fill. */
@FunctionalInterface
interface PrincipalSource {

  /** Nobody has to say who they are. */
  PrincipalSource ANONYMOUS = request -> Principal.ANONYMOUS;

  /** Who sent the request. */
  Principal principalOf(ServerRequest request);
}
